import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';

/** Looked for before any code is loaded: only records are worth it. */
const RECORD = /^\uFEFF?---[ \t]*\r?\n(?:.*\r?\n){0,40}?tpm:/;
const HEAD = 4000;

/** CodeLenses on triage records. They cost nothing until a record is open, and are drawn anew when time makes an update due. */
export function registerLenses(mentor: () => Promise<Mentor>): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(
    { language: 'markdown' },
    {
      async provideCodeLenses(document) {
        const head = document.getText(new vscode.Range(0, 0, 40, 0)).slice(0, HEAD);
        if (!RECORD.test(head)) return [];
        const [{ lensesOf }, { host }] = await Promise.all([import('./recordLenses.ts'), mentor()]);
        return lensesOf(document, host.clock.now());
      },
    },
  );
}
