import * as vscode from 'vscode';
import type { Seed } from '../core/evidence/evidence.ts';
import type { Mentor } from '../core/mentor.ts';
import type { TriageDraft } from '../core/triage/draft.ts';
import { runSteps, type Place } from './steps.ts';
import { collect, evidenceStep } from './triage/evidenceStep.ts';
import { kindStep } from './triage/kindStep.ts';
import { readTriage } from './triage/readEvidence.ts';
import { seedOf } from './triage/seedOf.ts';
import { severityStep } from './triage/severityStep.ts';
import { writeTriage } from './triage/writeTriage.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/**
 * Collects the evidence, asks for the kind and the severity, writes the record. Escape at any step writes nothing; what
 * was entered is offered again by the next triage of this window.
 */
export const triageIssue: Verb = async (mentor, argument, context) => {
  const draft = await draftOf(mentor, seedOf(argument, context));
  if (!draft) return;
  mentor.unfinishedTriage = draft;
  const place = (step: number): Place => ({ title: l10n.t('Triage Issue'), step, of: 3 });
  const isDone = await runSteps([
    async () => {
      const move = await evidenceStep(draft, place(1));
      if (move === 'next') draft.reading = await readTriage(mentor, draft);
      return move;
    },
    () => kindStep(mentor, draft, place(2)),
    () => severityStep(mentor, draft, place(3)),
  ]);
  if (!isDone || !(await writeTriage(mentor, draft))) return;
  delete mentor.unfinishedTriage;
  if (!vscode.workspace.workspaceFolders?.length)
    void vscode.window.showInformationMessage(
      l10n.t(
        'The record is an untitled document: save it where you like. In Progress shows only records of open folders.',
      ),
    );
};

/** A new draft; or the unfinished one, when the user wants it. `undefined`: Escape. */
async function draftOf(mentor: Mentor, seed: Seed | undefined): Promise<TriageDraft | undefined> {
  const old = mentor.unfinishedTriage;
  const isWorthIt = old !== undefined && (old.symptom !== '' || old.kind !== undefined);
  if (isWorthIt) {
    const resume = {
      label: l10n.t('Resume'),
      description: old.symptom,
      detail: l10n.t('The triage that you left before it was written.'),
    };
    const start = { label: l10n.t('Start anew'), detail: l10n.t('Collects the evidence again.') };
    const choice = await vscode.window.showQuickPick([resume, start], {
      title: l10n.t('Triage Issue'),
      ignoreFocusOut: true,
    });
    if (choice === undefined) return undefined;
    if (choice === resume) return old;
  }
  return { collected: await collect(mentor, seed), ...(seed ? { seed } : {}), symptom: '', picked: undefined };
}
