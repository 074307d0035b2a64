import type { Range } from '../text/edits.ts';

/** What became of an item. `n/a` always carries a reason in what we write; a hand-written one may lack it. */
export type ItemState =
  | { readonly kind: 'open' }
  | { readonly kind: 'done' }
  | { readonly kind: 'n/a'; readonly reason: string }
  | { readonly kind: 'problem'; readonly note: string };

/** Names one item of one block. A `BlockItem` is its own reference, valid as long as the item keeps its id. */
export interface ItemRef {
  readonly checklist: string;
  readonly id: string;
  /** Which block of that checklist in the text, from 0; absent = the first. */
  readonly occurrence?: number;
}

/** A checklist inserted into a text between two marker comments. */
export interface Block {
  /** Id of the checklist. */
  readonly checklist: string;
  /** Which block of that checklist in the text, from 0. */
  readonly occurrence: number;
  /** Absent when the block has no heading or title line. */
  readonly title?: string;
  readonly sections: readonly BlockSection[];
  /** Markers included. */
  readonly range: Range;
  /** Between the markers: the only text that a refresh may change. */
  readonly inner: Range;
  /** 0-based line of the opening marker. */
  readonly line: number;
  /** False when the closing marker is missing; the block then ends where the next one begins, or with the text. */
  readonly isClosed: boolean;
}

export interface BlockSection {
  /** Empty for items before the first section heading. */
  readonly title: string;
  /** 0-based; absent for items before the first section heading. */
  readonly line?: number;
  readonly items: readonly BlockItem[];
}

export interface BlockItem extends ItemRef {
  readonly occurrence: number;
  readonly title: string;
  readonly isMust: boolean;
  readonly state: ItemState;
  /** The text of a `Problem:` entry, kept when the item is ticked later. */
  readonly problem?: string;
  /** The texts of `Note:` entries. */
  readonly notes: readonly string[];
  /** What changed since the item was settled, as Markdown: a `Re-check:` entry, or what version control tells now. */
  readonly recheck?: string;
  /** The commit at which the item was settled, as a hash or its beginning, where it is not the record's own. */
  readonly checkedAt?: string;
  /** A person has worked on it: it is not open, its words go on in a second line, or something is nested below it. */
  readonly isTouched: boolean;
  /** 0-based line of the brackets. */
  readonly line: number;
  /** From the start of its first line to the last character nested below it. */
  readonly range: Range;
  /** The words of the first line: what an editor selects. */
  readonly titleRange: Range;
}

export interface Progress {
  /** Items that are done or not applicable, and have nothing to be checked again. */
  readonly settled: number;
  readonly total: number;
  readonly problems: number;
  /** Musts that are not settled. */
  readonly openMusts: number;
  /** Answers that have to be checked again; absent when there are none. */
  readonly rechecks?: number;
}

type Answered = Pick<BlockItem, 'state' | 'isMust' | 'recheck'>;

export function itemsOfBlock(block: Block): BlockItem[] {
  return block.sections.flatMap((section) => section.items);
}

/** Ticked or struck through, whatever happened since. */
export function isTicked({ state }: Pick<BlockItem, 'state'>): boolean {
  return state.kind === 'done' || state.kind === 'n/a';
}

/** Answered, and the answer still stands. */
function isSettled(item: Pick<BlockItem, 'state' | 'recheck'>): boolean {
  return isTicked(item) && item.recheck === undefined;
}

/** Somebody has to look at it: nobody has, or what they saw has changed. A noted problem waits for something else. */
export function isToDo(item: Pick<BlockItem, 'state' | 'recheck'>): boolean {
  return item.state.kind === 'open' || (isTicked(item) && item.recheck !== undefined);
}

export function progressOf(items: readonly Answered[]): Progress {
  const rechecks = items.filter((item) => isTicked(item) && item.recheck !== undefined).length;
  return {
    settled: items.filter(isSettled).length,
    total: items.length,
    problems: items.filter((item) => item.state.kind === 'problem').length,
    openMusts: items.filter((item) => item.isMust && !isSettled(item)).length,
    ...(rechecks ? { rechecks } : {}),
  };
}

/** The state an item goes back to when its tick is taken away: a problem that was noted is still there. */
export function untickedState(item: BlockItem): ItemState {
  return item.problem === undefined ? { kind: 'open' } : { kind: 'problem', note: item.problem };
}
