import { Lines, singleLine } from '../text/lines.ts';
import { hashOf } from './hash.ts';

/** What is remembered of a line of code, so that it is found again and no other line is taken for it. */
export interface Anchor {
  /** 0-based, when it was made. */
  readonly line: number;
  /** Of the line's text, white space normalised. */
  readonly hash: string;
  /** Of the nearest lines with text, nearest first; `^` and `$` are the ends of the file. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many lines of the file had that text; more than one needs its neighbours to be told apart. */
  readonly alike: number;
}

/** Where the line is now. Never a line whose text is not the anchored one. */
export type Placement =
  | { readonly kind: 'exact'; readonly line: number }
  | { readonly kind: 'moved'; readonly line: number }
  | { readonly kind: 'lost' };

const NEIGHBOURS = 2;
const SHORT = 4;
/**
 * Of the four neighbours, how many must be there where the text alone does not tell lines apart: with three, a twin cannot stand in
 * for a line that was deleted. Fewer do for a short line without twins that is where it was.
 */
const ENOUGH = 3;
const SOME = 2;

/** `line` is 0-based; a line beyond the text is its last one. */
export function anchorOf(text: string, line: number): Anchor {
  const file = new HashedLines(text);
  const at = Math.max(0, Math.min(line, file.count - 1));
  const hash = file.hashAt(at);
  return { line: at, hash, ...file.neighboursOf(at), alike: file.linesWith(hash).length };
}

/**
 * Looks for the anchored line in the text as it is now: the same text on the same line, unless its neighbours are found together
 * elsewhere; else the one line with that text that its neighbours single out. What is not certain is lost.
 */
export function locate(anchor: Anchor, text: string | HashedLines): Placement {
  const file = typeof text === 'string' ? new HashedLines(text) : text;
  const candidates = file.linesWith(anchor.hash).map((line) => ({ line, score: score(anchor, file, line) }));
  const best = Math.max(...candidates.map((one) => one.score));
  const [first, ...others] = candidates.filter((one) => one.score === best);
  if (!first) return { kind: 'lost' };
  const isAlone = candidates.length === 1 && anchor.alike <= 1;
  const isTelling = /(?:[\p{L}\p{N}].*){4}/u.test(file.textAt(first.line));
  const isUnique = isAlone && isTelling;
  const isSure = (one: { score: number }, needed: number): boolean =>
    one.score >= (isUnique ? 0 : Math.min(needed, neighbourCount(anchor)));
  const home = [first, ...others].find((one) => one.line === anchor.line);
  if (home) return isSure(home, isAlone ? SOME : ENOUGH) ? { kind: 'exact', line: home.line } : { kind: 'lost' };
  return others.length === 0 && isSure(first, ENOUGH) ? { kind: 'moved', line: first.line } : { kind: 'lost' };
}

function neighbourCount({ before, after }: Anchor): number {
  return before.length + after.length;
}

function score(anchor: Anchor, file: HashedLines, line: number): number {
  const { before, after } = file.neighboursOf(line);
  return sameCount(anchor.before, before) + sameCount(anchor.after, after);
}

/** Every line near an end of the file has that end near: it counts only behind neighbours that are there. */
function sameCount(one: readonly string[], other: readonly string[]): number {
  const isSame = (hash: string, index: number): boolean => hash === other[index];
  return one.filter((hash, index) => isSame(hash, index) && (!isEnd(hash) || one.slice(0, index).every(isSame))).length;
}

function isEnd(hash: string): boolean {
  return hash === '^' || hash === '$';
}

/** The lines of a file by the hash of their text; made once where several anchors are looked for. */
export class HashedLines {
  readonly #lines: Lines;
  readonly #texts: string[];
  readonly #hashes: string[];

  constructor(text: string) {
    this.#lines = new Lines(text);
    this.#texts = Array.from({ length: this.#lines.count }, (_, line) => singleLine(this.#lines.textOf(line)));
    this.#hashes = this.#texts.map(hashOf);
  }

  get count(): number {
    return this.#lines.count;
  }

  textAt(line: number): string {
    return this.#texts[line] ?? '';
  }

  hashAt(line: number): string {
    return this.#hashes[line] ?? '';
  }

  linesWith(hash: string): number[] {
    return this.#hashes.flatMap((one, line) => (one === hash ? [line] : []));
  }

  neighboursOf(line: number): Pick<Anchor, 'before' | 'after'> {
    return { before: this.#neighbours(line, -1, '^'), after: this.#neighbours(line, 1, '$') };
  }

  /** Blank lines come and go, so they are no neighbours. */
  #neighbours(line: number, step: 1 | -1, end: string): string[] {
    const found: string[] = [];
    for (let at = line + step; found.length < NEIGHBOURS; at += step) {
      if (at < 0 || at >= this.count) return [...found, end];
      if (this.textAt(at) !== '') found.push(this.hashAt(at).slice(-SHORT));
    }
    return found;
  }
}
