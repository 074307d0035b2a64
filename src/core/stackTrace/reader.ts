import type { Relation } from './stackTrace.ts';

/** One line as the readers see it: clean, cut to a bounded length, with its place in the input. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0-based line of the input. */
  readonly rawLine: number;
}

export interface FrameDraft {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  symbol?: string | undefined;
  rawLine: number;
}

/** A trace while it is read; `first` and `last` count in the lines given to the reader. */
export interface Draft {
  language: string;
  tool?: string | undefined;
  test?: string | undefined;
  type?: string | undefined;
  message: string;
  frames: FrameDraft[];
  causes: Draft[];
  relation?: Relation | undefined;
  first: number;
  last: number;
}

export interface Found {
  readonly traces: readonly Draft[];
  /** The line to go on with: always behind the line that was opened. */
  readonly next: number;
}

/** What a reader may look at. Lines before `floor` belong to an earlier trace. */
export interface Place {
  readonly lines: readonly SourceLine[];
  readonly at: number;
  readonly floor: number;
}

/**
 * Reads one format. `opens` is tried on every line; `read` may look back to `floor` and forward, and answers `undefined` when the
 * line was no trace after all. To keep the whole linear it may then have looked at a bounded number of lines only.
 */
export interface Reader {
  readonly opens: RegExp;
  /** The opening line holds a line number (see `PLACE` in parse.ts), so that most lines need not be tried. */
  readonly needsPlace?: boolean;
  read(place: Place, match: RegExpExecArray): Found | undefined;
}

/** The clean text of a line; empty beyond the ends. */
export function textAt(lines: readonly SourceLine[], index: number): string {
  return lines[index]?.text ?? '';
}

export function draft(language: string, first: number, last: number, fields: Partial<Draft> = {}): Draft {
  return { language, message: '', frames: [], causes: [], first, last, ...fields };
}

/** A number written in a trace; `undefined` if it was not written or is no line number. */
export function numberOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** `Type: message` or `Type` apart; without a type-like start, all of it is message. */
export function splitError(text: string): { type?: string; message: string } {
  const match = /^([A-Za-z_$][\w$.:\\]{0,199}?)(?: \[[A-Z_0-9]{1,80}\])?(?::\s{1,4}(.*))?$/s.exec(text);
  const type = match?.[1];
  if (type === undefined || !/[A-Z.]/.test(type) || (match?.[2] === undefined && !ALONE.test(type)))
    return { message: text.trim() };
  return { type, message: (match?.[2] ?? '').trim() };
}

/** Names that are errors even with no message behind them. */
const ALONE = /^\S*(?:Error|Exception|Interrupt|Exit|Iteration|Warning|Group)$/;

/** The nearest line above `at` (not above `floor`, at most `limit` lines away) that the pattern matches. */
export function findAbove(
  { lines, at, floor }: Place,
  pattern: RegExp,
  limit: number,
): { index: number; match: RegExpExecArray } | undefined {
  for (let index = at - 1; index >= Math.max(floor, at - limit); index--) {
    const match = pattern.exec(textAt(lines, index));
    if (match) return { index, match };
  }
  return undefined;
}
