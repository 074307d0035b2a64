import * as vscode from 'vscode';
import { setFindingState } from '../../core/finding/edit.ts';
import type { FindingState } from '../../core/finding/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import { askWords } from '../recordText.ts';
import type { Verb } from '../verb.ts';
import { changeFinding, readFinding, targetOf } from './arguments.ts';

const { l10n } = vscode;

export const resolveFinding: Verb = (mentor, argument) => setState(mentor, argument, { kind: 'resolved' });

export const reopenFinding: Verb = (mentor, argument) => setState(mentor, argument, { kind: 'open' });

/** Asks why: a finding that is settled without a change needs a reason that others can read. */
export const wontFixFinding: Verb = async (mentor, argument) => {
  const { subject } = await readFinding(mentor, targetOf(argument));
  const reason = await askWords(
    l10n.t("Won't Fix: {0}", subject),
    l10n.t('Why is this not fixed?'),
    l10n.t('One line, for example: the module goes away in May'),
  );
  if (reason !== undefined) await setState(mentor, argument, { kind: 'wont-fix', reason });
};

async function setState(mentor: Mentor, argument: unknown, state: FindingState): Promise<void> {
  const target = targetOf(argument);
  await changeFinding(mentor, target, (text) => setFindingState(text, target.finding, state));
}
