import { createRequire } from 'node:module';
import type { HostKind } from '../test/host/index.ts';
import path from 'node:path';
import { ensureBuild, ensurePackage } from './host/build.ts';
import { provideChromium } from './host/chromium.ts';
import { projectFolder } from './host/folders.ts';
import { type Part, runPart } from './host/part.ts';
import { provisionHost } from './host/provision.ts';
import { afterSecondRun, printTotals, type SuiteResult } from './host/results.ts';
import { runScript, say } from './host/say.ts';
import { floor, newest } from './host/versions.ts';

// npm test [-- --unit-only | --all-hosts]
await runScript(async () => {
  const args = process.argv.slice(2);
  const results = [...(await runInTurn([unit()]))];
  if (!args.includes('--unit-only')) {
    const versions = args.includes('--all-hosts') ? [[], ['--floor']] : [[]];
    await prepare(args.includes('--all-hosts'));
    results.push(...(await runTogether([script('testFolder', ['scripts']), script('testFolder', ['package', 'cli'])])));
    say('Running the tests inside VS Code and the UI tests...');
    for (const version of versions) {
      // Two servers and two browsers at once were stable on two cores; the parts mostly wait. The longest come first.
      results.push(
        ...(await runPooled(
          [
            ui([...version, '--shard=1/2']),
            ui([...version, '--shard=2/2']),
            hostKind('node', version),
            hostKind('web', version),
            hostKind('restricted', version),
          ],
          2,
        )),
      );
    }
  }
  printTotals(results);
  return results.every((result) => result.failed === 0 && result.passed > 0) ? 0 : 1;
});

function unit(): Part {
  const mocha = path.join(
    path.dirname(createRequire(import.meta.url).resolve('mocha/package.json')),
    'bin',
    'mocha.js',
  );
  return { name: 'Unit', args: [mocha, '--reporter', './scripts/host/mochaReporter.ts'], cwd: projectFolder };
}

function script(name: string, args: readonly string[]): Part {
  return { name, args: [path.join('scripts', `${name}.ts`), ...args], cwd: projectFolder };
}

/** Run again are the files of the failed tests, whole: the tests of a file share a window. */
function ui(args: readonly string[]): Part {
  return {
    ...script('testUi', args),
    again: (failures) => {
      const files = [...new Set(failures.flatMap(({ file }) => (file === undefined ? [] : [path.basename(file)])))];
      const others = args.filter((arg) => !arg.startsWith('--shard'));
      return files.length === 0 ? 'whole' : script('testUi', [...others, ...files]).args;
    },
  };
}

function hostKind(kind: HostKind, args: readonly string[]): Part {
  return { ...script('testHost', [...args, kind]), again: () => 'whole' };
}

/** Everything that the parts would otherwise do twice at the same time. */
async function prepare(forAllHosts: boolean): Promise<void> {
  await Promise.all([
    provisionHost(newest).then(() => (forAllHosts ? provisionHost(floor) : undefined)),
    provideChromium(),
    ensurePackage().then(ensureBuild),
  ]);
}

async function runInTurn(parts: readonly Part[]): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  for (const part of parts) {
    results.push(...(await run(part)));
  }
  return results;
}

/** So many at a time, in their order; then, one after the other, what failed and may be run again. */
async function runPooled(parts: readonly Part[], atOnce: number): Promise<SuiteResult[]> {
  const waiting = [...parts.entries()];
  const results: (readonly SuiteResult[])[] = parts.map(() => []);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results[next[0]] = await run(next[1]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const [index, part] of parts.entries()) {
    results[index] = await runFailedAgain(part, results[index] ?? []);
  }
  return results.flat();
}

async function runFailedAgain(part: Part, first: readonly SuiteResult[]): Promise<readonly SuiteResult[]> {
  const [only, ...more] = first;
  if (only === undefined || more.length > 0 || only.failed === 0 || part.again === undefined) return first;
  say(`Running again alone what failed in ${only.name}...`);
  const args = part.again(only.failures);
  const [again] = await run(args === 'whole' ? part : { ...part, args });
  return [again === undefined ? only : afterSecondRun(only, again, args === 'whole')];
}

async function runTogether(parts: readonly Part[]): Promise<SuiteResult[]> {
  return (await Promise.all(parts.map(run))).flat();
}

async function run(part: Part): Promise<readonly SuiteResult[]> {
  const { output, results } = await runPart(part);
  process.stdout.write(output);
  return results;
}
