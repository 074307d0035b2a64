import * as vscode from 'vscode';
import { includesFor } from '../core/checklist/fit.ts';
import { placeBlock, type Placement } from '../core/block/place.ts';
import type { Checklist } from '../core/checklist/model.ts';
import type { Mentor } from '../core/mentor.ts';
import { UserError } from '../core/userError.ts';
import { commentBoxOf } from './commentBox.ts';
import { insertTarget, messageTarget, type InsertTarget } from './insertTarget.ts';
import { checklistOf } from './pickChecklist.ts';
import { recordsFolder } from './recordsPlace.ts';
import { scmInputOf } from './scmInput.ts';
import { startRecord } from './startChecklist.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** A change that takes longer to read is left out of the picker: the lists are there at once. *(choice)* */
const CHANGE_LIMIT_MS = 4000;

/** Inserts any checklist where the user is writing. */
export const insertChecklist: Verb = async (mentor, argument) => {
  const checklist = await checklistOf(mentor, argument, l10n.t('Insert Checklist'));
  if (checklist) await insertInto(mentor, checklist, await insertTarget());
};

/** Inserts the author's or the reviewer's list: into the editor, the Source Control box that asked, or a new record. */
export const insertReviewChecklist: Verb = async (mentor, argument) => {
  const scmInput = await scmInputOf(argument);
  const target = scmInput ? messageTarget(scmInput) : await insertTarget(commentBoxOf(argument));
  const choice = await vscode.window.showQuickPick(reviewRows(mentor, target), {
    title: l10n.t('Insert Review Checklist'),
    placeHolder: target
      ? l10n.t('It goes to where your cursor is.')
      : l10n.t('No editor is open, so it starts a new record.'),
    matchOnDetail: true,
  });
  await choice?.insert();
};

interface ReviewRow extends vscode.QuickPickItem {
  insert(): Promise<void>;
}

/** What fits the change first, when there is one; then the lists as they are. */
async function reviewRows(mentor: Mentor, target: InsertTarget | undefined): Promise<ReviewRow[]> {
  const entries = (await mentor.checklists.entries()).filter(({ checklist }) => checklist.group === 'review');
  if (!entries.length) throw new UserError(l10n.t('There is no review checklist.'));
  const { insertSelection, likeliestChange, rowOf } = await import('./review/forThisChange.ts');
  const fitting = await Promise.race([likeliestChange(mentor, target), mentor.host.clock.delay(CHANGE_LIMIT_MS)]);
  const first =
    target?.medium.kind === 'message' || target?.medium.kind === 'code' ? 'review-author' : 'review-reviewer';
  const rank = (checklist: Checklist): number =>
    checklist.id === first ? 0 : /^review-(author|reviewer)$/.test(checklist.id) ? 1 : 2;
  const rows = entries
    .toSorted((a, b) => rank(a.checklist) - rank(b.checklist))
    .map(({ checklist, workspace }) => ({
      insert: () => insertInto(mentor, checklist, target),
      label: checklist.title,
      description: [
        workspace,
        target?.text.includes(`tpm:checklist ${checklist.id} `) ? l10n.t('already here: refresh') : undefined,
      ]
        .filter(Boolean)
        .join(' · '),
      detail: checklist.trigger,
    }));
  if (!fitting) return rows;
  const forChange = { ...rowOf(fitting), insert: () => insertSelection(mentor, fitting, target) };
  const forAnother = { label: l10n.t('For Another Change...'), insert: () => insertForAnother(mentor, target) };
  return fitting.selection.nothing === undefined ? [forChange, forAnother, ...rows] : [...rows, forAnother, forChange];
}

async function insertForAnother(mentor: Mentor, target: InsertTarget | undefined): Promise<void> {
  const [{ insertSelection, selectionFor }, { pickChange }] = await Promise.all([
    import('./review/forThisChange.ts'),
    import('./review/pickChange.ts'),
  ]);
  const option = await pickChange(mentor, { title: l10n.t('Insert for Another Change') });
  if (option === undefined || option === 'back') return;
  const fitting = await selectionFor(mentor, option, target);
  if (!fitting) throw new UserError(l10n.t('This change cannot be read: the two sides have no commit in common.'));
  await insertSelection(mentor, fitting, target);
}

async function insertInto(mentor: Mentor, checklist: Checklist, target: InsertTarget | undefined): Promise<void> {
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
