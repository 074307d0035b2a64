import * as vscode from 'vscode';
import { addHypothesis as addRow } from '../core/triage/hypotheses.ts';
import { askWords, changeAndShow, recordOf } from './recordText.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Adds a row to the hypotheses table: a cause, what it would make true, the cheapest way to find out. */
export const addHypothesis: Verb = async (mentor, argument) => {
  const { uri } = await recordOf(mentor, argument);
  const title = l10n.t('Add Hypothesis');
  const cause = await askWords(
    title,
    l10n.t('What could be the cause?'),
    l10n.t('The pool is empty because connections are never returned'),
  );
  if (cause === undefined) return;
  const prediction = await askWords(
    title,
    l10n.t('If that is so, what else must be true?'),
    l10n.t('The number of open connections only grows'),
  );
  if (prediction === undefined) return;
  const experiment = await askWords(
    title,
    l10n.t('What is the cheapest way to see it fail?'),
    l10n.t('Log the count every minute for ten minutes'),
  );
  if (experiment === undefined) return;
  await changeAndShow(mentor, uri, (text) => addRow(text, { cause, prediction, experiment }));
};
