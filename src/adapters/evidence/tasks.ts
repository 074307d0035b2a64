import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { momentOf } from '../clock.ts';
import { commandText } from '../../core/evidence/terminalCommand.ts';
import { commandOf } from './terminal.ts';
import type { FailedTask, TaskRecorder } from './taskRecorder.ts';
import type { TerminalRecorder } from './terminalRecorder.ts';

/** The clock of a task and that of its terminal are read in different turns. */
const CLOCK_SLACK_MS = 5000;

/** The task that failed last, with the output of its terminal where that is known. */
export function taskSource(tasks: TaskRecorder, terminals: TerminalRecorder): EvidenceSource {
  return {
    id: 'task',
    name: vscode.l10n.t('Tasks'),
    isOnDemand: false,
    async collect() {
      const failed = tasks.last;
      if (!failed) return undefined;
      const { name, exitCode, cwd, started, ended } = failed;
      const run = terminals.newest((one) => isRunOf(one.terminal.name, one.command, one.started, failed));
      const seen = run && (await commandOf(run));
      const command = failed.command ?? seen?.command;
      const folder = seen?.cwd ?? cwd;
      const duration = started === undefined ? seen?.duration : ended - started;
      return {
        source: 'task',
        title: `Task: ${name}`,
        summary: vscode.l10n.t('exit code {0}', exitCode),
        text: commandText(command, seen?.output ?? ''),
        language: 'text',
        at: momentOf(ended),
        isContext: false,
        exitCode,
        ...(folder === undefined ? {} : { cwd: folder }),
        ...(command === undefined ? {} : { command }),
        ...(duration === undefined ? {} : { duration }),
      };
    },
  };
}

/** A task has no link to its terminal in the API: its command, or its name, and the time tell. */
function isRunOf(terminal: string, command: string, started: number, task: FailedTask): boolean {
  const isInTime = started <= task.ended && (task.started === undefined || started >= task.started - CLOCK_SLACK_MS);
  return isInTime && (command === task.command || terminal === task.name || terminal.endsWith(`: ${task.name}`));
}
