import * as vscode from 'vscode';
import { includesFor } from '../../core/checklist/fit.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';
import type { Kind } from '../../core/triage/kinds.ts';
import { placesOf } from '../../core/triage/places.ts';
import { titleOf } from '../../core/triage/title.ts';
import { renderTriageRecord, type CodePlace, type Triage } from '../../core/triage/triageRecord.ts';
import { recordsFolder } from '../recordsPlace.ts';
import { openNewRecord } from '../startChecklist.ts';
import { missingSentence } from './evidenceStep.ts';

/** Ids of the checklists that belong to each kind of problem. */
const checklistFor: Readonly<Record<Kind, string | undefined>> = {
  bottleneck: 'bottleneck',
  glitch: 'glitch',
  broken: 'broken',
  unknown: 'triage-issue',
  'not-a-problem': undefined,
};

/**
 * Writes the record of a finished draft and opens it. With no folder open it is an untitled document: the user decides
 * where it goes. `false`: the user was asked where records live and pressed Escape.
 */
export async function writeTriage(mentor: Mentor, draft: TriageDraft): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.length ? await recordsFolder(mentor) : 'untitled';
  if (!folder) return false;
  const triage = await triageOf(mentor, draft);
  const id = checklistFor[triage.kind];
  const checklist = id === undefined ? undefined : (await mentor.checklists.find(id))?.checklist;
  const text = renderTriageRecord(triage, checklist, {
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

async function triageOf(mentor: Mentor, draft: TriageDraft): Promise<Triage> {
  const { symptom, traces, verdict, pieces, hidden } = draft.reading!;
  return {
    title: titleOf(symptom, traces, verdict),
    symptom,
    evidence: pieces,
    missing: draft.collected.flatMap((one) => missingSentence(one) ?? []),
    verdict,
    kind: draft.kind ?? verdict.kind,
    impact: draft.level?.impact ?? 'I3',
    urgency: draft.level?.urgency ?? 'U2',
    ...(draft.override ? { override: draft.override } : {}),
    places: await linked(mentor, placesOf(traces)),
    redactions: hidden.filter(({ original }) => !draft.kept?.has(original)).length,
    created: mentor.host.clock.now(),
  };
}

/** Places that the workspace has become links from its root: they open in the editor and on a forge. */
function linked({ host }: Mentor, places: readonly CodePlace[]): Promise<CodePlace[]> {
  return Promise.all(
    places.map(async (one) =>
      (await host.places.hasFile(one.file)) ? { ...one, link: `/${one.file.replaceAll('\\', '/')}` } : one,
    ),
  );
}
