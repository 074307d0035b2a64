import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runCommand } from './command.ts';
import { say, StepError } from './say.ts';

const advice =
  'install Chrome, Chromium or Edge (Debian and Ubuntu: `sudo apt-get install chromium`; any system with internet: ' +
  '`npx playwright-core install chromium`), or set TPM_MENTOR_CHROMIUM to the program file of one.';

/**
 * Returns the program file of a Chromium: `TPM_MENTOR_CHROMIUM`, else one on the PATH or in its usual place, else Playwright's own
 * copy, else it installs one (with apt as root on Debian, with Playwright's download elsewhere).
 */
export async function provideChromium(): Promise<string> {
  const chosen = process.env['TPM_MENTOR_CHROMIUM'];
  if (chosen) {
    if (!isProgram(chosen)) {
      throw new StepError(`TPM_MENTOR_CHROMIUM names no program: ${chosen}`, 'correct the variable or remove it.');
    }
    return chosen;
  }
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  await installChromium();
  const installed = findChromium();
  if (installed === undefined) {
    throw new StepError('No Chromium was found, and installing one left none behind.', advice);
  }
  return installed;
}

function findChromium(): string | undefined {
  return [...onPath(), ...usualPlaces(), chromium.executablePath()].find(isProgram);
}

const programNames =
  process.platform === 'win32'
    ? ['chrome.exe', 'msedge.exe']
    : [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
        'microsoft-edge-stable',
      ];

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return programNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
        .flatMap((name) => process.env[name] ?? [])
        .flatMap((base) => [
          path.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default:
      return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installChromium(): Promise<void> {
  const start = Date.now();
  say('Installing Chromium (once)...');
  try {
    if (isDebian() && isRoot()) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runCommand('apt-get', ['update'], { quiet: true, env });
      await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { quiet: true, env });
    } else {
      const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
      const cli = path.join(path.dirname(manifest), 'cli.js');
      const withLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
      await runCommand(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], { quiet: true });
    }
  } catch (error) {
    throw new StepError('Chromium could not be installed.', advice, error);
  }
  say(`Chromium is ready (${((Date.now() - start) / 1000).toFixed(0)} s).`);
}

/** Debian itself: on Ubuntu the package of that name only points to a snap, which does not start in a container. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
