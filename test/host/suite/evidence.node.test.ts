import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { DebugRecorder } from '../../../src/adapters/evidence/debugRecorder.ts';
import { debuggerSource, localValuesSource } from '../../../src/adapters/evidence/debugger.ts';
import { gitSource } from '../../../src/adapters/evidence/git.ts';
import { TaskRecorder } from '../../../src/adapters/evidence/taskRecorder.ts';
import { taskSource } from '../../../src/adapters/evidence/tasks.ts';
import { terminalSource } from '../../../src/adapters/evidence/terminal.ts';
import { TerminalRecorder } from '../../../src/adapters/evidence/terminalRecorder.ts';
import { terminalSelectionSource } from '../../../src/adapters/evidence/terminalSelection.ts';
import { seedOf } from '../../../src/commands/triage/seedOf.ts';
import type { Evidence } from '../../../src/core/evidence/evidence.ts';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { closeEditors, root, write } from '../world.ts';

const gitEvidence = gitSource({
  sharedRecords: () => [{ folder: vscode.Uri.joinPath(root(), '.tpm', 'records').toString(), workspace: 'shop' }],
});
const COMMAND = `sh -c 'echo "\\033[31mred\\033[0m words"; sleep 1; exit 42'`;

describe('evidence from terminals and tasks', () => {
  let terminals: TerminalRecorder;
  let tasks: TaskRecorder;
  const opened: vscode.Terminal[] = [];

  beforeEach(() => {
    terminals = new TerminalRecorder();
    tasks = new TaskRecorder();
  });
  afterEach(async () => {
    terminals.dispose();
    tasks.dispose();
    for (const one of opened.splice(0)) one.dispose();
    await eventually('the terminals are closed', () => vscode.window.terminals.length === 0);
  });

  async function openTerminal(name: string): Promise<vscode.Terminal> {
    const terminal = vscode.window.createTerminal({ name, cwd: root() });
    opened.push(terminal);
    terminal.show();
    await eventually('shell integration is there', () => terminal.shellIntegration, 10_000);
    return terminal;
  }

  /** 1.110 drops a command that comes before its first prompt: given again until the terminal says that it was run. */
  async function run(terminal: vscode.Terminal, command: string): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidEndTerminalShellExecution((event) => {
        if (event.terminal !== terminal) return;
        subscription.dispose();
        resolve();
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    terminal.shellIntegration!.executeCommand(command);
    await ended;
  }

  it('has command, folder, exit code, duration and output of the last command', async function () {
    this.timeout(40_000);
    const terminal = await openTerminal('shop');
    await run(terminal, COMMAND);
    const found = (await terminalSource(terminals, tasks).collect()) as Evidence;
    assert.equal(found.command, COMMAND);
    assert.equal(found.exitCode, 42);
    assert.equal(found.summary, 'exit code 42');
    assert.equal(found.isContext, false);
    assert.equal(found.cwd, root().fsPath);
    assert.equal(found.text, `$ ${COMMAND}\nred words`);
    assert.ok(found.duration! >= 950 && found.duration! < 8000, `took ${found.duration} ms`);
  });

  it('asks VS Code about a command that ran before anybody listened', async function () {
    this.timeout(40_000);
    const terminal = await openTerminal('early');
    await run(terminal, COMMAND);
    terminals.dispose();
    terminals = new TerminalRecorder();
    const found = (await terminalSource(terminals, tasks).collect()) as Evidence;
    assert.equal(found.command, COMMAND);
    assert.equal(found.exitCode, 42);
    assert.equal(found.duration, undefined);
    assert.match(found.text, /\nred words$/);
  });

  it('says so when VS Code does not keep the output of such a command any more', async function () {
    this.timeout(40_000);
    const terminal = await openTerminal('long');
    await run(terminal, `sh -c 'seq 3000; exit 3'`);
    terminals.dispose();
    terminals = new TerminalRecorder();
    const found = (await terminalSource(terminals, tasks).collect()) as Evidence;
    assert.deepEqual([found.exitCode, found.isOutputGone], [3, true]);
  });

  it('is nothing when the only line was given up before it ran, and what ran before it when there is something', async function () {
    this.timeout(40_000);
    const terminal = await openTerminal('given up');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    terminal.sendText('npm run export', false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    terminal.sendText('\u0003', false);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(await terminalSource(terminals, tasks).collect(), undefined);
    await run(terminal, COMMAND);
    terminal.sendText('npm run export', false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    terminal.sendText('\u0003', false);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal((await terminalSource(terminals, tasks).collect())?.command, COMMAND);
  });

  it('is that of the terminal that was clicked, and a selection in a terminal', async function () {
    this.timeout(60_000);
    const first = await openTerminal('first');
    // VS Code may have nothing of a command that ends at once.
    await run(first, `sh -c 'echo one; sleep 1'`);
    const second = await openTerminal('second');
    await run(second, `sh -c 'echo two; sleep 1'`);
    const seed = seedOf([first]);
    assert.equal(seed?.source, 'terminal');
    assert.match((await terminalSource(terminals, tasks).collect(seed?.about))?.text ?? '', /^\$ sh -c .*\none$/);
    assert.match((await terminalSource(terminals, tasks).collect())?.text ?? '', /^\$ sh -c .*\ntwo$/);

    assert.equal(await terminalSelectionSource.collect(), undefined);
    await vscode.env.clipboard.writeText('mine');
    await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
    const selected = (await eventually('something is selected', () => terminalSelectionSource.collect())) as Evidence;
    assert.equal(selected.title, 'Terminal selection: second');
    assert.match(selected.text, /echo two[^\n]*\ntwo\n/);
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
  });

  it('keeps a command that still runs as it is so far', async function () {
    this.timeout(40_000);
    const terminal = await openTerminal('running');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    terminal.shellIntegration!.executeCommand("sh -c 'echo begun; sleep 60'");
    const found = (await eventually(
      'the first output is there',
      async () => {
        const one = await terminalSource(terminals, tasks).collect();
        return one?.text.includes('\nbegun') ? one : undefined;
      },
      10_000,
    )) as Evidence;
    assert.equal(found.summary, 'still running');
    assert.equal(found.exitCode, undefined);
  });

  it('has the failed task with its exit code and output, once, until it succeeds', async function () {
    this.timeout(60_000);
    const ended: vscode.Terminal[] = [];
    const listening = vscode.window.onDidOpenTerminal((terminal) => ended.push(terminal));
    const execute = async (script: string): Promise<void> => {
      const task = new vscode.Task(
        { type: 'shell' },
        vscode.workspace.workspaceFolders![0]!,
        'check prices',
        'shop',
        new vscode.ShellExecution(script),
      );
      const done = new Promise<void>((resolve) => {
        const subscription = vscode.tasks.onDidEndTaskProcess(({ execution }) => {
          if (execution.task.name !== task.name) return;
          subscription.dispose();
          resolve();
        });
      });
      await vscode.tasks.executeTask(task);
      await done;
    };
    try {
      const script = `echo price of tea is NaN; sh -c "exit 3"`;
      assert.equal(await taskSource(tasks, terminals).collect(), undefined);
      await execute(script);
      const found = (await eventually('the output is there', async () => {
        const one = await taskSource(tasks, terminals).collect();
        return one?.text.includes('\nprice of tea') ? one : undefined;
      })) as Evidence;
      assert.equal(found.title, 'Task: check prices');
      assert.equal(found.exitCode, 3);
      assert.equal(found.command, script);
      assert.equal(found.cwd, root().fsPath);
      assert.equal(found.text, `$ ${script}\nprice of tea is NaN`);
      assert.ok(found.duration! > 0);
      assert.equal(await terminalSource(terminals, tasks).collect(), undefined);
      await execute('echo fine');
      await eventually(
        'the failure is forgotten',
        async () => (await taskSource(tasks, terminals).collect()) === undefined,
      );
    } finally {
      listening.dispose();
      opened.push(...ended);
    }
  });
});

describe('evidence from git', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      cwd: root().fsPath,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  afterEach(async () => {
    git('checkout', '--quiet', '--force', 'main');
    git('clean', '-fdq');
    await closeEditors();
  });

  it('has branch, HEAD, what is not committed, and the commits since the last tag', async function () {
    this.timeout(20_000);
    await write('notes.txt', 'x');
    await write('.tpm/records/2026-11-28-a.md', 'x'); // no change of the user's
    const found = (await gitEvidence.collect()) as Evidence;
    const head = git('rev-parse', 'HEAD');
    assert.deepEqual(found.facts, { branch: 'main', commit: head.slice(0, 12) });
    const lines = found.text.split('\n');
    assert.equal(lines[0], 'Branch: main');
    assert.equal(lines[1], `HEAD: ${head.slice(0, 12)}`);
    assert.equal(lines[2], 'Not committed: notes.txt');
    assert.equal(lines[3], 'Commits since v1.4.0:');
    assert.equal(lines.length - 4, git('log', '--oneline', 'v1.4.0..HEAD').split('\n').length);
    assert.match(lines[4]!, /^ {2}[0-9a-f]{8} 2026-11-10 Tell new from returning customers in the report$/);
  });

  it('has the commits of a branch since it left the trunk', async function () {
    this.timeout(20_000);
    git('checkout', '--quiet', 'feature/gift-wrap');
    const found = (await gitEvidence.collect()) as Evidence;
    const base = git('merge-base', 'main', 'HEAD');
    assert.equal(found.facts?.['branch'], 'feature/gift-wrap');
    const own = found.text.slice(found.text.indexOf('Commits since')).split('\n');
    assert.equal(own[0], `Commits since main (${base.slice(0, 12)}):`);
    assert.equal(own.length - 1, git('log', '--oneline', 'main..HEAD').split('\n').length);
  });

  it('says what is in progress, and that a HEAD is detached', async function () {
    this.timeout(20_000);
    git('bisect', 'start', 'HEAD', 'v1.4.0');
    try {
      const found = (await gitEvidence.collect()) as Evidence;
      assert.match(found.text, /^Branch: none \(detached HEAD\)$/m);
      assert.match(found.text, /^In progress: bisect$/m);
    } finally {
      git('bisect', 'reset');
    }
    git('checkout', '--quiet', '-b', 'other', 'v1.4.0');
    await write('README.md', 'mine\n');
    git('commit', '--quiet', '--all', '--message', 'Other words');
    try {
      git('merge', '--quiet', 'main');
      assert.fail('the merge was meant to stop at a conflict');
    } catch {
      const found = (await gitEvidence.collect()) as Evidence;
      assert.match(found.text, /^In progress: merge$/m);
      assert.match(found.text, /^Conflicts: 1 file$/m);
      assert.match(found.text, /^Not committed: README\.md/m);
    } finally {
      git('merge', '--abort');
      git('checkout', '--quiet', '--force', 'main');
      git('branch', '--quiet', '-D', 'other');
    }
  });
});

describe('evidence from a debugger', () => {
  const script = `function price(order, rate) {
  const password = 'hunter2-' + rate;
  return order.items.length * rate + password.length;
}
function main() {
  return price({ id: 7 }, 2);
}
main();
`;

  it('has exception, frames and the names of the locals; values only from the source of values', async function () {
    this.timeout(60_000);
    const recorder = new DebugRecorder();
    const file = await write('boom.js', script);
    try {
      await vscode.debug.startDebugging(vscode.workspace.workspaceFolders![0], {
        type: 'node',
        request: 'launch',
        name: 'Boom',
        program: file.fsPath,
        stopOnEntry: true,
        console: 'internalConsole',
      });
      const at = (await eventually('it stands at its entry', () => vscode.debug.activeStackItem, 20_000))!;
      await at.session.customRequest('setExceptionBreakpoints', { filters: ['all', 'uncaught'] });
      await at.session.customRequest('continue', { threadId: at.threadId });
      await eventually(
        'it stands at the exception',
        () => recorder.stopOf(at.session.id)?.reason === 'exception',
        10_000,
      );

      const found = (await eventually('the frame is known', () => debuggerSource(recorder).collect())) as Evidence;
      const [line, first] = found.text.split('\n');
      assert.match(found.title, /^Debugger: /);
      assert.equal(line, "TypeError: Cannot read properties of undefined (reading 'length')");
      assert.equal(found.summary, line);
      assert.equal(first, `    at price (${file.fsPath}:3:22)`);
      assert.match(found.text, /^Locals: order, password, rate$/m);
      assert.doesNotMatch(found.text, /hunter2|id: 7/);

      const seed = seedOf(file.toString(), {
        sessionId: at.session.id,
        threadId: `thread:${at.session.id}:${at.threadId}`,
      });
      assert.equal((await debuggerSource(recorder).collect(seed?.about))?.text, found.text);
      // A recorder that came too late has not seen the stop, and asks the adapter.
      const late = new DebugRecorder();
      assert.equal((await debuggerSource(late).collect())?.text, found.text);
      late.dispose();

      const values = localValuesSource(recorder);
      assert.equal(values.isOnDemand && values.isOffered?.(), true);
      assert.match((await values.collect())?.text ?? '', /\n {2}password = 'hunter2-2'\n/);

      await vscode.debug.stopDebugging();
      await eventually('it is over', () => vscode.debug.activeStackItem === undefined);
      assert.equal(await debuggerSource(recorder).collect(), undefined);
    } finally {
      recorder.dispose();
      await vscode.debug.stopDebugging();
      await vscode.workspace.fs.delete(file);
      await closeEditors();
      await vscode.commands.executeCommand('workbench.action.closePanel');
    }
  });
});
