import * as vscode from 'vscode';
import { itemAt } from '../../core/block/itemAt.ts';
import type { Mentor } from '../../core/mentor.ts';
import { isSameTarget, type RecordTarget } from '../../core/targets.ts';
import { debounce } from '../debounce.ts';

/** Long enough for a cursor that is only passing by. */
const RESTS_AFTER = 60;

/** Moves the focus to the item that the cursor rests on, until disposed. */
export function followCursor(mentor: Mentor): vscode.Disposable {
  let last = itemUnderCursor(vscode.window.activeTextEditor);
  let isMeant = false;
  const follow = debounce(() => {
    const item = itemUnderCursor(vscode.window.activeTextEditor);
    // An edit elsewhere in the text moves the cursor too. That is no wish to go back to its item.
    if (item && (isMeant || !isSameTarget(item, last))) mentor.focus.follow(item);
    last = item;
    isMeant = false;
  }, RESTS_AFTER);
  if (last && !mentor.focus.current) mentor.focus.follow(last);
  return vscode.Disposable.from(
    { dispose: () => follow.cancel() },
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && follow()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (textEditor !== vscode.window.activeTextEditor || textEditor.document.languageId !== 'markdown') return;
      isMeant ||=
        kind === vscode.TextEditorSelectionChangeKind.Mouse || kind === vscode.TextEditorSelectionChangeKind.Keyboard;
      follow();
    }),
  );
}

function itemUnderCursor(editor: vscode.TextEditor | undefined): RecordTarget | undefined {
  if (editor?.document.languageId !== 'markdown') return undefined;
  const text = editor.document.getText();
  const item = text.includes('tpm:checklist')
    ? itemAt(text, editor.document.offsetAt(editor.selection.active))
    : undefined;
  if (!item) return undefined;
  const { checklist, id, occurrence } = item;
  return { uri: editor.document.uri.toString(), item: { checklist, id, occurrence } };
}
