import { findBlocks } from './find.ts';
import { itemsOfBlock, type BlockItem } from './model.ts';

/** The item of a block that a place in a text belongs to, what is nested below the item included. */
export function itemAt(text: string, offset: number): BlockItem | undefined {
  return findBlocks(text)
    .flatMap(itemsOfBlock)
    .find(({ range }) => offset >= range.start && offset <= range.end);
}
