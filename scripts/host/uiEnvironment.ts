import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { ensurePackage } from './build.ts';
import { removeFolder, temporaryFolder } from './folders.ts';
import { type Host, provisionHost } from './provision.ts';
import { installExtension } from './server.ts';
import { type HostVersion, newest } from './versions.ts';

/** What all UI sessions of a process share: one browser, and one folder with the packaged extension installed. */
export interface UiEnvironment {
  readonly host: Host;
  readonly browser: Browser;
  readonly extensionsFolder: string;
}

/** How the environment is made, the first time. */
export interface UiEnvironmentOptions {
  readonly version?: HostVersion;
  /** Command-line flags for Chromium on top of ours. */
  readonly browserFlags?: readonly string[];
}

let environment: Promise<UiEnvironment> | undefined;

/** Returns the environment, making it at the first call; later calls ignore their options. */
export function uiEnvironment(options: UiEnvironmentOptions = {}): Promise<UiEnvironment> {
  environment ??= makeEnvironment(options);
  return environment;
}

/** Closes the browser and removes the folder; harmless when there is no environment. */
export async function closeUiEnvironment(): Promise<void> {
  const made = await environment?.catch(() => undefined);
  environment = undefined;
  if (made !== undefined) {
    await made.browser.close();
    removeFolder(made.extensionsFolder);
  }
}

async function makeEnvironment({ version = newest, browserFlags = [] }: UiEnvironmentOptions): Promise<UiEnvironment> {
  const vsix = await ensurePackage();
  const host = await provisionHost(version);
  const extensionsFolder = temporaryFolder('extensions');
  const [browser] = await Promise.all([launchBrowser(browserFlags), installExtension(host, vsix, extensionsFolder)]);
  return { host, browser, extensionsFolder };
}
