import { renderEvidence } from '../core/evidence/renderEvidence.ts';
import { appendToSection } from '../core/record/sections.ts';
import { changeAndShow, recordOf } from './recordText.ts';
import { collect, moreEvidence } from './triage/evidenceStep.ts';
import { readEvidence } from './triage/readEvidence.ts';
import type { Verb } from './verb.ts';

/** Looks at the sources again and puts what the user ticks below the evidence of a record that is there. */
export const addEvidence: Verb = async (mentor, argument) => {
  const { uri, text: record } = await recordOf(mentor, argument);
  const collected = await collect(mentor);
  const picked = await moreEvidence(collected, record);
  if (!picked) return;
  const { pieces } = await readEvidence(mentor, { collected, symptom: '', picked });
  if (!pieces.length) return;
  const lines = renderEvidence(pieces).split('\n');
  await changeAndShow(mentor, uri, (text) => appendToSection(text, 'Evidence', ['', ...lines]));
};
