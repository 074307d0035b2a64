import * as vscode from 'vscode';
import { findBlocks } from '../core/block/find.ts';
import { itemsOfBlock } from '../core/block/model.ts';
import { includesFor } from '../core/checklist/fit.ts';
import type { Checklist } from '../core/checklist/model.ts';
import type { Mentor } from '../core/mentor.ts';
import { firstPrompt } from '../core/triage/firstPrompt.ts';
import { renderChecklistRecord } from '../core/record/render.ts';
import { recordsFolder, type RecordsFolder } from './recordsPlace.ts';
import { checklistOf } from './pickChecklist.ts';
import { showRecord } from './openItem.ts';
import { views } from '../ids.ts';
import type { Verb } from './verb.ts';

/** Makes a record of one run of a checklist, opens it at the first open item and shows it in In Progress. */
export const startChecklist: Verb = async (mentor, argument) => {
  const checklist = await checklistOf(mentor, argument, vscode.l10n.t('Start Checklist'));
  const folder = checklist && (await recordsFolder(mentor));
  if (checklist && folder) await startRecord(mentor, checklist, folder);
};

export async function startRecord(
  mentor: Mentor,
  checklist: Checklist,
  { place, workspace }: RecordsFolder,
): Promise<void> {
  const { clock, settings } = mentor.host;
  const kind = checklist.group === 'review' ? 'review' : 'checklist';
  const text = renderChecklistRecord(
    checklist,
    { kind, title: checklist.title, created: clock.now() },
    { includes: includesFor({ methodology: settings.methodology }) },
  );
  await openNewRecord(mentor, await mentor.records.create(place, checklist.title, text, workspace), text);
}

/**
 * Opens a record that was just written, at its first open item or `atTop`, and brings it into sight in In Progress. Of what stands at
 * the top the first that nobody has said yet is selected, so that one types the answer.
 */
export async function openNewRecord(mentor: Mentor, uri: string, text: string, { atTop = false } = {}): Promise<void> {
  const item = findBlocks(text)
    .flatMap(itemsOfBlock)
    .find(({ state }) => state.kind === 'open');
  const target = { uri, ...(item ? { item } : {}) };
  await (atTop ? showRecord({ uri }, {}, firstPrompt(text)) : showRecord(target));
  await vscode.commands.executeCommand(`${views.inProgress}.focus`, { preserveFocus: true });
  mentor.focus.show(target);
}
