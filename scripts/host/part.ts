import { readFileSync } from 'node:fs';
import path from 'node:path';
import { removeFolder, temporaryFolder } from './folders.ts';
import { startGroup, stopGroup } from './processGroup.ts';
import type { SuiteResult, TestFailure } from './results.ts';

/** A part of `npm test` that runs as a process of its own. */
export interface Part {
  readonly name: string;
  /** The script or module and its arguments, for the Node that runs us. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** How to run again what failed: all of it, or with these arguments; absent: a failure is final. */
  readonly again?: (failures: readonly TestFailure[]) => 'whole' | readonly string[];
}

/** What a part printed and what it counted. */
export interface PartOutcome {
  readonly output: string;
  readonly results: readonly SuiteResult[];
}

/** Runs a part to its end. A part that ends without handing over results counts as one failure that carries its last output. */
export async function runPart(part: Part): Promise<PartOutcome> {
  const start = Date.now();
  const folder = temporaryFolder('results');
  const file = path.join(folder, 'results.json');
  const child = startGroup(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...part.args], {
    cwd: part.cwd,
    env: { ...process.env, TPM_MENTOR_RESULTS: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  await stopGroup(child);
  const results = readResults(file) ?? [crashed(part.name, code, output, Date.now() - start)];
  removeFolder(folder);
  return { output, results };
}

function readResults(file: string): SuiteResult[] | undefined {
  try {
    const results: SuiteResult[] = JSON.parse(readFileSync(file, 'utf8'));
    return results.length > 0 ? results : undefined;
  } catch {
    return undefined;
  }
}

function crashed(name: string, code: number | null, output: string, milliseconds: number): SuiteResult {
  const stack = `It ended with ${code} and gave no results. Its last lines:\n${output.trim().split('\n').slice(-20).join('\n')}`;
  return {
    name,
    passed: 0,
    failed: 1,
    skipped: 0,
    milliseconds,
    failures: [{ title: 'this part runs to its end', stack }],
  };
}
