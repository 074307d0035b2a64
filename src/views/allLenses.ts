import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { debounce } from './debounce.ts';
import { findingLenses } from './findingLenses.ts';
import { lensesOf } from './recordLenses.ts';
import { reviewLensesOf } from './reviewLenses.ts';

/** Milliseconds of quiet before lenses are drawn anew because of code that is being typed. */
const AFTER = 1000;

/** All lenses of one record. */
export async function allLensesOf(mentor: Mentor, document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return [
    ...lensesOf(document, mentor.host.clock.now()),
    ...reviewLensesOf(mentor, document),
    ...(await findingLenses(mentor, document)),
  ];
}

/** Tells when code or a reviewed branch has changed: a record's own changes draw its lenses anew anyway. */
export function onDidChangeLenses({ reviews }: Mentor, listener: () => void): vscode.Disposable {
  const tell = debounce(listener, AFTER);
  return vscode.Disposable.from(
    new vscode.Disposable(() => tell.cancel()),
    reviews.onDidChange(listener),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== 'markdown') tell();
    }),
  );
}
