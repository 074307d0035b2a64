import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import type { RecordInfo } from '../../core/record/model.ts';
import { parseRecordInfo } from '../../core/record/parse.ts';
import { correctionIn } from '../../core/review/correction.ts';
import { isStand, shortHash } from '../../core/review/memory/stand.ts';
import { updateReview as update, type ReviewUpdate } from '../../core/review/memory/updateReview.ts';
import { UserError } from '../../core/userError.ts';
import { unfollowedSentence } from '../../words/reviewWords.ts';
import { changeRecord, recordOf } from '../recordText.ts';
import type { Verb } from '../verb.ts';
import { selectionFor } from './forThisChange.ts';
import { pickChange } from './pickChange.ts';

const { l10n } = vscode;

type Now = Omit<ReviewUpdate, 'at'>;

/** Brings a review up to the commits that came since: what to check again, what is new, and the commit that it has looked at up to. */
export const updateReview: Verb = async (mentor, argument) => {
  const { uri, text } = await recordOf(mentor, argument);
  const { record } = parseRecordInfo(text);
  if (record.kind !== 'review') throw new UserError(l10n.t('Update Review is for the record of a review.'));
  const now = (await followed(mentor, text, record)) ?? (await chosen(mentor, text, record));
  if (!now) return; // Escape
  let outcome = { rechecks: 0, added: 0, isChanged: false };
  await changeRecord(mentor, uri, (current) => {
    const { edits, rechecks, added } = update(current, { ...now, at: mentor.host.clock.now() });
    outcome = { rechecks, added: added.length, isChanged: edits.length > 0 };
    return edits;
  });
  vscode.window.setStatusBarMessage(sentence(outcome), 8000);
};

/** `undefined`: the record remembers no branch; `false`: the user pressed Escape. */
async function followed(mentor: Mentor, text: string, record: RecordInfo): Promise<Now | false | undefined> {
  const standing = await mentor.reviews.look(text);
  if (standing === undefined) return undefined;
  if (!isStand(standing)) throw new UserError(unfollowedSentence(standing, record));
  const { commit = '' } = record;
  const gone = standing.since.get(commit) === 'gone' ? await askAboutGone(commit) : 'keep';
  return gone !== undefined && { ...standing.now!, stand: standing, gone };
}

/** For a review of what was not committed, and one that was begun without a change. */
async function chosen(mentor: Mentor, text: string, { branch, commit }: RecordInfo): Promise<Now | undefined> {
  if (branch === undefined && commit !== undefined)
    throw new UserError(l10n.t('This review is about commits that do not change any more.'));
  const options = await mentor.host.changes.options();
  const own = branch === undefined ? undefined : options.find((option) => option.branch === branch);
  const option = own ?? (await pickChange(mentor, { title: l10n.t('Update Review') }));
  if (option === undefined || option === 'back') return undefined;
  const fitting = await selectionFor(mentor, option, undefined, correctionIn(text));
  if (!fitting) throw new UserError(l10n.t('This change cannot be read: the two sides have no commit in common.'));
  return fitting;
}

async function askAboutGone(commit: string): Promise<'check-again' | 'keep' | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      {
        gone: 'check-again' as const,
        label: l10n.t('Re-check Everything'),
        detail: l10n.t('Every ticked item says "Re-check". Nothing is unticked.'),
      },
      {
        gone: 'keep' as const,
        label: l10n.t('Keep the Answers'),
        detail: l10n.t('You know that what was looked at is still the same.'),
      },
    ],
    {
      title: l10n.t('Update Review'),
      placeHolder: l10n.t(
        'Commit {0}, up to which this review had looked, is gone. Nothing tells what changed since.',
        shortHash(commit),
      ),
    },
  );
  return choice?.gone;
}

function sentence({ rechecks, added, isChanged }: { rechecks: number; added: number; isChanged: boolean }): string {
  if (!isChanged) return l10n.t('The review is up to date');
  const again =
    rechecks === 0
      ? l10n.t('nothing to re-check')
      : rechecks === 1
        ? l10n.t('1 item to re-check')
        : l10n.t('{0} items to re-check', rechecks);
  const came = added === 0 ? '' : added === 1 ? l10n.t(', 1 new item') : l10n.t(', {0} new items', added);
  return l10n.t('Review updated: {0}', again) + came;
}
