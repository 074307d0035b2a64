import type { SelectedItem, Selection } from './selection.ts';

/** A selection without some of its items. */
export function leaveOut(selection: Selection, isOut: (item: SelectedItem) => boolean): Selection {
  const keeps = (item: SelectedItem): boolean => !isOut(item);
  return {
    ...selection,
    inSight: selection.inSight.filter(keeps),
    blocks: selection.blocks.flatMap((block) => {
      const items = block.items.filter(keeps);
      const ids = new Set(items.map(({ item }) => item.id));
      return items.length ? [{ ...block, items, includes: ({ id }) => ids.has(id) }] : [];
    }),
  };
}
