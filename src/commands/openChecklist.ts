import * as vscode from 'vscode';
import { checklistOf } from './pickChecklist.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Opens the Markdown file of a checklist, in the preview where it is only to be read. */
export const openChecklist: Verb = async (mentor, argument) => {
  const checklist = await checklistOf(mentor, argument, l10n.t('Open Checklist'));
  const entry = checklist && (await mentor.checklists.find(checklist.id));
  if (entry) await vscode.window.showTextDocument(vscode.Uri.parse(entry.uri, true), { preview: true });
};
