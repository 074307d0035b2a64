import type { Pattern } from './kinds.ts';

/** A pattern ready to be tried: `expression` is run on a lower-cased line on which one of `anchors` occurs. */
export interface CompiledPattern {
  readonly expression: RegExp;
  /** Whole words, or prefixes if they end in `*`; made of `a-z`, `0-9` and `_`. */
  readonly anchors: readonly string[];
}

const between = '[\\s"\'`*_,:()/~<>-]{1,4}';
const anyWord = "[\\w'%.+-]{1,24}";

/**
 * Compiles one pattern. The phrase language: items are separated by a space and follow each other on a line, with
 * little but spaces or light punctuation between them.
 *
 * - `slow|sluggish`: one of these words
 * - `grow*`: a word that starts so
 * - `very?`, `very|so|too?`: the whole item may be absent
 * - `#`: a number, possibly with a unit glued to it
 * - `~3`: up to three words of any kind
 *
 * An apostrophe may be missing in the text. A phrase needs at least one item that is always there and is a word.
 * Throws on a malformed phrase; phrases are constants of this extension, so that is a fault of ours, found by any test.
 */
export function compilePattern(pattern: Pattern): CompiledPattern {
  if (typeof pattern !== 'string') {
    const [expression, ...anchors] = pattern;
    if (anchors.length === 0) throw new Error(`No anchor for ${expression.source}`);
    return { expression, anchors };
  }
  const items = pattern.split(' ').map(parseItem);
  const anchor = items.filter((item) => item.anchors.length > 0 && !item.isOptional).toSorted(byRarity)[0];
  if (!anchor) throw new Error(`No word to look for in "${pattern}"`);
  let source = '';
  let isFirst = true;
  for (const item of items) {
    const lead = isFirst ? '' : between;
    if (item.gap > 0) source += `(?:${between}${anyWord}){0,${item.gap}}`;
    else if (!item.isOptional) source += lead + item.source;
    else if (isFirst) source += `(?:${item.source}${between})?`;
    else source += `(?:${between}${item.source})?`;
    if (item.gap === 0 && !item.isOptional) isFirst = false;
  }
  return { expression: new RegExp(`(?<![a-z0-9_])${source}(?![a-z0-9_])`), anchors: anchor.anchors };
}

interface Item {
  readonly source: string;
  readonly anchors: readonly string[];
  readonly isOptional: boolean;
  readonly gap: number;
}

function parseItem(item: string): Item {
  if (/^~\d$/.test(item)) return { source: '', anchors: [], isOptional: true, gap: Number(item.slice(1)) };
  const isOptional = item.endsWith('?');
  const words = (isOptional ? item.slice(0, -1) : item).split('|');
  const anchors: string[] = [];
  const sources = words.map((word) => {
    if (word === '#') return '[\\d][\\d.,]{0,12}[a-z%]{0,7}';
    if (word === '') throw new Error(`Empty word in "${item}"`);
    anchors.push(...anchorsOf(word));
    return word
      .replace(/[.+^${}()[\]\\/]/g, '\\$&')
      .replace(/'/g, "'?")
      .replace(/-/g, '[-\\s]?')
      .replace(/\*/g, '[a-z]*');
  });
  // Only an item all of whose words can be looked up tells where the phrase may be.
  const isSearchable = words.every((word) => /^[a-z0-9_]/.test(word));
  return { source: `(?:${sources.join('|')})`, anchors: isSearchable ? anchors : [], isOptional, gap: 0 };
}

/** "can't" is read as the words `can` and `t`, "cant" as one, "re-run" as `re` or `rerun`. */
function anchorsOf(word: string): string[] {
  const head = /^[a-z0-9_]+/.exec(word)?.[0] ?? '';
  if (head === '') return [];
  if (head.length === word.length) return [head];
  if (word === `${head}*`) return [`${head}*`];
  const joined = word.replace(/['-]/g, '');
  return /^[a-z0-9_]+\*?$/.test(joined) ? [head, joined] : [head];
}

function byRarity(a: Item, b: Item): number {
  return rarity(b) - rarity(a);
}

/** Fewer and longer words are rarer, so the expression is tried on fewer lines. */
function rarity(item: Item): number {
  const lengths = item.anchors.map((anchor) => (commonWords.has(anchor) ? 0 : anchor.length));
  return Math.min(...lengths) - item.anchors.length / 4;
}

const commonWords = new Set(
  (
    'a an and are as at be but by can could do does for from get gets got had has have how i if in is it its just my no not of on ' +
    'one only or so some that the then there they this to too up use used using very was we were what when which will with would you ' +
    'your error errors file line test tests time after every all more than info debug warn warning new'
  ).split(' '),
);
