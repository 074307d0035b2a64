import { type ChildProcess, execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';

const running = new Set<ChildProcess>();
let isWatching = false;

/** Starts a program as the head of its own process group, which ends with this process however that ends (except by SIGKILL). */
export function startGroup(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  endGroupsWithUs();
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Asks the group to end and forces it after three seconds. Resolves when its head is gone. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
    await gone;
    clearTimeout(force);
  }
  // Terminals and language servers may outlive the head of the group for a moment.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (process.platform === 'win32') {
      execFileSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // The group is gone already.
  }
}

function endGroupsWithUs(): void {
  if (isWatching) {
    return;
  }
  isWatching = true;
  // First of all exit handlers: the others remove folders in which these processes write.
  process.prependListener('exit', () => {
    for (const child of running) {
      signalGroup(child, 'SIGKILL');
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
