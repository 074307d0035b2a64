import * as vscode from 'vscode';
import { parseChecklist } from '../core/checklist/parse.ts';
import type { Problem } from '../core/checklist/problems.ts';
import type { Mentor } from '../core/mentor.ts';
import { isRecord, parseRecord } from '../core/record/parse.ts';
import { problemSentence } from '../words/problemSentence.ts';
import { debounce } from './debounce.ts';

/** So long after the last key the text is read again. */
const RESTS_AFTER = 250;

/** Shows what is wrong in each open checklist and record, at its place, until disposed. */
export function showFaults({ host, checklists }: Mentor): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('tpmMentor');
  const update = (document: vscode.TextDocument): void =>
    shown.set(
      document.uri,
      faultsIn(document).map((problem) => diagnosticOf(problem, document)),
    );
  const updateAll = (): void => vscode.workspace.textDocuments.forEach(update);
  const changed = new Set<vscode.TextDocument>();
  const updateChanged = debounce(() => {
    for (const document of changed) if (!document.isClosed) update(document);
    changed.clear();
  }, RESTS_AFTER);
  updateAll();
  return vscode.Disposable.from(
    shown,
    { dispose: () => updateChanged.cancel() },
    host.places.onDidChange(updateAll),
    checklists.onDidChange(updateAll),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      changed.add(document);
      updateChanged();
    }),
  );

  function faultsIn(document: vscode.TextDocument): readonly Problem[] {
    if (document.languageId !== 'markdown') return [];
    const { places } = host;
    const folder = vscode.Uri.joinPath(document.uri, '..').toString();
    const lists = [...places.userChecklists(), ...places.teamChecklists().map((place) => place.folder)];
    if (lists.includes(folder)) return parseChecklist(document.getText()).problems;
    const records = [places.privateRecords, ...places.sharedRecords().map((place) => place.folder)];
    const text = document.getText();
    return records.includes(folder) && isRecord(text) ? parseRecord(text).problems : [];
  }
}

/** On one line: a whole front matter underlined says less about the place. */
function diagnosticOf(problem: Problem, document: vscode.TextDocument): vscode.Diagnostic {
  const start = document.positionAt(problem.range.start);
  const end = document.positionAt(problem.range.end);
  const range = new vscode.Range(start, end.line === start.line ? end : document.lineAt(start.line).range.end);
  const diagnostic = new vscode.Diagnostic(range, problemSentence(problem), vscode.DiagnosticSeverity.Warning);
  return Object.assign(diagnostic, { source: 'TPM Mentor', code: problem.code });
}
