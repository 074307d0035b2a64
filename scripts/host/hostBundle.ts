import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectFolder } from './folders.ts';
import type { HostKind } from '../../test/host/index.ts';
import { StepError } from './say.ts';

const suiteFolder = path.join(projectFolder, 'test', 'host', 'suite');

/**
 * Bundles the host tests of one kind into one file that VS Code takes as `extensionTestsPath`, and returns its path. A suite's
 * name says where it runs: `*.node.test.ts` in the Node host, `*.restricted.test.ts` in Restricted Mode, any other `*.test.ts`
 * in the Node host and in the web-worker host. The file lies inside the extension's folder: VS Code runs a test file in the host of
 * the extension that contains it, and any other file in the Node host.
 */
export async function bundleHostTests(kind: HostKind): Promise<string> {
  const outfile = path.join(projectFolder, 'out', 'host-tests', kind, 'index.js');
  try {
    await build({
      stdin: { contents: entryOf(kind), resolveDir: suiteFolder, loader: 'ts', sourcefile: `${kind}Entry.ts` },
      outfile,
      bundle: true,
      format: 'cjs',
      sourcemap: 'external',
      external: ['vscode', ...(kind === 'web' ? [] : ['mocha'])],
      plugins: [mochaForBrowsers],
      logLevel: 'silent',
      ...(kind === 'web'
        ? { platform: 'browser', target: 'es2023', mainFields: ['module', 'browser', 'main'], conditions: ['worker'] }
        : { platform: 'node', target: 'node22', mainFields: ['module', 'main'] }),
    });
  } catch (error) {
    throw new StepError(
      `The host tests for ${kind} could not be bundled.`,
      'a suite that also runs in the web host may not use Node built-ins: name it *.node.test.ts if it must.',
      error,
    );
  }
  return outfile;
}

/**
 * mocha's browser build is a script (UMD) in a package of type "module". Read as a module its `module.exports = ...` would replace
 * the exports of our bundle; without a path in that package it is read as the script it is.
 */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup: (bundle) => {
    bundle.onLoad({ filter: /node_modules[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => {
      const script = await readFile(file, 'utf8');
      return { contents: `(function (module, exports) {${script}\n}).call(globalThis);`, loader: 'js' };
    });
  },
};

function suitesOf(kind: HostKind): string[] {
  const all = globSync('**/*.test.ts', { cwd: suiteFolder }).toSorted();
  switch (kind) {
    case 'node':
      return all.filter((name) => !isFor(name, 'restricted'));
    case 'web':
      return all.filter((name) => !isFor(name, 'restricted') && !isFor(name, 'node'));
    case 'restricted':
      return all.filter((name) => isFor(name, 'restricted'));
  }
}

function isFor(name: string, where: string): boolean {
  return name.endsWith(`.${where}.test.ts`);
}

/** Node's mocha is loaded from node_modules, the web host gets mocha's browser build, which puts itself on the global object. */
function entryOf(kind: HostKind): string {
  const suites = suitesOf(kind).map((name) => `() => import(${JSON.stringify(`./${name.replaceAll('\\', '/')}`)})`);
  const mocha =
    kind === 'web'
      ? `import 'mocha/mocha.js';\nconst Mocha = globalThis.Mocha;`
      : `import Mocha from 'mocha';\nimport { appendFileSync } from 'node:fs';`;
  // A desktop VS Code shares no console with us: it is given a file instead.
  const append = kind === 'web' ? 'undefined' : '(file, text) => appendFileSync(file, text)';
  return `${mocha}
import { runSuites } from '../index.ts';
export const run = () => runSuites(Mocha, ${JSON.stringify(kind)}, [${suites.join(', ')}], ${append});
`;
}
