import { labelOf } from './labels.ts';
import { previewOf, type Snippet } from './snippet.ts';

/** Whether each word of the query is found, in any of label, decorations, topic, title, prefix, description and text. */
export function isFound(snippet: Snippet, query: string): boolean {
  const { topic, title, prefixes, description, body } = snippet;
  const text = [title, topic, ...prefixes, labelWords(body), description, previewOf(snippet)].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `question (non-blocking)`; empty for a comment without a label. */
export function labelWords(body: string): string {
  const head = labelOf(body);
  if (!head) return '';
  return head.decorations.length ? `${head.label} (${head.decorations.join(', ')})` : head.label;
}
