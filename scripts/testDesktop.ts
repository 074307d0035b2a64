import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import type { HostKind } from '../test/host/index.ts';
import { ensureBuild } from './host/build.ts';
import { projectFolder, removeFolder, temporaryFolder } from './host/folders.ts';
import { bundleHostTests } from './host/hostBundle.ts';
import { hostVersionOf, kindsOf } from './host/options.ts';
import { reportResults, ResultCollector, type SuiteResult } from './host/results.ts';
import { runScript, StepError } from './host/say.ts';
import { sourceStack } from './host/sourceStack.ts';
import type { TestEvent } from './host/testEvents.ts';
import { sampleWorkspace } from './host/workspace.ts';

// npm run test:desktop [-- --floor] [node] [restricted]: the host suites in a desktop VS Code, which is downloaded unless
// VSCODE_EXECUTABLE names one. The web-worker host has no desktop form; `npm run test:host` covers it.
await runScript(async () => {
  const args = process.argv.slice(2);
  await ensureBuild();
  const executable = await provideDesktop(hostVersionOf(args).vscode);
  const results: SuiteResult[] = [];
  for (const kind of kindsOf<Exclude<HostKind, 'web'>>(args, ['node', 'restricted'])) {
    results.push(await runInDesktop(executable, kind));
  }
  return reportResults(results);
});

async function provideDesktop(version: string): Promise<string> {
  const chosen = process.env['VSCODE_EXECUTABLE'];
  if (chosen) {
    if (!existsSync(chosen)) {
      throw new StepError(`VSCODE_EXECUTABLE names no file: ${chosen}`, 'correct the variable or remove it.');
    }
    return chosen;
  }
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(projectFolder, '.vscode-test') });
  } catch (error) {
    throw new StepError(
      `VS Code ${version} could not be downloaded.`,
      'set VSCODE_EXECUTABLE to the program file of an installed VS Code, or use `npm run test:host`, which needs only npm.',
      error,
    );
  }
}

async function runInDesktop(executable: string, kind: Exclude<HostKind, 'web'>): Promise<SuiteResult> {
  const tests = await bundleHostTests(kind);
  const workspace = await sampleWorkspace();
  const data = temporaryFolder('desktop');
  const events = path.join(data, 'events.jsonl');
  const results = new ResultCollector(`Desktop, ${kind === 'restricted' ? 'Restricted Mode' : 'Node host'}`);
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: tests,
      extensionTestsEnv: { TPM_MENTOR_HOST_EVENTS: events },
      launchArgs: [
        workspace.folder,
        `--user-data-dir=${path.join(data, 'user')}`,
        `--extensions-dir=${path.join(data, 'extensions')}`,
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
        ...(kind === 'restricted' ? [] : ['--disable-workspace-trust']),
      ],
    });
  } catch {
    // A run with a failing test ends like this too. The events tell which it is.
  }
  for (const event of readEvents(events)) {
    results.add(event.kind === 'failed' ? { ...event, stack: sourceStack(event.stack, tests) } : event);
  }
  if (!results.isComplete) {
    results.fail('the run in the desktop VS Code ends', 'VS Code ended before the tests did; its output is above.');
  }
  removeFolder(data);
  workspace.remove();
  return results.end();
}

function readEvents(file: string): TestEvent[] {
  if (!existsSync(file)) {
    return [];
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): TestEvent => JSON.parse(line));
}
