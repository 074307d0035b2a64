import { findBlocks } from '../block/find.ts';
import { findFramed, framed } from '../block/frame.ts';
import { closingMarker, openingMarker } from '../block/markers.ts';
import { itemsOfBlock, type BlockItem } from '../block/model.ts';
import { placeBlock, type Medium } from '../block/place.ts';
import { withdrawItems } from '../block/withdraw.ts';
import type { Checklist } from '../checklist/model.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { lineEdits } from '../text/lineEdits.ts';
import { lineEndingOf } from '../text/lines.ts';
import { correctionIn, REASONS_MARKER, reasonsMarker, type Correction } from './correction.ts';
import { reasonsEnd, renderReasons } from './explain.ts';
import type { SelectedItem, Selection } from './selection.ts';

export interface SelectionPlacement {
  /** Empty when the text says all of it already. */
  readonly edits: readonly TextEdit[];
  /** Checklists that came in as new blocks; that were there and got new items, or stayed as they were. */
  readonly inserted: number;
  readonly refreshed: number;
  readonly addedItems: number;
}

export interface PlaceSelectionOptions {
  /** What the user says of the change, written down for the next time. Default: what the text says already. */
  readonly correction?: Correction;
  /** Items of the selection that stay out. Default: none. */
  readonly skips?: (item: SelectedItem) => boolean;
  /** Items of `outdatedItems` that go. Default: none. */
  readonly removes?: (item: BlockItem) => boolean;
}

/**
 * Edits that bring a selection into a text: one block for each checklist, with the selected items only, in the format of every other
 * block, so that inserting again refreshes it. What was ticked, noted or written stays, also in blocks of checklists that no longer
 * fit. In Markdown the reasons follow the blocks, folded, as text without state.
 */
export function placeSelection(
  text: string,
  offset: number,
  selection: Selection,
  medium: Medium,
  options: PlaceSelectionOptions = {},
): SelectionPlacement {
  const { correction = correctionIn(text), skips, removes } = options;
  const outdated = removes ? outdatedItems(text, selection, medium).filter(removes) : [];
  let now = text;
  for (const checklist of outdated.length ? selection.considered : []) {
    const ids = new Set(outdated.filter((item) => item.checklist === checklist.id).map(({ id }) => id));
    if (ids.size) now = withdrawn(now, checklist, medium, ids);
  }
  let at = Math.min(offset, now.length);
  let [inserted, refreshed, addedItems] = [0, 0, 0];
  for (const { checklist, items } of selection.blocks) {
    const wanted = new Set(items.filter((item) => !skips?.(item)).map(({ item }) => item.id));
    const includes = ({ id }: { readonly id: string }): boolean => wanted.has(id);
    if (!wanted.size) continue;
    const placement = placeBlock(now, at, checklist, medium, { includes, keepsUnknown: true });
    now = applyEdits(now, placement.edits);
    addedItems += placement.added.length;
    if (placement.kind === 'inserted') inserted++;
    else refreshed++;
    at = endOf(now, checklist.id, medium) ?? at;
  }
  const inSight = selection.inSight.filter((item) => !skips?.(item));
  now =
    medium.kind === 'markdown'
      ? withReasons(now, at, { ...selection, inSight }, correction)
      : withMarker(now, at, medium, correction);
  return { edits: lineEdits(text, now), inserted, refreshed, addedItems };
}

/** The items of a selection that a text does not have yet. */
export function newItems(text: string, selection: Selection, medium: Medium): SelectedItem[] {
  const itemsOf = itemReader(text, medium);
  return selection.blocks.flatMap(({ checklist, items }) => {
    const present = new Set(itemsOf(checklist).map(({ id }) => id));
    return items.filter(({ item }) => !present.has(item.id));
  });
}

/**
 * The items of a text that a selection neither has in sight nor mentions, and that nobody has touched: what no longer fits. Items that no
 * checklist of the selection has, and all that a person wrote, are not among them.
 */
export function outdatedItems(text: string, selection: Selection, medium: Medium): BlockItem[] {
  const itemsOf = itemReader(text, medium);
  const fitting = new Set(
    [...selection.inSight, ...selection.also].map(({ checklist, item }) => keyOf(checklist, item)),
  );
  return selection.considered.flatMap((checklist) => {
    const known = new Set(checklist.sections.flatMap(({ items }) => items.map(({ id }) => id)));
    const items = itemsOf(checklist);
    const repeated = new Set(items.filter(({ id }) => !known.has(id)).map(({ id }) => id.replace(/-\d+$/, '')));
    return items.filter(
      (item) => known.has(item.id) && !item.isTouched && !repeated.has(item.id) && !fitting.has(keyOf(checklist, item)),
    );
  });
}

/** Whether a selection was inserted into this text before. */
export function hasSelection(text: string): boolean {
  return REASONS_MARKER.test(text);
}

function keyOf({ id }: Checklist, item: { readonly id: string }): string {
  return `${id}/${item.id}`;
}

/** Tells the items of a checklist's first block in a text. */
function itemReader(text: string, medium: Medium): (checklist: Checklist) => BlockItem[] {
  const blocks = medium.kind === 'code' ? [] : findBlocks(text);
  return ({ id }) => {
    const framedText = medium.kind === 'code' ? findFramed(text, id) : undefined;
    const block = (framedText ? findBlocks(framedText.inner) : blocks).find(({ checklist }) => checklist === id);
    return block ? itemsOfBlock(block) : [];
  };
}

function withdrawn(text: string, checklist: Checklist, medium: Medium, ids: ReadonlySet<string>): string {
  const removes = ({ id }: BlockItem): boolean => ids.has(id);
  if (medium.kind !== 'code') return withdrawItems(text, checklist, removes);
  const block = findFramed(text, checklist.id);
  if (!block) return text;
  const inner = withdrawItems(block.inner, checklist, removes);
  if (inner !== '') return applyEdits(text, block.outer(lineEdits(block.inner, inner)));
  const after = text.slice(block.range.end).replace(/^\r?\n/, '');
  return text.slice(0, block.range.start) + after;
}

/** Where the next block follows the one that was just placed: behind it, in code on the line after it. */
function endOf(text: string, checklist: string, medium: Medium): number | undefined {
  if (medium.kind !== 'code') return findBlocks(text).find((block) => block.checklist === checklist)?.range.end;
  const end = text.indexOf(closingMarker, text.indexOf(openingMarker(checklist)));
  const next = text.indexOf('\n', end);
  return end < 0 || next < 0 ? undefined : next + 1;
}

function withReasons(text: string, at: number, selection: Selection, correction: Correction): string {
  const lineEnding = lineEndingOf(text);
  const reasons = renderReasons(selection, { lineEnding, correction });
  const start = text.search(REASONS_MARKER);
  const end = text.indexOf(reasonsEnd, start);
  if (start >= 0 && end >= 0) return text.slice(0, start) + reasons + text.slice(end + reasonsEnd.length);
  return reasons === '' ? text : `${text.slice(0, at)}${lineEnding}${lineEnding}${reasons}${text.slice(at)}`;
}

/** Where there is no fold for reasons, a line keeps what the user corrected; without a correction there is none. */
function withMarker(text: string, at: number, medium: Medium, correction: Correction): string {
  const marker = reasonsMarker(correction);
  if (REASONS_MARKER.test(text)) return text.replace(REASONS_MARKER, () => marker);
  if (marker === reasonsMarker()) return text;
  const lineEnding = lineEndingOf(text);
  if (medium.kind !== 'code') return `${text.slice(0, at)}${lineEnding}${marker}${text.slice(at)}`;
  const above = text.slice(0, at).trimEnd();
  const indent = /^[ \t]*/.exec(above.slice(above.lastIndexOf('\n') + 1))![0];
  const line = framed(marker, { ...medium.frame, before: indent + medium.frame.before });
  return text.slice(0, at) + line + lineEnding + text.slice(at);
}
