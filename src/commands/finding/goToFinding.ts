import * as vscode from 'vscode';
import type { Verb } from '../verb.ts';
import { readFinding, targetOf } from './arguments.ts';

/** Opens the record at the finding. */
export const goToFinding: Verb = async (mentor, argument) => {
  const target = targetOf(argument);
  const { subjectRange } = await readFinding(mentor, target);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri, true));
  const position = document.positionAt(subjectRange.start);
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  mentor.focus.follow({ uri: target.uri });
};
