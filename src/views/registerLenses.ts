import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';

/** Looked for before any code is loaded: only records are worth it. */
const RECORD = /^\uFEFF?---[ \t]*\r?\n(?:.*\r?\n){0,40}?tpm:/;
const HEAD = 4000;

/**
 * CodeLenses on records. They cost nothing until a record is open, and are drawn anew when time makes an update due, when the code
 * that a finding points to changes, and when commits come to a reviewed branch.
 */
export function registerLenses(mentor: () => Promise<Mentor>): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let watching: vscode.Disposable | undefined;
  return vscode.Disposable.from(
    changed,
    new vscode.Disposable(() => watching?.dispose()),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        onDidChangeCodeLenses: changed.event,
        async provideCodeLenses(document) {
          const head = document.getText(new vscode.Range(0, 0, 40, 0)).slice(0, HEAD);
          if (!RECORD.test(head)) return [];
          const [{ allLensesOf, onDidChangeLenses }, opened] = await Promise.all([import('./allLenses.ts'), mentor()]);
          watching ??= onDidChangeLenses(opened, () => changed.fire());
          return allLensesOf(opened, document);
        },
      },
    ),
  );
}
