import * as vscode from 'vscode';
import { BoundedText } from '../../core/evidence/boundedText.ts';
import { isThrownAway } from '../../core/evidence/terminalCommand.ts';

/** One command in a terminal with shell integration, while it runs and afterwards. */
export interface TerminalRun {
  readonly terminal: vscode.Terminal;
  readonly command: string;
  readonly cwd: string | undefined;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** `undefined` while it runs. */
  ended?: number;
  /** `undefined` when the shell did not tell. */
  exitCode?: number;
  readonly output: BoundedText;
  /** Resolves when the stream of its output has ended. */
  readonly isRead: Promise<void>;
}

/** Remembers the last command of each terminal from the moment it is created; one megabyte of output each, at most. */
export class TerminalRecorder implements vscode.Disposable {
  readonly #runs = new Map<vscode.Terminal, TerminalRun>();
  readonly #executions = new WeakMap<vscode.TerminalShellExecution, { run: TerminalRun; before?: TerminalRun }>();
  readonly #subscriptions: vscode.Disposable[];

  constructor() {
    this.#subscriptions = [
      vscode.window.onDidStartTerminalShellExecution((event) => this.#start(event)),
      vscode.window.onDidEndTerminalShellExecution((event) => this.#end(event)),
      vscode.window.onDidCloseTerminal((terminal) => this.#runs.delete(terminal)),
    ];
  }

  lastOf(terminal: vscode.Terminal): TerminalRun | undefined {
    return this.#runs.get(terminal);
  }

  /** The newest of the last commands for which this holds. */
  newest(isWanted: (run: TerminalRun) => boolean): TerminalRun | undefined {
    return Array.from(this.#runs.values())
      .filter(isWanted)
      .toSorted((a, b) => b.started - a.started)[0];
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#runs.clear();
  }

  #start({ terminal, execution }: vscode.TerminalShellExecutionStartEvent): void {
    const output = new BoundedText();
    const run: TerminalRun = {
      terminal,
      command: execution.commandLine.value.trim(),
      cwd: execution.cwd?.fsPath ?? terminal.shellIntegration?.cwd?.fsPath,
      started: Date.now(),
      output,
      isRead: readInto(output, execution),
    };
    const before = this.#runs.get(terminal);
    this.#runs.set(terminal, run);
    this.#executions.set(execution, { run, ...(before ? { before } : {}) });
  }

  #end({ execution, exitCode }: vscode.TerminalShellExecutionEndEvent): void {
    const started = this.#executions.get(execution);
    if (!started) return;
    const { run, before } = started;
    run.ended = Date.now();
    if (exitCode !== undefined) run.exitCode = exitCode;
    // A line that was given up hides no command that ran.
    const { terminal, command } = run;
    const isGivenUp = isThrownAway({ command, exitCode, isRunning: false, output: '' });
    if (before && isGivenUp && this.#runs.get(terminal) === run) this.#runs.set(terminal, before);
  }
}

/** Output comes only after the first call of `read`, so it is called at the start. */
async function readInto(output: BoundedText, execution: vscode.TerminalShellExecution): Promise<void> {
  try {
    for await (const data of execution.read()) output.append(data);
  } catch {
    // The terminal is gone: what came until then stays.
  }
}
