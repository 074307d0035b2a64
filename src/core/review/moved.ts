import type { ChangedFile } from './change.ts';

export interface MovedLines {
  /** Added lines with enough words to tell. */
  readonly added: number;
  /** Those of them that were removed elsewhere with the same words. */
  readonly moved: number;
  /** Pairs of a removed and an added line of one file that differ in white space only. */
  readonly reformatted: number;
}

/** A brace or a `return;` is found everywhere and says nothing. */
const MIN_LENGTH = 8;

/** How much of what was added stood elsewhere before, and how much only changed its white space. */
export function movedLines(files: readonly ChangedFile[]): MovedLines {
  const gone = new Map<string, number>();
  for (const { removed } of files) for (const { text } of removed) put(gone, text.trim());
  let [added, moved, reformatted] = [0, 0, 0];
  for (const file of files) {
    const here = new Map<string, number>();
    for (const { text } of file.removed) put(here, withoutSpace(text));
    for (const { text } of file.added) {
      if (here.size > 0 && take(here, withoutSpace(text))) reformatted++;
      const words = text.trim();
      if (words.length < MIN_LENGTH) continue;
      added++;
      if (gone.size > 0 && take(gone, words)) moved++;
    }
  }
  return { added, moved, reformatted };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function put(bag: Map<string, number>, key: string): void {
  if (key !== '') bag.set(key, (bag.get(key) ?? 0) + 1);
}

function take(bag: Map<string, number>, key: string): boolean {
  const left = bag.get(key) ?? 0;
  if (left > 0) bag.set(key, left - 1);
  return left > 0;
}
