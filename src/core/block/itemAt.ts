import { findBlocks } from './find.ts';
import { itemsOfBlock, type Block, type BlockItem } from './model.ts';

/** The item of a block that a place in a text belongs to, what is nested below the item included. */
export function itemAt(text: string, offset: number): BlockItem | undefined {
  return itemAround(findBlocks(text), offset);
}

/** The same among blocks that were found already. */
export function itemAround(blocks: readonly Block[], offset: number): BlockItem | undefined {
  return blocks.flatMap(itemsOfBlock).find(({ range }) => offset >= range.start && offset <= range.end);
}
