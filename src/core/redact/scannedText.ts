import type { Candidate } from './rule.ts';

/** A placeholder: `<kind-n>`, kind in lower-case words. */
export const placeholderPattern = /<([a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,5})-(\d{1,6})>/g;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** No rule looks further than this many lines from what it finds, private keys excepted. */
const LINES_AROUND = 2;

interface Piece {
  /** Where the piece starts in the scanned text and in the input. */
  readonly at: number;
  readonly origin: number;
}

/**
 * The input as rules see it: every placeholder and every finding is one mark, which no rule takes for a part of a value. Text that
 * was redacted before and text that is being redacted look the same, which is what makes redaction idempotent.
 */
export class ScannedText {
  /** A noncharacter of Unicode, which does not occur in text that is meant to be read. */
  static readonly mark = '\uffff';
  /** What the rules read. */
  text: string;
  /** Findings with offsets of the input, in order. */
  hidden: Candidate[] = [];
  /** What is still to be scanned, in order: at first everything, then the surroundings of what was hidden last. */
  unread: readonly Stretch[];
  readonly #input: string;
  readonly #placeholders: readonly Candidate[];
  #pieces: Piece[] = [];

  constructor(input: string) {
    this.#input = input;
    this.#placeholders = Array.from(input.matchAll(placeholderPattern), (match) => ({
      kind: '',
      start: match.index,
      end: match.index + match[0].length,
    }));
    this.text = this.#collapse([]);
    this.unread = [{ start: 0, end: this.text.length }];
  }

  /** Replaces candidates (offsets of {@link text}, in order, without overlap) by marks. */
  hide(candidates: readonly Candidate[]): void {
    const found = candidates.map(({ kind, start, end }) => ({
      kind,
      start: this.#originOf(start),
      end: this.#originOf(end - 1) + 1,
    }));
    this.hidden = [...this.hidden, ...found].toSorted((a, b) => a.start - b.start);
    this.text = this.#collapse(found);
  }

  #collapse(latest: readonly Candidate[]): string {
    const holes = [...this.#placeholders, ...this.hidden].toSorted((a, b) => a.start - b.start);
    const parts: string[] = [];
    this.#pieces = [{ at: 0, origin: 0 }];
    const isLatest = new Set(latest);
    const marks: number[] = [];
    let length = 0;
    let from = 0;
    for (const hole of holes) {
      const { start, end } = hole;
      parts.push(this.#input.slice(from, start), ScannedText.mark);
      length += start - from + 1;
      if (isLatest.has(hole)) marks.push(length - 1);
      from = end;
      this.#pieces.push({ at: length, origin: end });
    }
    parts.push(this.#input.slice(from));
    const text = parts.join('');
    this.unread = surroundingsOf(marks, text);
    return text;
  }

  #originOf(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low] ?? { at: 0, origin: 0 };
    return piece.origin + (offset - piece.at);
  }
}

/** The lines of the marks (ascending offsets) with some lines around, merged where they touch. */
function surroundingsOf(marks: readonly number[], text: string): Stretch[] {
  if (marks.length === 0) return [];
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const stretches: { start: number; end: number }[] = [];
  let line = 0;
  for (const mark of marks) {
    while ((lineStarts[line + 1] ?? Infinity) <= mark) line++;
    const start = lineStarts[Math.max(0, line - LINES_AROUND)] ?? 0;
    const end = lineStarts[line + LINES_AROUND + 1] ?? text.length;
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}
