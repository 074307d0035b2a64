import * as vscode from 'vscode';
import type { Seed } from '../../core/evidence/evidence.ts';

/**
 * What the user clicked, by the arguments that menus give to commands; `undefined` for the palette and for anything else.
 * - editor: the document's URI. Its selection, else the problem at the cursor.
 * - terminal and its tab: the terminal, or a list of them.
 * - test results: `{ test, message }`; the Testing view: the test.
 * - Call Stack: a text or number of the element, and `{ sessionId, threadId }` besides.
 * - a place, from a record or from another extension: `{ uri, line }`, the line counted from 1.
 */
export function seedOf(argument: unknown, context?: unknown): Seed | undefined {
  if (argument instanceof vscode.Uri) return inEditor(argument);
  const terminal = [argument, ...listIn(argument), ...listIn(context)].find(isTerminal);
  if (terminal) return { source: 'terminal', about: terminal };
  const thread = threadIn(context);
  if (thread) return { source: 'debugger', about: thread };
  if (has(argument, 'uri', 'line')) return { source: 'place', about: argument };
  if (has(argument, 'test') || has(argument, 'id', 'label', 'children')) return { source: 'tests', about: argument };
  return undefined;
}

function inEditor(uri: vscode.Uri): Seed | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  if (!editor.selection.isEmpty) return { source: 'selection' };
  const { line } = editor.selection.active;
  const isAtProblem = vscode.languages
    .getDiagnostics(uri)
    .some(
      ({ range, severity }) =>
        severity <= vscode.DiagnosticSeverity.Warning && range.start.line <= line && line <= range.end.line,
    );
  return isAtProblem ? { source: 'place', about: { uri, line: line + 1 } } : undefined;
}

function isTerminal(value: unknown): boolean {
  return vscode.window.terminals.some((terminal) => terminal === value);
}

/** A thread's id comes as `thread:<session>:<number>`. */
function threadIn(context: unknown): { sessionId: string; threadId?: number } | undefined {
  if (!has(context, 'sessionId')) return undefined;
  const { sessionId, threadId } = context as { sessionId?: unknown; threadId?: unknown };
  if (typeof sessionId !== 'string') return undefined;
  const number = /(?:^|:)(-?\d+)$/.exec(typeof threadId === 'string' ? threadId : '')?.[1];
  return { sessionId, ...(number === undefined ? {} : { threadId: Number(number) }) };
}

function has(value: unknown, ...keys: readonly string[]): value is object {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
