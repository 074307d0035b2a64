import * as vscode from 'vscode';
import type { TerminalRecorder } from './terminalRecorder.ts';

/** The recorder of terminals, made at the first terminal or at the first use. */
export interface LazyTerminalRecorder extends vscode.Disposable {
  open(): Promise<TerminalRecorder>;
}

/**
 * Listens from the first terminal on: the command that failed was run before anybody thought of a triage, and VS Code gives its
 * output only to those who listened. A window without a terminal loads nothing for it.
 */
export function recordTerminals(fail: (error: unknown) => void): LazyTerminalRecorder {
  let recorder: Promise<TerminalRecorder> | undefined;
  const open = (): Promise<TerminalRecorder> =>
    (recorder ??= import('./terminalRecorder.ts').then((made) => new made.TerminalRecorder()));
  const begin = (): void => {
    first.dispose();
    open().catch(fail);
  };
  const first = vscode.window.onDidChangeTerminalShellIntegration(begin);
  if (vscode.window.terminals.some(({ shellIntegration }) => shellIntegration)) begin();
  return {
    open,
    dispose: () => {
      first.dispose();
      void recorder?.then((made) => made.dispose());
    },
  };
}
