import * as vscode from 'vscode';
import { placeOfSnippet } from '../core/snippet/addSnippet.ts';
import type { SnippetEntry } from '../core/snippet/snippetLibrary.ts';
import type { Verb } from './verb.ts';

/** Opens the file of a snippet where the snippet begins. */
export const openSnippet: Verb = async (_mentor, argument) => {
  const { snippet } = argument as { snippet: SnippetEntry };
  await showSnippet(vscode.Uri.parse(snippet.uri, true), snippet.name);
};

export async function showSnippet(uri: vscode.Uri, name: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = placeOfSnippet(document.getText(), name) ?? { start: 0, end: 0 };
  const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, { selection });
}
