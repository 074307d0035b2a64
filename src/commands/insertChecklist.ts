import * as vscode from 'vscode';
import { includesFor } from '../core/checklist/fit.ts';
import { placeBlock, type Placement } from '../core/block/place.ts';
import type { Checklist } from '../core/checklist/model.ts';
import type { Mentor } from '../core/mentor.ts';
import { insertTarget, type InsertTarget } from './insertTarget.ts';
import { checklistOf } from './pickChecklist.ts';
import { recordsFolder } from './recordsPlace.ts';
import { startRecord } from './startChecklist.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Inserts any checklist where the user is writing. */
export const insertChecklist: Verb = async (mentor, argument) => {
  const checklist = await checklistOf(mentor, argument, l10n.t('Insert Checklist'));
  if (checklist) await insertInto(mentor, checklist, await insertTarget());
};

/** Inserts a checklist into a text, refreshes it there, or starts a record of it. */
export async function insertInto(
  mentor: Mentor,
  checklist: Checklist,
  target: InsertTarget | undefined,
): Promise<void> {
  if (!target) {
    const folder = await recordsFolder(mentor);
    if (folder) await startRecord(mentor, checklist, folder);
    return;
  }
  const includes = includesFor({ methodology: mentor.host.settings.methodology });
  const keeping = placeBlock(target.text, target.offset, checklist, target.medium, { includes, keepsUnknown: true });
  const placement = keeping.leftovers.length
    ? await askAboutLeftovers(keeping, () =>
        placeBlock(target.text, target.offset, checklist, target.medium, { includes }),
      )
    : keeping;
  if (!placement) return;
  if (placement.edits.length) await target.apply(placement.edits);
  vscode.window.setStatusBarMessage(outcomeOf(placement, checklist), 5000);
}

/** Items that nobody touched and the checklist does not have: it may have dropped them, or a person wrote them. */
async function askAboutLeftovers(keeping: Placement, removing: () => Placement): Promise<Placement | undefined> {
  const titles = keeping.leftovers.map((item) => item.title).join('; ');
  const keep = { label: l10n.t('Keep them'), detail: titles, placement: () => keeping };
  const remove = {
    label: l10n.t('Remove them'),
    detail: l10n.t('Nobody has ticked or noted anything on them.'),
    placement: removing,
  };
  const count = keeping.leftovers.length;
  const placeHolder =
    count === 1
      ? l10n.t('1 untouched item is not in this checklist (any more)')
      : l10n.t('{0} untouched items are not in this checklist (any more)', count);
  return (
    await vscode.window.showQuickPick([keep, remove], { title: l10n.t('Refresh Checklist'), placeHolder })
  )?.placement();
}

function outcomeOf({ kind, edits, added }: Placement, { title }: Checklist): string {
  if (kind === 'inserted') return l10n.t('Inserted "{0}", {1} items', title, added.length);
  if (!edits.length) return l10n.t('"{0}" is up to date', title);
  return l10n.t('Refreshed "{0}": {1} new items, ticks and notes kept', title, added.length);
}
