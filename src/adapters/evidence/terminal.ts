import * as vscode from 'vscode';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';
import {
  commandText,
  hasLostOutput,
  isSilent,
  isThrownAway,
  readLastCommand,
  type TerminalCommand,
} from '../../core/evidence/terminalCommand.ts';
import { momentOf, systemClock } from '../clock.ts';
import { askCoreTool } from './coreTool.ts';
import type { TaskRecorder } from './taskRecorder.ts';
import type { TerminalRecorder, TerminalRun } from './terminalRecorder.ts';

/** The last bytes of an ended command may come after the event of its end. */
const OUTPUT_GRACE_MS = 300;
const ACTIVE_GRACE_MS = 1000;

/**
 * The last command of a terminal with exit code, duration and output: as recorded; else, for a command that ran before this
 * extension did, from VS Code's own tool. A failed task in that terminal is left to the source of tasks.
 */
export function terminalSource(recorder: TerminalRecorder, tasks: TaskRecorder): EvidenceSource {
  return {
    id: 'terminal',
    name: vscode.l10n.t('Terminal'),
    isOnDemand: false,
    async collect(about) {
      const asked = vscode.window.terminals.find((one) => one === about);
      const terminal = asked ?? vscode.window.activeTerminal;
      if (!terminal) return undefined;
      const run = recorder.lastOf(terminal);
      const last = run ? await wholeOf(run) : await askForLastCommand(terminal);
      if (!last || isThrownAway(last) || (!asked && tasks.isLast(last.command, last.exitCode))) return undefined;
      const at = run ? momentOf(run.ended ?? Date.now()) : systemClock.now();
      return commandEvidence(last, at, !run && hasLostOutput(last));
    },
  };
}

/** A quick command may have ended before its output could be listened to: then VS Code may still have it. */
async function wholeOf(run: TerminalRun): Promise<TerminalCommand> {
  const recorded = await commandOf(run);
  if (recorded.isRunning || !isSilent(recorded.output) || run.terminal !== vscode.window.activeTerminal)
    return recorded;
  const told = await askForLastCommand(run.terminal);
  return told && told.command === recorded.command ? { ...recorded, output: told.output } : recorded;
}

/** What the recorder has of a command. */
export async function commandOf(run: TerminalRun): Promise<TerminalCommand> {
  if (run.ended !== undefined) await Promise.race([run.isRead, systemClock.delay(OUTPUT_GRACE_MS)]);
  return {
    command: run.command,
    ...(run.cwd === undefined ? {} : { cwd: run.cwd }),
    ...(run.exitCode === undefined ? {} : { exitCode: run.exitCode }),
    isRunning: run.ended === undefined,
    duration: (run.ended ?? Date.now()) - run.started,
    output: run.output.toString(),
  };
}

/** The tool looks at the active terminal only. */
async function askForLastCommand(terminal: vscode.Terminal): Promise<TerminalCommand | undefined> {
  if (terminal !== vscode.window.activeTerminal) {
    terminal.show(true);
    const end = Date.now() + ACTIVE_GRACE_MS;
    while (terminal !== vscode.window.activeTerminal && Date.now() < end) await systemClock.delay(50);
    if (terminal !== vscode.window.activeTerminal) return undefined;
  }
  const answer = await askCoreTool('terminal_last_command');
  return answer === undefined ? undefined : readLastCommand(answer);
}

function commandEvidence(
  { command, cwd, exitCode, isRunning, duration, output }: TerminalCommand,
  at: string,
  isOutputGone: boolean,
): Evidence {
  const state = isRunning
    ? vscode.l10n.t('still running')
    : exitCode === undefined
      ? vscode.l10n.t('exit code not known')
      : vscode.l10n.t('exit code {0}', exitCode);
  return {
    source: 'terminal',
    title: command ? `Terminal: ${command.split('\n', 1)[0]}` : 'Terminal',
    summary: state,
    text: commandText(command, output),
    language: 'text',
    at,
    isContext: exitCode === 0,
    ...(isOutputGone ? { isOutputGone } : {}),
    ...(cwd ? { cwd } : {}),
    ...(command ? { command } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(duration === undefined || isRunning ? {} : { duration }),
  };
}
