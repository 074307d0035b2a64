import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { systemClock } from '../clock.ts';
import { problemLine } from './problems.ts';

/** Lines shown on each side of the place. */
const AROUND = 5;

/** The line of a file that a triage was started from, with its problems. Looks at nothing else. */
export const placeSource: EvidenceSource = {
  id: 'place',
  name: vscode.l10n.t('Line of code'),
  isOnDemand: false,
  async collect(about) {
    const place = placeIn(about);
    if (!place) return undefined;
    const document = await vscode.workspace.openTextDocument(place.uri);
    const line = Math.min(place.line, document.lineCount) - 1;
    const problems = vscode.languages
      .getDiagnostics(place.uri)
      .filter(({ range, severity }) => severity <= vscode.DiagnosticSeverity.Warning && coversLine(range, line));
    const errors = problems.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    const first = Math.max(0, line - AROUND);
    const last = Math.min(document.lineCount - 1, line + AROUND);
    const code = Array.from({ length: last - first + 1 }, (_, index) => {
      const number = first + index;
      const mark = number === line ? '>' : ' ';
      return `${mark} ${String(number + 1).padStart(String(last + 1).length)} | ${document.lineAt(number).text}`.trimEnd();
    });
    return {
      source: 'place',
      title: `${vscode.workspace.asRelativePath(place.uri)}:${line + 1}`,
      ...(problems.length ? { summary: problems[0]!.message.split('\n', 1)[0]! } : {}),
      text: [...problems.map((one) => problemLine(place.uri, one)), ...(problems.length ? [''] : []), ...code].join(
        '\n',
      ),
      language: 'text',
      at: systemClock.now(),
      isContext: errors === 0,
    };
  },
};

/** `{ uri, line }`: a URI or its text, and the line as people count, from 1. */
function placeIn(about: unknown): { uri: vscode.Uri; line: number } | undefined {
  if (typeof about !== 'object' || about === null) return undefined;
  const { uri, line } = about as { uri?: unknown; line?: unknown };
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 1) return undefined;
  if (uri instanceof vscode.Uri) return { uri, line };
  return typeof uri === 'string' ? { uri: vscode.Uri.parse(uri), line } : undefined;
}

function coversLine({ start, end }: vscode.Range, line: number): boolean {
  return start.line <= line && line <= end.line;
}
