import type { ItemRef } from './block/model.ts';
import type { SnippetEntry } from './snippet/snippetLibrary.ts';

/** A record, or one item of a block in a record. */
export interface RecordTarget {
  readonly uri: string;
  readonly item?: ItemRef;
}

/** What rows of the views hand to commands. A command started elsewhere gets none of it and looks at the focus. */
export interface RecordRow {
  readonly target: RecordTarget;
}

export interface ChecklistRow {
  readonly checklistId: string;
}

/** A checklist of the library, or one item of it. */
export interface ChecklistTarget extends ChecklistRow {
  readonly itemId?: string;
}

/** What a user can look at. */
export type FocusTarget = RecordTarget | ChecklistTarget;

export function isInRecord(target: FocusTarget): target is RecordTarget {
  return 'uri' in target;
}

export function isSameTarget(one: FocusTarget | undefined, other: FocusTarget | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && keyOf(one) === keyOf(other));
}

function keyOf(target: FocusTarget): string {
  if (!isInRecord(target)) return JSON.stringify([target.checklistId, target.itemId]);
  const { uri, item } = target;
  return JSON.stringify(item ? [uri, item.checklist, item.id, item.occurrence ?? 0] : [uri, null, null, 0]);
}

export interface SnippetRow {
  readonly snippet: SnippetEntry;
}
