import * as vscode from 'vscode';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';
import { readLastCommand, type TerminalCommand } from '../../core/evidence/terminalCommand.ts';
import { plainOutput } from '../../core/evidence/plainOutput.ts';

const LAST_COMMAND = 'terminal_last_command';

/** The last command of the active terminal with its exit code and output, from VS Code's shell integration. */
export const terminalSource: EvidenceSource = {
  id: 'terminal',
  name: vscode.l10n.t('Terminal'),
  isOnDemand: false,
  async collect() {
    const terminal = vscode.window.activeTerminal;
    if (!terminal || !vscode.lm.tools.some((tool) => tool.name === LAST_COMMAND)) return undefined;
    const { content } = await vscode.lm.invokeTool(LAST_COMMAND, { input: {}, toolInvocationToken: undefined });
    const answer = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    const last = readLastCommand(answer);
    return last && evidenceOf(last);
  },
};

function evidenceOf({ command, cwd, exitCode, isRunning, output }: TerminalCommand): Evidence {
  const state = isRunning
    ? vscode.l10n.t('still running')
    : exitCode === undefined
      ? vscode.l10n.t('exit code not known')
      : vscode.l10n.t('exit code {0}', exitCode);
  const header = [...(cwd ? [`in ${cwd}`] : []), ...(exitCode === undefined ? [] : [`exit code ${exitCode}`])];
  return {
    source: 'terminal',
    title: command ? `Terminal: ${command.split('\n', 1)[0]}` : 'Terminal',
    summary: state,
    text: [
      ...(command ? [`$ ${command}`] : []),
      ...(header.length ? [`# ${header.join(', ')}`] : []),
      plainOutput(output),
    ].join('\n'),
    language: 'text',
    isContext: exitCode === 0,
    ...(command ? { command } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}
