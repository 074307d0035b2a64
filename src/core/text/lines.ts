import type { Range } from './edits.ts';

/**
 * Lines of a text, counted as CommonMark counts them (`\n`, `\r\n`, or a lone `\r` ends one). Lines are 0-based.
 * A line beyond the last one answers with the end of the text.
 */
export class Lines {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (const match of text.matchAll(/\r\n?|\n/g)) this.#starts.push(match.index + match[0].length);
  }

  get count(): number {
    return this.#starts.length;
  }

  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.text.length;
  }

  /** Where the line's own characters end: before its line ending. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    if (end > this.startOf(line) && this.text[end - 1] === '\n') end--;
    if (end > this.startOf(line) && this.text[end - 1] === '\r') end--;
    return end;
  }

  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** From the first character of `from` to the last one of `to - 1`, without the last line ending. */
  rangeOf(from: number, to = from + 1): Range {
    return { start: this.startOf(from), end: Math.max(this.startOf(from), this.endOf(Math.max(from, to - 1))) };
  }

  /** As Markdown sees it: a no-break space is text. */
  isBlank(line: number): boolean {
    return /^[ \t]*$/.test(this.textOf(line));
  }

  /** The 0-based line that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The line ending that a text uses first; `\n` where it has none yet. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

/** The line ending for text that is inserted at an offset: a `\n` behind a lone `\r` would end the same line once more. */
export function lineEndingAt(text: string, offset: number): '\n' | '\r\n' {
  return text[offset - 1] === '\r' ? '\r\n' : lineEndingOf(text);
}

/** One line, one space between words: what a person typed, ready to stand inside a Markdown line. */
export function singleLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The spaces and tabs that a line begins with. */
export function leadingSpace(line: string): string {
  return /^[ \t]*/.exec(line)![0];
}

/** How far spaces and tabs reach, with CommonMark's tab stops of 4. */
export function widthOf(space: string): number {
  let width = 0;
  for (const one of space) width += one === '\t' ? 4 - (width % 4) : 1;
  return width;
}
