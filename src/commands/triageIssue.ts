import * as vscode from 'vscode';
import { includesFor } from '../core/checklist/fit.ts';
import { collectEvidence } from '../core/evidence/collect.ts';
import type { Collected, Evidence } from '../core/evidence/evidence.ts';
import { redactEvidence } from '../core/evidence/redactEvidence.ts';
import type { Mentor } from '../core/mentor.ts';
import { parseStackTraces } from '../core/stackTrace/parse.ts';
import { classify } from '../core/triage/classify.ts';
import type { Kind } from '../core/triage/kinds.ts';
import { placesOf } from '../core/triage/places.ts';
import { titleOf } from '../core/triage/title.ts';
import { renderTriageRecord, type CodePlace, type Triage } from '../core/triage/triageRecord.ts';
import { recordsFolder, type RecordsFolder } from './recordsPlace.ts';
import { openNewRecord } from './startChecklist.ts';
import { runSteps } from './steps.ts';
import { foundIn, type Reading, type TriageDraft } from './triage/draft.ts';
import { collect, evidenceStep, missingSentence } from './triage/evidenceStep.ts';
import { kindStep } from './triage/kindStep.ts';
import { severityStep } from './triage/severityStep.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Ids of the checklists that belong to each kind of problem. */
const checklistFor: Readonly<Record<Kind, string | undefined>> = {
  bottleneck: 'bottleneck',
  glitch: 'glitch',
  broken: 'broken',
  unknown: 'triage-issue',
  'not-a-problem': undefined,
};

/** Collects the evidence, asks for the kind and the severity, writes the record. Escape at any step writes nothing. */
export const triageIssue: Verb = async (mentor) => {
  const draft: TriageDraft = { collected: await collect(mentor), symptom: '', picked: undefined };
  const place = (step: number): { title: string; step: number; of: number } => ({
    title: l10n.t('Triage Issue'),
    step,
    of: 3,
  });
  const isDone = await runSteps([
    async () => {
      const move = await evidenceStep(draft, place(1));
      if (move === 'next') draft.reading = await read(mentor, draft);
      return move;
    },
    () => kindStep(draft, place(2)),
    () => severityStep(draft, place(3)),
  ]);
  const folder = isDone ? await placeOf(mentor) : undefined;
  if (folder) await write(mentor, draft, folder);
};

/** With no folder open the record is an untitled document: the user decides where it goes. */
async function placeOf(mentor: Mentor): Promise<RecordsFolder | 'untitled' | undefined> {
  return vscode.workspace.workspaceFolders?.length ? recordsFolder(mentor) : 'untitled';
}

async function read(mentor: Mentor, { collected, picked, symptom }: TriageDraft): Promise<Reading> {
  const onDemand = mentor.host.evidence.filter((source) => source.isOnDemand && picked?.has(source.id));
  const late = await collectEvidence(onDemand, mentor.host.clock);
  const evidence = foundIn([...collected, ...late]).filter((piece) => picked?.has(piece.source));
  const clean = await redactEvidence(inOrderOfWeight(evidence), symptom, mentor.host.places.roots());
  const text = clean.pieces
    .filter((piece) => !piece.isContext)
    .map((piece) => piece.text)
    .join('\n\n');
  return {
    pieces: clean.pieces,
    symptom: clean.words,
    redactions: clean.findings.length,
    traces: parseStackTraces(text),
    verdict: classify({ title: clean.words, text }),
  };
}

/** What failed comes first, what only surrounds it last. */
function inOrderOfWeight(evidence: readonly Evidence[]): Evidence[] {
  const weight = (piece: Evidence): number => (piece.isContext ? 2 : piece.exitCode ? 0 : 1);
  return evidence.toSorted((a, b) => weight(a) - weight(b));
}

/** Places that the workspace has become links from its root: they open in the editor and on a forge. */
function linked({ host }: Mentor, places: readonly CodePlace[]): Promise<CodePlace[]> {
  return Promise.all(
    places.map(async (one) =>
      (await host.places.hasFile(one.file)) ? { ...one, link: `/${one.file.replaceAll('\\', '/')}` } : one,
    ),
  );
}

async function write(mentor: Mentor, draft: TriageDraft, folder: RecordsFolder | 'untitled'): Promise<void> {
  const reading = draft.reading!;
  const kind = draft.kind ?? reading.verdict.kind;
  const triage: Triage = {
    title: titleOf(reading.symptom, reading.traces, reading.verdict),
    symptom: reading.symptom,
    evidence: reading.pieces,
    missing: draft.collected.flatMap((one: Collected) => missingSentence(one) ?? []),
    verdict: reading.verdict,
    kind,
    impact: draft.level?.impact ?? 'I3',
    urgency: draft.level?.urgency ?? 'U2',
    ...(draft.override ? { override: draft.override } : {}),
    places: await linked(mentor, placesOf(reading.traces)),
    redactions: reading.redactions,
    created: mentor.host.clock.now(),
  };
  const id = checklistFor[kind];
  const checklist = id === undefined ? undefined : (await mentor.checklists.find(id))?.checklist;
  const text = renderTriageRecord(triage, checklist, {
    includes: includesFor({ methodology: mentor.host.settings.methodology }),
  });
  if (folder === 'untitled') {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: text }),
    );
    return;
  }
  await openNewRecord(mentor, await mentor.records.create(folder.place, triage.title, text, folder.workspace), text, {
    atTop: true,
  });
}
