import type { Checklist, Item, Section } from '../checklist/model.ts';
import type { Methodology } from '../ports.ts';
import type { ChangeKind, KindFinding } from './kinds.ts';
import type { Role } from './role.ts';
import type { Place, Signal, SignalCode } from './signals/signal.ts';
import type { ChangeSize, SizeAdvice } from './size.ts';

export interface SelectOptions {
  /** Default: what `proposeRole` says, else `reviewer`. */
  readonly role?: Role;
  /** What the user says it is, in place of what the change looks like; empty = none of the kinds. */
  readonly kinds?: readonly ChangeKind[];
  /** Default `both`. */
  readonly methodology?: Methodology;
  /** How many items may be in sight. Default 9, the most that people read together. */
  readonly budget?: number;
}

/** Why an item is there: a signal, a kind of change, a language or glob that the checklist names, or the list that it is on. */
export interface SelectionReason {
  readonly code: SignalCode | 'kind' | 'language' | 'files' | 'every-review';
  /** A sentence part in Markdown that can follow "because": "`db/004_orders.sql:3` alters a table". */
  readonly text: string;
  /** Where to look; absent when it is said of the whole change. */
  readonly place?: Place;
  /** Every file that it was said of; empty = the whole change. */
  readonly paths: readonly string[];
}

export interface SelectedItem {
  readonly checklist: Checklist;
  readonly section: Section;
  readonly item: Item;
  /** The weightiest first; never empty. */
  readonly reasons: readonly SelectionReason[];
}

/** The items of one checklist that are in sight; `includes` is what `renderBlock` and `placeBlock` take. */
export interface SelectedBlock {
  readonly checklist: Checklist;
  readonly items: readonly SelectedItem[];
  readonly includes: (item: Item) => boolean;
}

/** The items that fit a change, each with its reason. */
export interface Selection {
  readonly role: Role;
  /** Why this role; absent when the caller chose it or nothing tells. */
  readonly roleReason?: string;
  readonly kinds: readonly KindFinding[];
  /** Everything that was seen, heaviest first. */
  readonly signals: readonly Signal[];
  readonly size: ChangeSize;
  /** Absent when the size is fine. */
  readonly advice?: SizeAdvice;
  /** At most the budget: musts first, then by weight. Empty when nothing fits. */
  readonly inSight: readonly SelectedItem[];
  /** What fits too, in the same order. Empty when nothing fits. */
  readonly also: readonly SelectedItem[];
  /** The items in sight as blocks, one for each checklist: the list of the role, then the others by weight. */
  readonly blocks: readonly SelectedBlock[];
  /** The review checklists that were looked at, those without a fitting item included. */
  readonly considered: readonly Checklist[];
  /** Why nothing is selected, as a sentence; absent when something is. */
  readonly nothing?: string;
}
