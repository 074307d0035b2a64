import * as vscode from 'vscode';
import { findBlocks } from '../../src/core/block/find.ts';
import { itemsOfBlock, type BlockItem } from '../../src/core/block/model.ts';

/** The workspace of the run: a fresh copy of the sample workspace. */
export const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const recordsFolder = (): vscode.Uri => vscode.Uri.joinPath(root(), '.tpm', 'records');

/** Records go into the workspace, without a question; what a test wrote is gone after it. */
export function useSharedRecords(): void {
  beforeEach(() => set('records', 'shared'));
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(recordsFolder(), { recursive: true }).then(undefined, () => undefined);
    await vscode.commands.executeCommand('tpmMentor.refresh');
    await set('records', undefined);
  });
}

export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('tpmMentor').update(name, value, vscode.ConfigurationTarget.Global);
}

/** Closes all editors; unsaved edits are thrown away. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Starts a checklist and returns the URI of its record. */
export async function start(checklistId: string): Promise<vscode.Uri> {
  await vscode.commands.executeCommand('tpmMentor.startChecklist', { checklistId });
  return vscode.window.activeTextEditor!.document.uri;
}

/** What is on disk. */
export async function onDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root(), ...path.split('/'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export function itemsIn(text: string): BlockItem[] {
  return findBlocks(text).flatMap(itemsOfBlock);
}

/** The argument that rows of In Progress hand to commands. */
export function rowOf(
  uri: vscode.Uri,
  item: BlockItem,
): { target: { uri: string; item: { checklist: string; id: string } } } {
  return { target: { uri: uri.toString(), item: { checklist: item.checklist, id: item.id } } };
}

/** Opens an editor on an untitled document of that language and text, the cursor at its end. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.positionAt(content.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** Presses Enter in quick picks until the promise is settled; gives up after so many. */
export async function acceptAll(running: Thenable<unknown>, most = 8): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(running).finally(() => (isDone = true));
  for (let count = 0; count < most * 10 && !isDone; count++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await done;
}

/** Takes the row so many below the first one of a quick pick that the promise waits for. */
export async function chooseRow(below: number, running: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(running).finally(() => (isDone = true));
  const press = async (command: string): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (!isDone) await vscode.commands.executeCommand(command);
  };
  await press('workbench.action.focusQuickOpen');
  for (let count = 0; count < below; count++) await press('workbench.action.quickOpenSelectNext');
  while (!isDone) await press('workbench.action.acceptSelectedQuickOpenItem');
  await done;
}
