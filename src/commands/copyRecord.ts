import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { redact } from '../core/redact/redact.ts';
import { helpRequest, issueText, stakeholderText } from '../core/triage/share.ts';
import { UserError } from '../core/userError.ts';
import { recordOf } from './recordText.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Copies the record as a bug report for a tracker. */
export const copyForIssue: Verb = (mentor, argument) => copy(mentor, argument, issueText);

/** Copies the stakeholder update as plain text. */
export const copyStakeholderUpdate: Verb = (mentor, argument) => copy(mentor, argument, stakeholderText);

/** Copies what to send to a colleague: what is wrong, what was tried, which question to ask. */
export const copyHelpRequest: Verb = (mentor, argument) => copy(mentor, argument, helpRequest);

/** People paste into records after triage too, so what leaves is redacted once more. */
async function copy(mentor: Mentor, argument: unknown, render: (text: string) => string): Promise<void> {
  const { text } = await recordOf(mentor, argument);
  const { text: clean, findings } = await redact(render(text), { extra: [...mentor.host.settings.redactionPatterns] });
  if (clean.trim() === '') throw new UserError(l10n.t('The record has no such section.'));
  await vscode.env.clipboard.writeText(clean);
  const hidden =
    findings.length === 0
      ? ''
      : findings.length === 1
        ? l10n.t(', 1 secret replaced')
        : l10n.t(', {0} secrets replaced', findings.length);
  vscode.window.setStatusBarMessage(l10n.t('Copied {0} lines{1}', clean.trim().split('\n').length, hidden), 5000);
}
