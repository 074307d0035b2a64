import { diffLines } from 'diff';
import { placeBlock, type Medium } from '../block/place.ts';
import { findBlocks } from '../block/find.ts';
import { closingMarker, openingMarker } from '../block/markers.ts';
import { applyEdits, replace, type TextEdit } from '../text/edits.ts';
import { lineEndingOf } from '../text/lines.ts';
import { reasonsEnd, reasonsStart, renderReasons } from './explain.ts';
import type { Selection } from './selection.ts';

export interface SelectionPlacement {
  /** Empty when the text says all of it already. */
  readonly edits: readonly TextEdit[];
  /** Checklists that came in as new blocks; that were there and got new items, or stayed as they were. */
  readonly inserted: number;
  readonly refreshed: number;
  readonly addedItems: number;
}

/**
 * Edits that bring a selection into a text: one block for each checklist, with the selected items only, in the format of every other
 * block, so that inserting again refreshes it. What was ticked, noted or written stays, also in blocks of checklists that no longer
 * fit. In Markdown the reasons follow the blocks, folded, as text without state.
 */
export function placeSelection(text: string, offset: number, selection: Selection, medium: Medium): SelectionPlacement {
  let now = text;
  let at = offset;
  let [inserted, refreshed, addedItems] = [0, 0, 0];
  for (const { checklist, includes } of selection.blocks) {
    const placement = placeBlock(now, at, checklist, medium, { includes, keepsUnknown: true });
    now = applyEdits(now, placement.edits);
    addedItems += placement.added.length;
    if (placement.kind === 'inserted') inserted++;
    else refreshed++;
    at = endOf(now, checklist.id, medium) ?? at;
  }
  if (medium.kind === 'markdown') now = withReasons(now, at, selection);
  return { edits: editsBetween(text, now), inserted, refreshed, addedItems };
}

/** Where the next block follows the one that was just placed: behind it, in code on the line after it. */
function endOf(text: string, checklist: string, medium: Medium): number | undefined {
  if (medium.kind !== 'code') return findBlocks(text).find((block) => block.checklist === checklist)?.range.end;
  const end = text.indexOf(closingMarker, text.indexOf(openingMarker(checklist)));
  const next = text.indexOf('\n', end);
  return end < 0 || next < 0 ? undefined : next + 1;
}

function withReasons(text: string, at: number, selection: Selection): string {
  const lineEnding = lineEndingOf(text);
  const reasons = renderReasons(selection, lineEnding);
  const start = text.indexOf(reasonsStart);
  const end = text.indexOf(reasonsEnd, start);
  if (start >= 0 && end >= 0) return text.slice(0, start) + reasons + text.slice(end + reasonsEnd.length);
  return reasons === '' ? text : `${text.slice(0, at)}${lineEnding}${lineEnding}${reasons}${text.slice(at)}`;
}

/** Whole lines that differ, so that nothing between two blocks is touched. */
function editsBetween(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    const isNext = last !== undefined && last.range.end === offset;
    if (added) {
      if (isNext) edits[edits.length - 1] = replace(last.range.start, last.range.end, last.newText + value);
      else edits.push(replace(offset, offset, value));
      continue;
    }
    if (removed) {
      if (isNext) edits[edits.length - 1] = replace(last.range.start, offset + value.length, last.newText);
      else edits.push(replace(offset, offset + value.length, ''));
    }
    offset += value.length;
  }
  return edits;
}
