import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { settings, settingsSection } from '../ids.ts';

/** What lies in a folder of such a name may be one of ours; it is looked at closely once the code is loaded. */
const OURS = /\/(?:checklists|records)\/[^/]+\.md$/i;

/** Faults of checklists and records in the Problems view, while they are open. Costs nothing until one is. */
export function registerFaults(mentor: () => Promise<Mentor>, fail: (error: unknown) => void): vscode.Disposable {
  const store: vscode.Disposable[] = [];
  let isLoading = false;
  const look = (document: vscode.TextDocument): void => {
    if (isLoading || document.languageId !== 'markdown' || !mayBeOurs(document.uri)) return;
    isLoading = true;
    Promise.all([import('./faults.ts'), mentor()])
      .then(([{ showFaults }, opened]) => store.push(showFaults(opened)))
      .catch(fail);
  };
  store.push(vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
  return new vscode.Disposable(() => store.forEach((one) => one.dispose()));
}

function mayBeOurs({ path }: vscode.Uri): boolean {
  const folders = vscode.workspace.getConfiguration(settingsSection).inspect<unknown>(settings.checklistFolders);
  return OURS.test(path) || (Array.isArray(folders?.globalValue) && folders.globalValue.length > 0);
}
