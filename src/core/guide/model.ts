import type { ItemState, Progress } from '../block/model.ts';
import { checklistKinds, type Checklist, type ChecklistKind, type Item } from '../checklist/model.ts';
import type { Layer } from '../library/checklistLibrary.ts';
import type { RecordInfo } from '../record/model.ts';
import type { ChecklistTarget, FocusTarget, RecordTarget } from '../targets.ts';

/** `item`: one at a time. `section`: all items of a section together. */
export type Layout = 'item' | 'section';

/** The layouts that the user chose, by kind of checklist. */
export type Layouts = Partial<Record<ChecklistKind, Layout>>;

/** What the Guide shows: a projection of the text and the library as they are now. */
export type GuideModel = EmptyGuide | LibraryGuide | RecordGuide | ItemGuide | SectionGuide;

/** Nothing is selected, or what was selected is gone. */
export interface EmptyGuide {
  readonly kind: 'empty';
}

/** A checklist of the library. */
export interface LibraryGuide {
  readonly kind: 'library';
  readonly checklist: Checklist;
  readonly layer: Layer;
  /** Links work. */
  readonly mayAct: boolean;
  readonly sections: readonly GuideSection[];
}

/** A record, or any Markdown text with blocks. */
export interface RecordGuide {
  readonly kind: 'record';
  /** Empty when the text is no record. */
  readonly title: string;
  readonly info?: RecordInfo;
  readonly target: RecordTarget;
  readonly blocks: readonly GuideBlock[];
  /** The first item that is open or has to be checked again; absent when there is none. */
  readonly firstOpen?: RecordTarget;
}

export interface GuideBlock {
  readonly title: string;
  readonly progress: Progress;
  readonly sections: readonly GuideSection[];
  /** Absent when the library does not have it. */
  readonly checklist?: Checklist;
}

/** A line of an overview. */
export interface GuideSection {
  readonly title: string;
  readonly count: number;
  readonly onlyFor: readonly string[];
  /** Absent outside a record. */
  readonly progress?: Progress;
  /** Where to start: its first item that is open or has to be checked again, else its first item. Absent when it has no item. */
  readonly target?: FocusTarget;
}

/** Where something stands. */
export interface Trail {
  readonly checklist: string;
  /** Empty for items before the first section heading. */
  readonly section: string;
  /** The overview of the record or the checklist. */
  readonly overview: RecordTarget | ChecklistTarget;
}

interface PlacedGuide {
  readonly trail: Trail;
  /** Of the checklist; `read-do` when the library does not have it. */
  readonly checklistKind: ChecklistKind;
  /** Links and commands in the text work. */
  readonly mayAct: boolean;
  readonly previous?: FocusTarget;
  readonly next?: FocusTarget;
}

export interface ItemGuide extends PlacedGuide {
  readonly kind: 'item';
  readonly item: GuideItem;
  /** In its section, from 1. */
  readonly position: number;
  readonly count: number;
}

export interface SectionGuide extends PlacedGuide {
  readonly kind: 'section';
  readonly items: readonly GuideItem[];
  /** Key of the item that is selected. */
  readonly current: string;
  /** Absent outside a record. */
  readonly progress?: Progress;
}

export interface GuideItem {
  /** Names the item within the Guide. */
  readonly key: string;
  readonly target: FocusTarget;
  readonly title: string;
  readonly isMust: boolean;
  /** Absent outside a record. */
  readonly state?: ItemState;
  readonly notes: readonly string[];
  /** What changed since it was settled, in plain words. */
  readonly recheck?: string;
  /** A problem that was noted and is settled by now. */
  readonly pastProblem?: string;
  /** Absent when the library does not have the item. */
  readonly teaching?: Teaching;
}

/** What a checklist says about one item. */
export type Teaching = Pick<Item, 'why' | 'how' | 'ask' | 'evidence' | 'onlyFor'>;

/** `read-do` lists are read item by item, `do-confirm` lists are confirmed section by section, unless the user chose otherwise. */
export function layoutOf(kind: ChecklistKind, layouts: Layouts): Layout {
  return layouts[kind] ?? (kind === 'read-do' ? 'item' : 'section');
}

/** Reads what an earlier session remembered, whatever it is. */
export function layoutsFrom(layouts: unknown): Layouts {
  if (typeof layouts !== 'object' || layouts === null) return {};
  return Object.fromEntries(
    checklistKinds.flatMap((kind) => {
      const layout = (layouts as Record<string, unknown>)[kind];
      return layout === 'item' || layout === 'section' ? [[kind, layout]] : [];
    }),
  );
}
