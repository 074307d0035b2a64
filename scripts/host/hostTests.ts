import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, ConsoleMessage } from 'playwright-core';
import type { HostKind } from '../../test/host/index.ts';
import { serveWebviews } from './browser.ts';
import { projectFolder } from './folders.ts';
import { bundleHostTests } from './hostBundle.ts';
import type { Host } from './provision.ts';
import { ResultCollector, type SuiteResult } from './results.ts';
import { type Server, startServer, uriPath, workbenchUrl } from './server.ts';
import { sourceStack } from './sourceStack.ts';
import { eventPrefix, type TestEvent } from './testEvents.ts';
import { sampleWorkspace } from './workspace.ts';

/** The longest that one run inside a host may take, in milliseconds: against a hang, not for speed; a busy machine takes minutes. */
const limit = 900_000;

const names: Readonly<Record<HostKind, string>> = {
  node: 'Node host',
  web: 'Web host',
  restricted: 'Restricted Mode',
};

/** Runs the host suites of one kind against the built extension in this checkout, in a fresh copy of the sample workspace. */
export async function runHostTests(host: Host, browser: Browser, kind: HostKind): Promise<SuiteResult> {
  const tests = await bundleHostTests(kind);
  const workspace = await sampleWorkspace();
  const server = await startServer(host, {
    runsHostTests: true,
    asksForTrust: kind === 'restricted',
    settings: kind === 'web' ? { 'remote.extensionKind': { [extensionId()]: ['web'] } } : {},
  });
  const results = new ResultCollector(`${names[kind]}, VS Code ${host.version.vscode}`);
  try {
    await runInPage(server, browser, workspace.folder, tests, results);
  } finally {
    await server.stop();
    workspace.remove();
  }
  return results.end();
}

/** `publisher.name` of the extension in this checkout. */
export function extensionId(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  const { publisher, name } = manifest as { publisher: string; name: string };
  return `${publisher}.${name}`;
}

async function runInPage(
  server: Server,
  browser: Browser,
  folder: string,
  tests: string,
  results: ResultCollector,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const lines: string[] = [];
  try {
    await serveWebviews(context, server.host);
    const page = await context.newPage();
    page.on('console', (message) => readConsole(message, tests, results, lines));
    page.on('pageerror', (error) => lines.push(String(error.stack ?? error)));
    const ended = new Promise<string | undefined>((resolve) => {
      // The two functions that the workbench looks for when it is driven by a test: see workbench/services/extensions of VS Code.
      void page.exposeFunction('codeAutomationLog', () => {});
      void page.exposeFunction('codeAutomationExit', () => resolve(undefined));
      page.once('crash', () => resolve('The page crashed.'));
      setTimeout(() => resolve(`The run did not end within ${limit / 1000} s.`), limit).unref();
    });
    const remote = (file: string): string => `vscode-remote://${server.authority}${uriPath(file)}`;
    await page.goto(
      workbenchUrl(server, folder, [
        ['extensionDevelopmentPath', remote(projectFolder)],
        ['extensionTestsPath', remote(tests)],
        ['skipWelcome', 'true'],
      ]),
    );
    const problem = await ended;
    if (problem !== undefined || !results.isComplete) {
      const console = lines.slice(-20).join('\n');
      results.fail(
        'the run in the extension host ends',
        `${problem ?? 'It ended early.'}\nLast console lines:\n${console}`,
      );
    }
  } finally {
    await context.close();
  }
}

/** The workbench repeats what an extension host prints on the page's console; our events are among it. */
function readConsole(message: ConsoleMessage, tests: string, results: ResultCollector, lines: string[]): void {
  const text = message.text();
  const start = text.indexOf(eventPrefix);
  if (start < 0) {
    lines.push(text);
    return;
  }
  const event = JSON.parse(text.slice(start + eventPrefix.length)) as TestEvent;
  results.add(event.kind === 'failed' ? { ...event, stack: sourceStack(event.stack, tests) } : event);
}
