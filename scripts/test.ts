import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuild, ensurePackage } from './host/build.ts';
import { provideChromium } from './host/chromium.ts';
import { projectFolder } from './host/folders.ts';
import { type Part, runPart } from './host/part.ts';
import { provisionHost } from './host/provision.ts';
import { printTotals, type SuiteResult } from './host/results.ts';
import { runScript, say } from './host/say.ts';
import { floor, newest } from './host/versions.ts';

// npm test [-- --unit-only | --all-hosts]
await runScript(async () => {
  const args = process.argv.slice(2);
  const results = [...(await runInTurn([unit()]))];
  if (!args.includes('--unit-only')) {
    const versions = args.includes('--all-hosts') ? [[], ['--floor']] : [[]];
    await prepare(args.includes('--all-hosts'));
    results.push(...(await runTogether([script('testFolder', ['scripts']), script('testFolder', ['package'])])));
    say('Running the tests inside VS Code and the UI tests...');
    for (const version of versions) {
      // Two servers and two browsers at once were stable on two cores; the parts mostly wait.
      results.push(...(await runTogether([script('testHost', version), script('testUi', version)])));
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

async function runTogether(parts: readonly Part[]): Promise<SuiteResult[]> {
  return (await Promise.all(parts.map(run))).flat();
}

async function run(part: Part): Promise<readonly SuiteResult[]> {
  const { output, results } = await runPart(part);
  process.stdout.write(output);
  return results;
}
