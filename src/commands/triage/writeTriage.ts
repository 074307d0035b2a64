import * as vscode from 'vscode';
import { includesFor } from '../../core/checklist/fit.ts';
import type { Checklist } from '../../core/checklist/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import { linkPlaces } from '../../core/suspects/codePlaces.ts';
import { namedIn } from '../../core/suspects/renderSimilar.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';
import type { Kind } from '../../core/triage/kinds.ts';
import { titleOf } from '../../core/triage/title.ts';
import { renderTriageRecord, severityOfTriage, type Triage } from '../../core/triage/triageRecord.ts';
import { recordsFolder, type RecordsFolder } from '../recordsPlace.ts';
import { openNewRecord } from '../startChecklist.ts';
import { missingSentence } from './evidenceStep.ts';

/** Ids of the checklists that belong to each kind of problem. */
const checklistFor: Readonly<Record<Kind, readonly string[]>> = {
  bottleneck: ['bottleneck'],
  glitch: ['glitch'],
  broken: ['broken'],
  unknown: ['triage-issue'],
  'not-a-problem': [],
};
const INCIDENT = 'incident-live';

/**
 * Writes the record of a finished draft and opens it. With no folder open it is an untitled document: the user decides
 * where it goes. `false`: the user was asked where records live and pressed Escape.
 */
export async function writeTriage(mentor: Mentor, draft: TriageDraft): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.length ? await recordsFolder(mentor) : 'untitled';
  if (!folder) return false;
  const triage = await triageOf(mentor, draft, folder === 'untitled' ? undefined : folder);
  const text = renderTriageRecord(triage, await checklistsOf(mentor, triage), {
    includes: includesFor({ methodology: mentor.host.settings.methodology }),
  });
  if (folder === 'untitled') {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: text }),
    );
  } else {
    await openNewRecord(mentor, await mentor.records.create(folder.place, triage.title, text, folder.workspace), text, {
      atTop: true,
    });
  }
  return true;
}

/** An S1 is run as a live incident first; what kind of problem it is comes after that. */
async function checklistsOf(mentor: Mentor, triage: Triage): Promise<Checklist[]> {
  const ids = [...(severityOfTriage(triage) === 'S1' ? [INCIDENT] : []), ...checklistFor[triage.kind]];
  const found = await Promise.all(ids.map((id) => mentor.checklists.find(id)));
  return found.flatMap((entry) => entry?.checklist ?? []);
}

async function triageOf(mentor: Mentor, draft: TriageDraft, home: RecordsFolder | undefined): Promise<Triage> {
  const { symptom, text, traces, verdict, pieces, hidden, around } = draft.reading!;
  const { places, suspects, signature, similar } = await around;
  return {
    title: titleOf(symptom, traces, verdict, text),
    symptom,
    evidence: pieces,
    missing: draft.collected.flatMap((one) => missingSentence(one) ?? []),
    verdict,
    kind: draft.kind ?? verdict.kind,
    impact: draft.level?.impact ?? 'I3',
    urgency: draft.level?.urgency ?? 'U2',
    ...(draft.override ? { override: draft.override } : {}),
    places: linkPlaces(places, mentor.host.places.roots(), home?.workspace),
    suspects,
    ...(signature ? { signature } : {}),
    similar: { records: namedIn(home, similar), ...(home ? { home } : {}) },
    placeholders: hidden.flatMap(({ original, placeholder }) => (draft.kept?.has(original) ? [] : [placeholder])),
    ...(draft.seed ? { startedOn: draft.seed.source } : {}),
    created: mentor.host.clock.now(),
  };
}
