import * as vscode from 'vscode';
import { parseRecord } from '../core/record/parse.ts';
import { isInProgress } from '../core/record/model.ts';
import { findSection } from '../core/record/sections.ts';
import { dueOn } from '../core/triage/due.ts';
import { hasManyFailed, hypothesesIn, HYPOTHESES } from '../core/triage/hypotheses.ts';
import { commands, type CommandId } from '../ids.ts';
import { titleLine } from './titleLine.ts';

const { l10n } = vscode;

/** What can be done with a triage record, at the places where it is done. */
export function lensesOf(document: vscode.TextDocument, now: string): vscode.CodeLens[] {
  const text = document.getText();
  const { record } = parseRecord(text);
  if (record.kind !== 'triage') return [];
  const row = { target: { uri: document.uri.toString() } };
  const lens = (line: number, title: string, command?: CommandId): vscode.CodeLens =>
    new vscode.CodeLens(
      new vscode.Range(line, 0, line, 0),
      command ? { title, command, arguments: [row] } : { title, command: '' },
    );
  const isOpen = isInProgress(record);
  const heading = titleLine(text);
  const lenses = [lens(heading, stateOf(record, now))];
  if (isOpen && !record.owner) lenses.push(lens(heading, l10n.t('Set Owner...'), commands.setOwner));
  if (isOpen)
    lenses.push(
      lens(heading, l10n.t('Log Update...'), commands.logUpdate),
      lens(heading, l10n.t('Resolve...'), commands.resolveRecord),
    );
  else lenses.push(lens(heading, l10n.t('Reopen'), commands.reopenRecord));
  lenses.push(lens(heading, l10n.t('Copy for Issue'), commands.copyForIssue));
  const at = (title: string, make: (line: number) => vscode.CodeLens[]): void => {
    const section = findSection(text, title);
    if (section) lenses.push(...make(section.line));
  };
  at('Evidence', (line) => [lens(line, l10n.t('Add Evidence...'), commands.addEvidence)]);
  at(HYPOTHESES, (line) => [
    ...(hasManyFailed(hypothesesIn(text))
      ? [
          lens(
            line,
            l10n.t('$(stop)\u00A0Three causes refuted. Stop, widen the question, ask for help: Copy Help Request'),
            commands.copyHelpRequest,
          ),
        ]
      : []),
    lens(line, l10n.t('Add Hypothesis...'), commands.addHypothesis),
  ]);
  at('Stakeholder update', (line) => [lens(line, l10n.t('Copy Stakeholder Update'), commands.copyStakeholderUpdate)]);
  return lenses;
}

/** Beside an icon VS Code drops a plain blank. */
function stateOf(record: ReturnType<typeof parseRecord>['record'], now: string): string {
  const parts = [record.severity ?? l10n.t('no severity'), record.status];
  if (!isInProgress(record)) return parts.join(' · ');
  const due = dueOn(record, now);
  if (due.includes('no-owner')) parts.push(l10n.t('\u00A0$(warning)\u00A0no owner'));
  if (record.nextUpdate)
    parts.push(
      due.includes('update-overdue')
        ? l10n.t('\u00A0$(warning)\u00A0update was due {0}', shortMoment(record.nextUpdate))
        : l10n.t('next update {0}', shortMoment(record.nextUpdate)),
    );
  return parts.join(' · ');
}

/** `11-24 14:05`: the year and the offset say nothing new in a record of today. */
function shortMoment(moment: string): string {
  return /^\d{4}-(\d\d-\d\d)T(\d\d:\d\d)/.exec(moment)?.slice(1).join(' ') ?? moment;
}
