import { replace, type Range, type TextEdit } from '../text/edits.ts';
import { singleLine } from '../text/lines.ts';

/** Why words are struck through: how it is written, and how it is read. */
export interface Strike {
  readonly word: string;
  readonly pattern: RegExp;
}

export const notApplicable: Strike = { word: 'n/a', pattern: /^~~(.*\S.*)~~ \(n\/a(?::(.*))?\)$/is };
export const wontFix: Strike = { word: "won't fix", pattern: /^~~(.*\S.*)~~ \(won['\u2019]?t fix(?::(.*))?\)$/is };

/**
 * Splits the words of a task's line from their strike-through and its reason, if they are there. Struck through twice, the outer
 * reason counts. `wordsStart` is the offset of the words in the content.
 */
export function readStrike(
  content: string,
  { pattern }: Strike,
): { words: string; wordsStart: number; reason?: string } {
  let words = content;
  let wordsStart = 0;
  let reason: string | undefined;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    words = match[1]!.trim();
    wordsStart += 2 + match[1]!.length - match[1]!.trimStart().length;
    reason ??= (match[2] ?? '').trim();
  }
  return { words, wordsStart, ...(reason === undefined ? {} : { reason }) };
}

/** What stands before and after words that are struck through for that reason. */
export function strikeWording({ word }: Strike, reason: string): { before: string; after: string } {
  const text = safeText(reason);
  return { before: '~~', after: text === '' ? `~~ (${word})` : `~~ (${word}: ${text})` };
}

/** Edits that strike the words through for that reason, or take the strike-through away when `reason` is `undefined`. */
export function setStrike(text: string, content: Range, strike: Strike, reason: string | undefined): TextEdit[] {
  const { start, end } = content;
  const { words, wordsStart, reason: now } = readStrike(text.slice(start, end), strike);
  if (reason !== undefined && now === safeText(reason)) return [];
  const { before, after } = reason === undefined ? { before: '', after: '' } : strikeWording(strike, reason);
  const from = start + wordsStart;
  const to = from + words.length;
  return [
    ...(text.slice(start, from) === before ? [] : [replace(start, from, before)]),
    ...(text.slice(to, end) === after ? [] : [replace(to, end, after)]),
  ];
}

/** A person's text made fit for one Markdown line: it can neither open a comment nor end a strike-through. */
export function safeText(text: string): string {
  return singleLine(text).replace(/~{2,}/g, '~').replace(/<!--/g, '<\\!--').replace(/-->/g, '--\\>');
}
