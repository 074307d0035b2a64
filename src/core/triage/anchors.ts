/**
 * A set of anchor words, each standing for some numbered patterns, that is looked up letter by letter while a text is
 * read once. It is a trie laid out in one typed array: most words of a text are left behind after two or three letters.
 */
export interface AnchorIndex {
  /** `next[state * letterCount + letter]`, 0 = no such anchor. */
  readonly next: Uint16Array;
  /** For every state: `endsWord`, `beginsPrefix`, both or neither. */
  readonly marks: Uint8Array;
  /** Patterns to try when a whole word ends in this state; empty for most states. */
  readonly whole: readonly (readonly number[])[];
  /** Patterns to try as soon as this state is reached; empty for most states. */
  readonly prefix: readonly (readonly number[])[];
}

/** A mark: `whole` of this state is not empty. */
export const endsWord = 1;
/** A mark: `prefix` of this state is not empty. */
export const beginsPrefix = 2;
/** Letters that words are made of, and 0 for none. */
export const letterCount = 38;

/** Letter numbers for `a-z` (either case), `0-9` and `_`; 0 for everything that separates words. */
export const letters: Uint8Array = lettersTable();

/** The state before the first letter of a word; state 0 means that the word is no anchor. */
export const startOfWord = 1;

/** Builds the index. `anchors[i]` are the anchors of pattern `i`; `x*` is a prefix. */
export function indexAnchors(anchors: readonly (readonly string[])[]): AnchorIndex {
  const whole: number[][] = [[], []];
  const prefix: number[][] = [[], []];
  const edges: Map<number, number>[] = [new Map(), new Map()];
  anchors.forEach((words, pattern) => {
    for (const word of new Set(words)) {
      const isPrefix = word.endsWith('*');
      let state = startOfWord;
      for (const char of isPrefix ? word.slice(0, -1) : word) {
        const letter = letters[char.charCodeAt(0)] ?? 0;
        if (letter === 0) throw new Error(`Anchor "${word}" is not one word`);
        let target = edges[state]?.get(letter);
        if (target === undefined) {
          target = edges.push(new Map()) - 1;
          whole.push([]);
          prefix.push([]);
          edges[state]?.set(letter, target);
        }
        state = target;
      }
      (isPrefix ? prefix : whole)[state]?.push(pattern);
    }
  });
  const next = new Uint16Array(edges.length * letterCount);
  edges.forEach((targets, state) => {
    targets.forEach((target, letter) => (next[state * letterCount + letter] = target));
  });
  const marks = Uint8Array.from(edges, (_, state) => {
    return (whole[state]?.length ? endsWord : 0) | (prefix[state]?.length ? beginsPrefix : 0);
  });
  return { next, marks, whole, prefix };
}

function lettersTable(): Uint8Array {
  // One entry for every UTF-16 code unit, so that no look-up is out of bounds.
  const table = new Uint8Array(65536);
  for (let i = 0; i < 26; i++) table[97 + i] = table[65 + i] = i + 1;
  for (let i = 0; i < 10; i++) table[48 + i] = 27 + i;
  table[95] = 37;
  return table;
}
