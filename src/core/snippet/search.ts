import { labelOf } from './labels.ts';
import { previewOf, type Snippet } from './snippet.ts';

/** Where a word of the query was found: the lower, the more it says. */
const fields: readonly ((snippet: Snippet) => string)[] = [
  ({ title }) => title,
  ({ prefixes, topic }) => [...prefixes, topic].join(' '),
  ({ body }) => labelWords(body),
  ({ description }) => description,
  (snippet) => previewOf(snippet),
];

/**
 * The snippets in which each word of the query is found, in any of label, decorations, topic, title, prefix, description and text.
 * Those found by title come first, those found in the text only last; equals keep their order. All of them for an empty query.
 */
export function searchSnippets<T extends Snippet>(snippets: readonly T[], query: string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [...snippets];
  return snippets
    .map((snippet) => {
      const texts = fields.map((field) => field(snippet).toLowerCase());
      const ranks = words.map((word) => texts.findIndex((text) => text.includes(word)));
      return { snippet, rank: ranks.includes(-1) ? -1 : ranks.reduce((sum, rank) => sum + rank, 0) };
    })
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ snippet }) => snippet);
}

/** `question (non-blocking)`; empty for a comment without a label. */
export function labelWords(body: string): string {
  const head = labelOf(body);
  if (!head) return '';
  return head.decorations.length ? `${head.label} (${head.decorations.join(', ')})` : head.label;
}
