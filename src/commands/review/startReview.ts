import * as vscode from 'vscode';
import { UserError } from '../../core/userError.ts';
import type { Verb } from '../verb.ts';
import { selectionFor } from './forThisChange.ts';
import { pickChange } from './pickChange.ts';
import { writeReview } from './writeReview.ts';

const { l10n } = vscode;

/** Asks which change, and writes the record of its review. */
export const startReview: Verb = async (mentor) => {
  if (!vscode.workspace.isTrusted && !(await mentor.host.changes.options()).length)
    throw new UserError(
      l10n.t(
        'Git is off in Restricted Mode, so there is no change to read. Trust the workspace, or open the files that you review.',
      ),
    );
  const option = await pickChange(mentor, { title: l10n.t('Start Review') });
  if (option === undefined || option === 'back') return;
  const fitting = await selectionFor(mentor, option, undefined);
  if (!fitting) throw new UserError(l10n.t('This change cannot be read: the two sides have no commit in common.'));
  await writeReview(mentor, fitting);
};
