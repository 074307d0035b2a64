import * as vscode from 'vscode';
import { renderEvidence } from '../core/evidence/renderEvidence.ts';
import { appendToSection } from '../core/record/sections.ts';
import type { TriageDraft } from '../core/triage/draft.ts';
import { changeRecord, recordOf } from './recordText.ts';
import { collect, evidenceStep } from './triage/evidenceStep.ts';
import { readEvidence } from './triage/readEvidence.ts';
import type { Verb } from './verb.ts';

/** Looks at the sources again and puts what the user ticks below the evidence of a record that is there. */
export const addEvidence: Verb = async (mentor, argument) => {
  const { uri } = await recordOf(mentor, argument);
  const draft: TriageDraft = { collected: await collect(mentor), symptom: '', picked: undefined };
  const move = await evidenceStep(draft, { title: vscode.l10n.t('Add Evidence'), step: 1, of: 1 });
  if (move !== 'next') return;
  const { pieces, words } = await readEvidence(mentor, draft);
  const lines = [...(words === '' ? [] : [words, '']), renderEvidence(pieces)].join('\n').trim();
  if (lines === '') return;
  const heading = `### ${mentor.host.clock.now()}`;
  await changeRecord(mentor, uri, (text) => appendToSection(text, 'Evidence', ['', heading, '', ...lines.split('\n')]));
};
