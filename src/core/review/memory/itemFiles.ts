import type { ItemRef } from '../../block/model.ts';
import { itemsOf } from '../../checklist/model.ts';
import type { SelectedItem, Selection } from '../selection.ts';

/** The files of an item; `undefined`: the whole change. */
export type FilesOf = (item: Pick<ItemRef, 'checklist' | 'id'>) => ReadonlySet<string> | undefined;

const NONE: ReadonlySet<string> = new Set();

/**
 * Which files an item is about: those that its reasons name, in what was selected for the change as it was and as it is. Items that are
 * for every review or a kind of change are about the whole of it, as are those that the checklists do not have. None, for an item that
 * the checklists have and that nothing in either change calls for.
 */
export function filesByItem(selections: readonly Selection[]): FilesOf {
  const found = new Map<string, Set<string> | undefined>();
  for (const selected of selections.flatMap(({ inSight, also }) => [...inSight, ...also])) {
    const key = keyOf(selected.checklist.id, selected.item.id);
    const paths = pathsOf(selected);
    const known = found.get(key);
    if (!found.has(key)) found.set(key, paths.length ? new Set(paths) : undefined);
    else if (known && paths.length) for (const path of paths) known.add(path);
    else found.set(key, undefined);
  }
  const isAnswered = selections.every(({ nothing }) => nothing === undefined);
  const considered = new Set(
    (isAnswered ? selections : []).flatMap((one) =>
      one.considered.flatMap((checklist) => itemsOf(checklist).map(({ id }) => keyOf(checklist.id, id))),
    ),
  );
  return ({ checklist, id }) => {
    const key = keyOf(checklist, id);
    return found.has(key) || !considered.has(key) ? found.get(key) : NONE;
  };
}

function pathsOf({ reasons }: SelectedItem): string[] {
  return reasons.flatMap(({ paths }) => paths);
}

function keyOf(checklist: string, id: string): string {
  return `${checklist}/${id}`;
}
