import { parseTree } from 'jsonc-parser';
import { insert, type Range, type TextEdit } from '../text/edits.ts';
import { problemIn, type SnippetFileProblem } from './snippet.ts';

/** What is written for a new snippet, under its name. */
export interface NewSnippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** In snippet syntax. */
  readonly body: string;
}

export type Addition =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'taken' }
  | { readonly kind: 'broken'; readonly problem: SnippetFileProblem };

/** The languages in which review comments are written. */
export const reviewLanguages = ['markdown', 'git-commit', 'scminput'] as const;

/**
 * The insertions that put a snippet at the end of a snippet file. Nothing else changes, and a comment behind the last entry stays
 * with it: the new entry comes after it. (`modify` of jsonc-parser would put the entry before that comment.)
 */
export function addSnippet(text: string, snippet: NewSnippet): Addition {
  const problem = problemIn(text);
  if (problem) return { kind: 'broken', problem };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  if (!root) {
    const gap = text === '' || /[\r\n]$/.test(text) ? '' : eol;
    return {
      kind: 'edits',
      edits: [insert(text.length, `${gap}{${eol}${entryText(snippet, '  ', eol)}${eol}}${eol}`)],
    };
  }
  const names = root.children?.map((property) => property.children?.[0]?.value as unknown) ?? [];
  if (names.includes(snippet.name)) return { kind: 'taken' };
  const last = root.children?.at(-1);
  const indent = last ? (/(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, last.offset))?.[1] ?? '  ') : '  ';
  const close = root.offset + root.length - 1;
  const from = last ? last.offset + last.length : root.offset + 1;
  const { end, hasComma } = lastToken(text, from, close);
  const isOnLine = /[\r\n]/.test(text.slice(end, close));
  return {
    kind: 'edits',
    edits: [
      ...(last && !hasComma ? [insert(from, ',')] : []),
      insert(end, `${eol}${entryText(snippet, indent, eol)}${isOnLine ? '' : eol}`),
    ],
  };
}

/** The end of what stands last between two offsets, where there are only comments, space and perhaps a comma. */
function lastToken(text: string, from: number, to: number): { end: number; hasComma: boolean } {
  const between = text.slice(from, to);
  const hasComma = between.replace(/\/\/[^\r\n]*|\/\*[^]*?\*\//g, '').includes(',');
  return { end: from + between.trimEnd().length, hasComma };
}

function entryText({ name, prefix, description, body }: NewSnippet, indent: string, eol: string): string {
  const entry = {
    prefix,
    scope: reviewLanguages.join(','),
    ...(description ? { description } : {}),
    body: body.split('\n'),
  };
  const unit = indent.includes('\t') ? '\t' : indent || '  ';
  const lines = JSON.stringify({ [name]: entry }, undefined, unit)
    .split('\n')
    .slice(1, -1);
  return lines.map((line) => indent + line.slice(unit.length)).join(eol);
}

/** Where the name of a snippet stands in its file, quotes included; `undefined` when it does not. */
export function placeOfSnippet(text: string, name: string): Range | undefined {
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  const key = root?.children?.map((property) => property.children?.[0]).find((one) => one?.value === name);
  return key && { start: key.offset, end: key.offset + key.length };
}
