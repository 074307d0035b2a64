import type { Range } from '../text/edits.ts';

export const groups = ['problem', 'review', 'delivery'] as const;
export type Group = (typeof groups)[number];

/** `read-do`: read an item, then act. `do-confirm`: work from memory, then pause and confirm. */
export const checklistKinds = ['read-do', 'do-confirm'] as const;
export type ChecklistKind = (typeof checklistKinds)[number];

/** A Markdown file that teaches. */
export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly group: Group;
  readonly kind: ChecklistKind;
  /** The situation in which a person reaches for this list, one sentence. */
  readonly trigger: string;
  /** `YYYY-MM-DD` as written; absent when the file does not say. */
  readonly revised?: string;
  /** Absent: the checklist is always offered. */
  readonly appliesTo?: AppliesTo;
  readonly sources: readonly string[];
  /** A team's way to hide a built-in checklist. */
  readonly isDisabled: boolean;
  readonly sections: readonly Section[];
}

/** A change fits when one of its files matches a glob or one of its languages is named. */
export interface AppliesTo {
  readonly files: readonly string[];
  readonly languages: readonly string[];
}

/** A pause point: items that are read together. */
export interface Section {
  readonly title: string;
  /** Language ids, globs, kinds of change or ways of working; empty = always. */
  readonly onlyFor: readonly string[];
  readonly items: readonly Item[];
  /** 0-based line of the heading. */
  readonly line: number;
}

export interface Item {
  /** Unique in its checklist: the id in the line, else the slug of the title. */
  readonly id: string;
  readonly hasOwnId: boolean;
  readonly title: string;
  /** The title as Markdown, without the bold of a must. */
  readonly titleMarkdown: string;
  readonly isMust: boolean;
  /** Markdown; absent when the file does not say. */
  readonly why?: string;
  readonly how: readonly string[];
  /** The mentoring question. */
  readonly ask?: string;
  readonly evidence?: string;
  readonly onlyFor: readonly string[];
  /** 0-based line. */
  readonly line: number;
  /** The item's lines with everything nested below them. */
  readonly range: Range;
}

export function itemsOf(checklist: Checklist): Item[] {
  return checklist.sections.flatMap((section) => section.items);
}
