import * as vscode from 'vscode';
import { logUpdate as log } from '../core/triage/resolution.ts';
import { askWords, changeAndShow, recordOf } from './recordText.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Logs what is new and sets when the next word is due. */
export const logUpdate: Verb = async (mentor, argument) => {
  const { uri } = await recordOf(mentor, argument);
  const words = await askWords(
    l10n.t('Log Update'),
    l10n.t('What is new since the last update?'),
    l10n.t('Rolled back to 1.4.0, errors are down to zero'),
  );
  if (words !== undefined) await changeAndShow(mentor, uri, (text) => log(text, words, mentor.host.clock.now()));
};
