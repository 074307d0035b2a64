import * as vscode from 'vscode';

/** The last run of a task that ended with an exit code other than 0. */
export interface FailedTask {
  readonly name: string;
  /** `undefined` when the task runs no command of its own. */
  readonly command: string | undefined;
  readonly cwd: string | undefined;
  readonly exitCode: number;
  /** Milliseconds since 1970; the start is unknown when it was before the recorder. */
  readonly started: number | undefined;
  readonly ended: number;
}

/** Of a run that the user stopped (SIGINT, SIGTERM: 128 + 2, 128 + 15) nothing is kept: that is no failure. */
const STOPPED = [130, 143];

/** What failed before that has been seen, or is not what the user is at. */
const FRESH_MS = 30 * 60_000;

/** Remembers which tasks have failed since it was created, and forgets one when it succeeds. */
export class TaskRecorder implements vscode.Disposable {
  readonly #started = new WeakMap<vscode.TaskExecution, number>();
  readonly #failed = new Map<string, FailedTask>();
  readonly #subscriptions: vscode.Disposable[];

  constructor() {
    this.#subscriptions = [
      vscode.tasks.onDidStartTaskProcess(({ execution }) => this.#started.set(execution, Date.now())),
      vscode.tasks.onDidEndTaskProcess((event) => this.#end(event)),
    ];
  }

  /** The failure that came last, unless it is too long ago. */
  get last(): FailedTask | undefined {
    const [last] = Array.from(this.#failed.values()).toSorted((a, b) => b.ended - a.ended);
    return last && Date.now() - last.ended <= FRESH_MS ? last : undefined;
  }

  /** Whether this is the command of the failure that came last, with its outcome where that is known already. */
  isLast(command: string | undefined, exitCode: number | undefined): boolean {
    const { last } = this;
    return last?.command !== undefined && last.command === command && (exitCode ?? last.exitCode) === last.exitCode;
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#failed.clear();
  }

  #end({ execution, exitCode }: vscode.TaskProcessEndEvent): void {
    const { task } = execution;
    const scope = typeof task.scope === 'object' ? task.scope.uri.toString() : String(task.scope);
    const key = [scope, task.source, task.name].join('\n');
    this.#failed.delete(key);
    if (exitCode === undefined || exitCode === 0 || STOPPED.includes(exitCode)) return;
    this.#failed.set(key, {
      name: task.name,
      command: commandLineOf(task.execution),
      cwd: task.execution instanceof vscode.CustomExecution ? undefined : folderOf(task),
      exitCode,
      started: this.#started.get(execution),
      ended: Date.now(),
    });
  }
}

/** As a shell would be given it. Arguments with spaces are quoted. */
function commandLineOf(execution: vscode.Task['execution']): string | undefined {
  if (execution instanceof vscode.ShellExecution) {
    if (execution.commandLine) return execution.commandLine;
    const parts = [execution.command, ...(execution.args ?? [])];
    return parts.map((part) => quoted(typeof part === 'string' ? part : (part?.value ?? ''))).join(' ');
  }
  if (execution instanceof vscode.ProcessExecution) return [execution.process, ...execution.args].map(quoted).join(' ');
  return undefined;
}

function folderOf({ execution, scope }: vscode.Task): string | undefined {
  const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
  const cwd = execution instanceof vscode.CustomExecution ? undefined : execution?.options?.cwd;
  return cwd?.replace('${workspaceFolder}', folder?.uri.fsPath ?? '') ?? folder?.uri.fsPath;
}

function quoted(part: string): string {
  return /[\s"']/.test(part) ? JSON.stringify(part) : part;
}
