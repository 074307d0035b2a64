import * as vscode from 'vscode';
import { filledFor } from '../core/snippet/fill.ts';
import type { SnippetRow } from '../core/targets.ts';
import { commentBoxOf, threadLinesOf } from './commentBox.ts';
import { pickSnippet } from './pickSnippet.ts';
import type { Verb } from './verb.ts';

/** Inserts one review comment at the cursor, comment boxes included; without an editor, into a new untitled one. */
export const insertReviewSnippet: Verb = async (mentor, argument) => {
  const box = commentBoxOf(argument);
  const snippet = isSnippetRow(argument) ? argument.snippet : await pickSnippet(mentor);
  if (!snippet) return;
  const editor = box ?? vscode.window.activeTextEditor ?? (await newDraft());
  const [body] = await filledFor(mentor.host, [snippet.body], editor.document.uri.toString(), threadLinesOf(argument));
  if (editor.document.uri.scheme !== 'comment') await focusOn(editor);
  await editor.insertSnippet(new vscode.SnippetString(body));
};

/** So that Tab goes through the placeholders. A comment box has no tab and keeps the focus by itself. */
async function focusOn({ document, viewColumn }: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(document, {
    preserveFocus: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}

async function newDraft(): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }));
}

function isSnippetRow(argument: unknown): argument is SnippetRow {
  return typeof argument === 'object' && argument !== null && 'snippet' in argument;
}
