import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { parseRecord } from '../core/record/parse.ts';
import { resolveTriage } from '../core/triage/resolution.ts';
import { setFrontMatterValue } from '../core/text/frontMatter.ts';
import { commands } from '../ids.ts';
import { askWords, changeAndShow, changeRecord, recordOf } from './recordText.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Resolves a record. A triage is asked for its cause and its fix, and an S1 or S2 leads on to what was learned. */
export const resolveRecord: Verb = async (mentor, argument) => {
  const { uri, text } = await recordOf(mentor, argument);
  const { record } = parseRecord(text);
  if (record.kind !== 'triage')
    return changeRecord(mentor, uri, (now) => setFrontMatterValue(now, 'status', 'resolved'));
  const title = l10n.t('Resolve "{0}"', record.title);
  const cause = await askWords(
    title,
    l10n.t('What was the cause?'),
    l10n.t('Orders without a discount were not expected'),
  );
  if (cause === undefined) return;
  const fix = await askWords(title, l10n.t('What fixed it?'), l10n.t('A missing discount counts as none; test added'));
  if (fix === undefined) return;
  await changeAndShow(mentor, uri, (now) => resolveTriage(now, { cause, fix, at: mentor.host.clock.now() }));
  if (record.severity === 'S1' || record.severity === 'S2') await offerPostIncident(mentor, record.severity);
};

export const reopenRecord: Verb = async (mentor, argument) => {
  const { uri } = await recordOf(mentor, argument);
  await changeRecord(mentor, uri, (now) => setFrontMatterValue(now, 'status', 'open'));
};

async function offerPostIncident(mentor: Mentor, severity: string): Promise<void> {
  const entry = await mentor.checklists.find('post-incident');
  if (!entry) return;
  const start = l10n.t('Start Checklist');
  const message = l10n.t(
    '{0} is resolved. "{1}" is best done within five working days.',
    severity,
    entry.checklist.title,
  );
  const choice = await vscode.window.showInformationMessage(message, start);
  if (choice === start)
    await vscode.commands.executeCommand(commands.startChecklist, { checklistId: entry.checklist.id });
}
