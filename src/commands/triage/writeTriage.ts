import * as vscode from 'vscode';
import { includesFor } from '../../core/checklist/fit.ts';
import type { Checklist } from '../../core/checklist/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import { linkPlaces } from '../../core/suspects/codePlaces.ts';
import { namedIn } from '../../core/suspects/renderSimilar.ts';
import { checklistsFor } from '../../core/triage/checklistsFor.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';
import { titleOf } from '../../core/triage/title.ts';
import { renderTriageRecord, severityOfTriage, type Triage } from '../../core/triage/triageRecord.ts';
import { recordsFolder, type RecordsFolder } from '../recordsPlace.ts';
import { openNewRecord } from '../startChecklist.ts';
import { missingSentence } from './evidenceStep.ts';

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

async function checklistsOf(mentor: Mentor, triage: Triage): Promise<Checklist[]> {
  const ids = checklistsFor(triage.kind, severityOfTriage(triage));
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
