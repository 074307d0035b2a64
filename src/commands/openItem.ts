import * as vscode from 'vscode';
import { findItem } from '../core/block/find.ts';
import type { RecordTarget } from '../core/targets.ts';
import type { Range } from '../core/text/edits.ts';
import { recordInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

/** Opens the record, at the item when there is one. The keyboard stays where it is. */
export const openItem: Verb = async (mentor, argument) => {
  const target = recordInFocus(mentor, argument);
  mentor.focus.follow(target);
  await showRecord(target, { preserveFocus: true });
};

/** The same command under the name that it has on the row of a record. */
export const openRecord: Verb = (mentor, argument) => openItem(mentor, argument);

/**
 * Opens a record and goes to a place in its text; else to the item, if one is named and still there, and selects its words when the
 * keyboard stays elsewhere.
 */
export async function showRecord(
  { uri, item }: RecordTarget,
  options: vscode.TextDocumentShowOptions = {},
  place?: Range,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const found = item && findItem(document.getText(), item)?.titleRange;
  // Selected words are a mark, but where the keyboard is in the editor, the next key would replace them.
  const range = place ?? (found && (options.preserveFocus ? found : { start: found.start, end: found.start }));
  const selection = range && new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  const editor = await vscode.window.showTextDocument(document, {
    preview: false,
    ...options,
    ...(selection ? { selection } : {}),
  });
  if (selection) editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
