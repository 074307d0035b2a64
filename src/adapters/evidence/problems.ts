import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { systemClock } from '../clock.ts';

const MAX_PROBLEMS = 50;

/** Errors and warnings of the Problems view, errors first. */
export const problemsSource: EvidenceSource = {
  id: 'problems',
  name: vscode.l10n.t('Problems'),
  isOnDemand: false,
  collect() {
    const all = vscode.languages
      .getDiagnostics()
      .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })))
      .filter(({ diagnostic }) => diagnostic.severity <= vscode.DiagnosticSeverity.Warning)
      .toSorted((a, b) => a.diagnostic.severity - b.diagnostic.severity);
    if (!all.length) return Promise.resolve(undefined);
    const errors = all.filter(({ diagnostic }) => diagnostic.severity === vscode.DiagnosticSeverity.Error).length;
    const lines = all.slice(0, MAX_PROBLEMS).map(({ uri, diagnostic }) => problemLine(uri, diagnostic));
    if (all.length > MAX_PROBLEMS) lines.push(`[... ${all.length - MAX_PROBLEMS} more problems left out ...]`);
    return Promise.resolve({
      source: 'problems',
      title: 'Problems',
      summary: countsOf(errors, all.length - errors),
      text: lines.join('\n'),
      language: 'text',
      at: systemClock.now(),
      isContext: errors === 0,
    });
  },
};

/** Only what there is of each. */
function countsOf(errors: number, warnings: number): string {
  const { l10n } = vscode;
  return [
    ...(errors === 1 ? [l10n.t('1 error')] : errors ? [l10n.t('{0} errors', errors)] : []),
    ...(warnings === 1 ? [l10n.t('1 warning')] : warnings ? [l10n.t('{0} warnings', warnings)] : []),
  ].join(', ');
}

/** `src/a.ts:3:7 error: message (ts 2322)`. Lines and columns as people count, from 1. */
export function problemLine(uri: vscode.Uri, { range, severity, message, source, code }: vscode.Diagnostic): string {
  const place = `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}:${range.start.character + 1}`;
  const word = severity === vscode.DiagnosticSeverity.Error ? 'error' : 'warning';
  const id = typeof code === 'object' ? code.value : code;
  const origin = [source, id].filter((part) => part !== undefined && part !== '').join(' ');
  return `${place} ${word}: ${message.replace(/\s*\n\s*/g, ' ')}${origin === '' ? '' : ` (${origin})`}`;
}
