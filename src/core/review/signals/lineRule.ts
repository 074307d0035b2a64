import type { ChangedFile, ChangedLine } from '../change.ts';
import type { SignalCode, Signals } from './signal.ts';

/** A pattern in the added lines of certain files. */
export interface LineRule {
  readonly signal: SignalCode;
  readonly phrase: string | ((match: RegExpExecArray) => string);
  /** Flags `g` and `m`. Matches within one line, and takes time linear in its length. */
  readonly pattern: RegExp;
  /** Language ids; absent = every language that programs are written in, and SQL. */
  readonly languages?: ReadonlySet<string>;
  /** Which files; absent = all of those languages. */
  readonly files?: (path: string) => boolean;
  /** Says no to a line that only looks right. */
  readonly accepts?: (line: string, text: string) => boolean;
  /** Absent = files of tests are left out. */
  readonly isInTests?: boolean;
}

export function languages(ids: string): ReadonlySet<string> {
  return new Set(ids.trim().split(/\s+/));
}

export const scripts = languages('javascript javascriptreact typescript typescriptreact vue svelte astro');

/** A longer line or file is read up to here: nobody wrote the rest by hand, and patterns stay quick on hostile input. *(choice)* */
const MAX_LINE = 1000;
const MAX_TEXT = 512 * 1024;

/** The added lines of a file as one text, and the way back from an offset to a line number. */
export class AddedText {
  readonly text: string;
  readonly #lines: readonly ChangedLine[];
  readonly #starts: number[] = [];

  constructor(lines: readonly ChangedLine[]) {
    const texts: string[] = [];
    let length = 0;
    for (const { text } of lines) {
      if (length > MAX_TEXT) break;
      this.#starts.push(length);
      texts.push(text.length > MAX_LINE ? text.slice(0, MAX_LINE) : text);
      length += texts.at(-1)!.length + 1;
    }
    this.#lines = lines;
    this.text = texts.join('\n');
  }

  at(offset: number): ChangedLine | undefined {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low];
  }
}

const COMMENT = /^\s*(?:\/\/|\/\*|\*(?!\*)|<!--|--\s|#(?![[!]|include|define|if|pragma))/;

/** Adds a signal for each line that a rule matches; lines that are only a comment do not count. */
export function applyRule(rule: LineRule, file: ChangedFile, added: AddedText, signals: Signals): void {
  let last: ChangedLine | undefined;
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(added.text); match; match = rule.pattern.exec(added.text)) {
    if (match[0] === '') rule.pattern.lastIndex++;
    const line = added.at(match.index);
    if (!line || line === last) continue;
    last = line;
    if (COMMENT.test(line.text) || rule.accepts?.(line.text, added.text) === false) continue;
    const phrase = typeof rule.phrase === 'string' ? rule.phrase : rule.phrase(match);
    signals.add(rule.signal, phrase, { path: file.path, line: line.line });
  }
}
