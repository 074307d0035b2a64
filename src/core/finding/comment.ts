import { singleLine } from '../text/lines.ts';
import type { Snippet } from '../snippet/snippet.ts';
import type { FindingWords } from './model.ts';

/** A label with what it is for, as the snippets use it. */
export interface Label {
  readonly label: string;
  readonly decorations: readonly string[];
}

/** The labels of https://conventionalcomments.org: what a comment may begin with when no snippet says more. */
const CONVENTIONAL = ['issue', 'suggestion', 'question', 'nitpick', 'thought', 'todo', 'chore', 'note', 'praise'];

const BOLD = /^[ \t]*\*\*[ \t]*([\p{L}\p{N}][\p{L}\p{N} _-]{0,30}?)[ \t]*(?:\(([^()]*)\))?[ \t]*:[ \t]*\*\*[ \t]*/u;
const PLAIN = /^[ \t]*([\p{L}\p{N}][\p{L}\p{N} _-]{0,30}?)[ \t]*(?:\(([^()]*)\))?[ \t]*:(?=[ \t]|$)[ \t]*/u;

/** The labels to choose from: those that comments begin with most often in the order of importance, then the snippets' own. */
export function labelsFor(snippets: readonly Pick<Snippet, 'body'>[]): string[] {
  const own = snippets.flatMap(({ body }) => BOLD.exec(body.replace(/\$\{\d+[^}]*\}/g, ''))?.[1]?.toLowerCase() ?? []);
  return [...new Set([...CONVENTIONAL, ...own])];
}

/**
 * Reads `label (decorations): subject`, bold or not, and what follows as the body. Not bold, only one of `labels` is a label: a
 * comment may well begin with `Note that: ...`. Without a label `label` is empty.
 */
export function parseComment(text: string, labels: readonly string[] = CONVENTIONAL): FindingWords {
  const [first = '', ...rest] = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split(/\r\n?|\n/);
  const body = rest
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const head = headOf(first, labels);
  const words = { label: head?.label ?? '', decorations: head?.decorations ?? [] };
  return { ...words, subject: singleLine(first.slice(head?.length ?? 0)), body };
}

/** The label that a line begins with, and the offset of its subject. */
export function headOf(line: string, labels?: readonly string[]): (Label & { readonly length: number }) | undefined {
  const bold = BOLD.exec(line);
  const plain = bold ? undefined : PLAIN.exec(line);
  const match = bold ?? (plain && labels?.includes(plain[1]!.toLowerCase()) ? plain : undefined);
  if (!match) return undefined;
  const decorations = (match[2] ?? '')
    .split(',')
    .map((one) => singleLine(one).toLowerCase())
    .filter((one) => one !== '');
  return { label: singleLine(match[1]!).toLowerCase(), decorations, length: match[0].length };
}

/** `issue (blocking)`; empty without a label. */
export function labelText({ label, decorations }: Label): string {
  return decorations.length && label !== '' ? `${label} (${decorations.join(', ')})` : label;
}

/** The comment as it is typed, shown and copied: its first line with a bold label, then the body. */
export function commentText(words: FindingWords): string {
  const head = words.label === '' ? words.subject : `**${labelText(words)}:** ${words.subject}`;
  return words.body === '' ? head : `${head}\n\n${words.body}`;
}
