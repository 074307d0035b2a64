import * as vscode from 'vscode';
import { findItem } from '../core/block/find.ts';
import type { RecordTarget } from '../core/targets.ts';
import { recordInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

/** Opens the record, at the item when there is one. The keyboard stays where it is. */
export const openItem: Verb = (mentor, argument) =>
  showRecord(recordInFocus(mentor, argument), { preserveFocus: true });

/** Opens a record and selects the words of the item, if one is named and still there. */
export async function showRecord(
  { uri, item }: RecordTarget,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const found = item && findItem(document.getText(), item);
  const selection =
    found && new vscode.Range(document.positionAt(found.titleRange.start), document.positionAt(found.titleRange.end));
  const editor = await vscode.window.showTextDocument(document, {
    preview: false,
    ...options,
    ...(selection ? { selection } : {}),
  });
  if (selection) editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
