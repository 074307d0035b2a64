import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAside } from './buildAside.ts';
import { runCommand, runNpm } from './command.ts';
import { cacheFolder } from './folders.ts';
import { unpackPackage } from './npmPackage.ts';
import { say, StepError } from './say.ts';
import { provideServerNode } from './serverNode.ts';
import { type HostVersion, platformKey, ripgrepPackages } from './versions.ts';

/** A VS Code server that is ready to start. */
export interface Host {
  readonly version: HostVersion;
  /** The folder of the server: `out/server-main.js`, `extensions`, `node_modules`. */
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
}

/** Raise this when the steps below change: an older build in somebody's cache is then not used any more. */
const recipe = 1;

/** Returns the VS Code server of that version from the cache, building it there first if need be (about 15 seconds). */
export async function provisionHost(version: HostVersion): Promise<Host> {
  const node = await provideServerNode();
  const folder = path.join(cacheFolder(), `vscode-${version.vscode}-${platformKey}-${recipe}`);
  await buildAside(folder, async (aside) => {
    const start = Date.now();
    say(`Getting VS Code ${version.vscode} (once, into ${cacheFolder()})...`);
    await unpackPackage(version.codeServer, 'package/lib/vscode', aside);
    say('Installing its libraries...');
    await installLibraries(aside);
    replaceNativeParts(aside);
    await addRipgrep(aside);
    removeUnused(aside);
    await checkStarts(aside, node, version);
    say(`VS Code ${version.vscode} is ready (${((Date.now() - start) / 1000).toFixed(0)} s).`);
  });
  return { version, folder, node };
}

/** Versions come from the npm-shrinkwrap.json inside the package. No install script runs, so no compiler is needed. */
async function installLibraries(folder: string): Promise<void> {
  try {
    const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
    await runNpm(['install', ...flags], { cwd: folder, quiet: true });
  } catch (error) {
    throw new StepError(
      'The libraries of the VS Code server could not be installed.',
      'check the network and `npm config get registry`, then run the command again: it starts over.',
      error,
    );
  }
}

function replaceNativeParts(folder: string): void {
  const libraries = path.join(folder, 'node_modules', '@vscode');
  // Without a logger the server writes no log files, and those are what one reads when a test fails.
  copyFileSync(path.join(import.meta.dirname, 'spdlog.cjs'), path.join(libraries, 'spdlog', 'index.js'));
  // The watchdog ends a server whose parent is gone; the scripts stop the whole process group themselves.
  writeFileSync(path.join(libraries, 'native-watchdog', 'index.js'), 'exports.start = () => {};\n');
}

/** Newer servers carry ripgrep for every platform; the floor version expects an install script to fetch it. */
async function addRipgrep(folder: string): Promise<void> {
  const home = path.join(folder, 'node_modules', '@vscode', 'ripgrep');
  const ripgrep = ripgrepPackages[platformKey];
  if (ripgrep !== undefined && existsSync(home) && !existsSync(path.join(home, 'bin'))) {
    mkdirSync(path.join(home, 'bin'));
    await unpackPackage(ripgrep, 'package/bin', path.join(home, 'bin'));
  }
}

/** What no test and no demo uses: the bundled chat extension and native builds for other systems (some 400 MB). */
function removeUnused(folder: string): void {
  const libraries = path.join(folder, 'node_modules');
  const unused = [
    path.join(folder, 'extensions', 'copilot'),
    path.join(libraries, '@microsoft', 'mxc-sdk'),
    ...entries(path.join(libraries, '@github')).filter((entry) => path.basename(entry).startsWith('copilot-sdk-')),
    ...entries(path.join(libraries, 'node-pty', 'prebuilds')).filter((entry) => path.basename(entry) !== platformKey),
    ...entries(path.join(libraries, '@vscode', 'ripgrep-universal', 'bin')).filter(
      (entry) => path.basename(entry) !== platformKey,
    ),
  ];
  for (const entry of unused) {
    rmSync(entry, { recursive: true, force: true });
  }
}

function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

async function checkStarts(folder: string, node: string, version: HostVersion): Promise<void> {
  try {
    await runCommand(node, [path.join(folder, 'out', 'server-main.js'), '--version'], { quiet: true });
  } catch (error) {
    throw new StepError(
      `The VS Code ${version.vscode} server was installed but does not start.`,
      'please report this with the lines above; `npm run test:desktop` uses a desktop VS Code instead.',
      error,
    );
  }
}
