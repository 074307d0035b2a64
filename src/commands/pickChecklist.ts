import * as vscode from 'vscode';
import { groups, itemsOf, type Checklist, type Group } from '../core/checklist/model.ts';
import type { LibraryEntry } from '../core/library/checklistLibrary.ts';
import type { Mentor } from '../core/mentor.ts';
import { UserError } from '../core/userError.ts';
import { groupTitle, itemCount } from '../words/checklistWords.ts';

const { l10n } = vscode;

/** The checklist of the row that a command was called on; otherwise the one that the user picks. */
export async function checklistOf(mentor: Mentor, argument: unknown, title: string): Promise<Checklist | undefined> {
  const id =
    typeof argument === 'object' && argument !== null && 'checklistId' in argument ? argument.checklistId : argument;
  if (typeof id !== 'string') return pickChecklist(await mentor.checklists.entries(), title);
  const entry = await mentor.checklists.find(id);
  if (!entry) throw new UserError(l10n.t('There is no checklist "{0}" any more.', id));
  return entry.checklist;
}

async function pickChecklist(entries: readonly LibraryEntry[], title: string): Promise<Checklist | undefined> {
  const rows = groups.flatMap((group) =>
    rowsOf(
      group,
      entries.filter((entry) => entry.checklist.group === group),
    ),
  );
  const choice = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: l10n.t('Which situation are you in?'),
    matchOnDetail: true,
  });
  return choice?.checklist;
}

interface Row extends vscode.QuickPickItem {
  readonly checklist?: Checklist;
}

function rowsOf(group: Group, entries: readonly LibraryEntry[]): Row[] {
  if (!entries.length) return [];
  return [
    { label: groupTitle(group), kind: vscode.QuickPickItemKind.Separator },
    ...entries.map(({ checklist, workspace }) => ({
      checklist,
      label: checklist.title,
      description: [workspace, itemCount(itemsOf(checklist).length)].filter(Boolean).join(' · '),
      detail: checklist.trigger,
    })),
  ];
}
