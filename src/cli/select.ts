import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../core/review/change.ts';
import { correctionIn } from '../core/review/correction.ts';
import { placeSelection } from '../core/review/placeSelection.ts';
import { selectChecklists } from '../core/review/select.ts';
import type { SelectedItem, Selection } from '../core/review/selection.ts';
import { applyEdits } from '../core/text/edits.ts';
import type { SelectCommand } from './arguments.ts';
import { readChecklists, type Texts } from './checklists.ts';
import type { Outcome } from './outcome.ts';
import { printable } from './printable.ts';
import { readChange } from './readChange.ts';
import { readText } from './textFile.ts';
import { UsageError } from './usageError.ts';

/** The items that fit a change, as Markdown; into a text that is given, or alone. */
export async function select(command: SelectCommand, builtIn: Texts): Promise<Outcome> {
  const { base, head, branch, update, isJson } = command;
  const folder = process.cwd();
  const before = update === undefined ? '' : await readText(update);
  await mustBeFolders(command.checklists);
  const { change, root } = await readChange({ folder, base, head, ...(branch === undefined ? {} : { branch }) });
  const folders = command.checklists.length ? command.checklists : [path.join(root, '.tpm', 'checklists')];
  const { checklists, remarks } = await readChecklists(builtIn, folders);
  const { role, kinds } = { ...correctionIn(before), ...(command.role === undefined ? {} : { role: command.role }) };
  const options = { ...(role === undefined ? {} : { role }), ...(kinds === undefined ? {} : { kinds }) };
  const selection = selectChecklists(change, checklists, options);
  const markdown = textWith(before, selection);
  return {
    output: isJson ? `${JSON.stringify(asJson(change, selection, markdown), undefined, 2)}\n` : markdown,
    remarks: [...remarks, ...(selection.nothing === undefined ? [] : [printable(selection.nothing)])],
    exitCode: 0,
  };
}

/** What somebody touched stays, whatever fits now; the rest of what was selected before goes when it no longer fits. */
function textWith(before: string, selection: Selection): string {
  const { edits } = placeSelection(before, before.length, selection, { kind: 'markdown' }, { removes: () => true });
  return applyEdits(before, edits);
}

async function mustBeFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw new UsageError(`There is no folder ${printable(folder)}.`);
  }
}

function asJson(change: Change, selection: Selection, markdown: string): object {
  const { role, roleReason, kinds, size, advice, inSight, also, nothing } = selection;
  const { base, head, branch } = change;
  return {
    base,
    head,
    branch,
    role,
    roleReason,
    kinds,
    size,
    advice: advice?.text,
    inSight: inSight.map(itemAsJson),
    also: also.map(itemAsJson),
    nothing,
    markdown,
  };
}

function itemAsJson({ checklist, item, reasons }: SelectedItem): object {
  return { checklist: checklist.id, item: item.id, title: item.title, isMust: item.isMust, reasons };
}
