import { findBlocks } from '../block/find.ts';
import { findFramed } from '../block/frame.ts';
import { openedChecklist } from '../block/markers.ts';
import type { Block } from '../block/model.ts';
import type { Range } from '../text/edits.ts';

/** A block with the way from its own offsets to those of the text that it stands in. */
export interface PlacedBlock {
  readonly block: Block;
  readonly placeOf: (range: Range) => Range;
}

export function blocksInMarkdown(text: string): PlacedBlock[] {
  return findBlocks(text).map((block) => ({ block, placeOf: (range) => range }));
}

/** The blocks that stand in the comments of a code file: the first one of each checklist. */
export function blocksInCode(text: string): PlacedBlock[] {
  const ids = new Set([...text.matchAll(/<!--[^>]*-->/g)].flatMap(([comment]) => openedChecklist(comment) ?? []));
  return [...ids].flatMap((id) => {
    const framed = findFramed(text, id);
    const block = framed && findBlocks(framed.inner).find(({ checklist }) => checklist === id);
    if (!block) return [];
    return [{ block, placeOf: ({ start, end }) => ({ start: framed.offsetOf(start), end: framed.offsetOf(end) }) }];
  });
}
