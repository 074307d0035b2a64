import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import type { Change } from '../../core/review/change.ts';
import type { ChangeOption } from '../../core/review/changeSource.ts';
import { placeSelection } from '../../core/review/placeSelection.ts';
import { renderReviewRecord } from '../../core/review/renderReview.ts';
import { selectChecklists } from '../../core/review/select.ts';
import type { Selection } from '../../core/review/selection.ts';
import { changeName, reviewTitle } from '../../words/changeWords.ts';
import type { InsertTarget } from '../insertTarget.ts';
import { recordsFolder } from '../recordsPlace.ts';
import { openNewRecord } from '../startChecklist.ts';

const { l10n } = vscode;

/** Reasons that a row has room for. */
const SHOWN = 3;

/** What fits one of the changes that there are to review. */
export interface ForChange {
  readonly option: ChangeOption;
  readonly change: Change;
  readonly selection: Selection;
}

/** What fits the likeliest change; `undefined` when there is none, or it cannot be read: that is in the log. */
export async function likeliestChange(
  mentor: Mentor,
  target: InsertTarget | undefined,
): Promise<ForChange | undefined> {
  try {
    const options = await mentor.host.changes.options();
    const isMessage = target?.medium.kind === 'message';
    // A commit message speaks of what is about to be committed, whatever else the branch holds.
    const kinds = isMessage ? ['index', 'working-tree'] : [];
    const option = kinds.flatMap((kind) => options.find(({ origin }) => origin.kind === kind) ?? [])[0] ?? options[0];
    return option && (await selectionFor(mentor, option, target));
  } catch (error) {
    mentor.host.log.error('The change could not be read', error);
    return undefined;
  }
}

/** What fits this change; `undefined` when it cannot be read (any more). */
export async function selectionFor(
  mentor: Mentor,
  option: ChangeOption,
  target: InsertTarget | undefined,
): Promise<ForChange | undefined> {
  const change = await mentor.host.changes.read(option);
  if (!change) return undefined;
  const checklists = (await mentor.checklists.entries()).map(({ checklist }) => checklist);
  const isOwn = target?.medium.kind === 'message' || target?.medium.kind === 'code';
  const { methodology } = mentor.host.settings;
  return {
    option,
    change,
    selection: selectChecklists(change, checklists, { methodology, ...(isOwn ? { role: 'author' } : {}) }),
  };
}

/** The row of the picker: what it would insert, and why. */
export function rowOf({ option, selection }: ForChange): vscode.QuickPickItem {
  const { inSight, also, nothing, role } = selection;
  if (nothing !== undefined)
    return { label: l10n.t('For This Change: Nothing'), description: nameOf(option), detail: plain(nothing) };
  const count = also.length
    ? l10n.t('{0} items and {1} more', inSight.length, also.length)
    : l10n.t('{0} items', inSight.length);
  const as = role === 'author' ? l10n.t('for its author') : l10n.t('for its reviewer');
  const places = inSight.flatMap(({ reasons }) =>
    reasons
      .filter(({ place }) => place)
      .slice(0, 1)
      .map(({ text }) => plain(text)),
  );
  const shown = [...new Set(places)].slice(0, SHOWN).join('; ');
  return {
    label: l10n.t('For This Change'),
    description: [count, as, nameOf(option)].join(' · '),
    detail:
      shown === ''
        ? inSight
            .map(({ item }) => item.title)
            .slice(0, SHOWN)
            .join('; ')
        : l10n.t('Because {0}', shown),
  };
}

/** Inserts the selection where the user writes, or starts a review record. Nothing to insert: says why. */
export async function insertSelection(
  mentor: Mentor,
  fitting: ForChange,
  target: InsertTarget | undefined,
): Promise<void> {
  const { selection } = fitting;
  if (selection.nothing !== undefined) {
    vscode.window.setStatusBarMessage(plain(selection.nothing), 10_000);
    return;
  }
  if (!target) return writeReview(mentor, fitting);
  const { edits, inserted, addedItems } = placeSelection(target.text, target.offset, selection, target.medium);
  if (edits.length) await target.apply(edits);
  const outcome = inserted
    ? l10n.t('Inserted {0} items for this change', addedItems)
    : addedItems
      ? l10n.t('Refreshed for this change: {0} new items, ticks and notes kept', addedItems)
      : l10n.t('The items for this change are here already');
  vscode.window.setStatusBarMessage(outcome, 5000);
}

/** Writes the review record and opens it. */
export async function writeReview(mentor: Mentor, { option, change, selection }: ForChange): Promise<void> {
  const folder = await recordsFolder(mentor);
  if (!folder) return;
  const title = reviewTitle(option);
  const text = renderReviewRecord(change, selection, { title, created: mentor.host.clock.now() });
  await openNewRecord(mentor, await mentor.records.create(folder.place, title, text, folder.workspace), text, {
    atTop: true,
  });
}

function nameOf(option: ChangeOption): string {
  return [option.repository, changeName(option)].filter(Boolean).join(': ');
}

/** A picker shows no Markdown. */
function plain(text: string): string {
  return text.replace(/`/g, '');
}
