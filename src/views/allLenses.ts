import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { debounce } from './debounce.ts';
import { findingLenses } from './findingLenses.ts';
import { lensesOf } from './recordLenses.ts';

/** Milliseconds of quiet before lenses are drawn anew because of code that is being typed. */
const AFTER = 1000;

/** All lenses of one record. */
export async function allLensesOf(mentor: Mentor, document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return [...lensesOf(document, mentor.host.clock.now()), ...(await findingLenses(mentor, document))];
}

/** Tells when a text that is no Markdown has been changed: a record's own changes draw its lenses anew anyway. */
export function onDidChangeCode(listener: () => void): vscode.Disposable {
  const tell = debounce(listener, AFTER);
  return vscode.Disposable.from(
    new vscode.Disposable(() => tell.cancel()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== 'markdown') tell();
    }),
  );
}
