import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { provideChromium } from './chromium.ts';
import type { Host } from './provision.ts';
import { StepError } from './say.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a Chromium without a window. `moreFlags` are added to its command line. */
export async function launchBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = await provideChromium();
  try {
    return await chromium.launch({ executablePath, args: [...flags, ...moreFlags] });
  } catch (error) {
    throw new StepError(
      `Chromium does not start: ${executablePath}`,
      'set TPM_MENTOR_CHROMIUM to the program file of another Chrome, Chromium or Edge.',
      error,
    );
  }
}

/**
 * Serves the outer frame of webviews (Markdown preview, notebooks) from the server's own files. The workbench asks for them at
 * `*.vscode-cdn.net`, which tests must not need.
 */
export async function serveWebviews(context: BrowserContext, host: Host): Promise<void> {
  const folder = path.join(host.folder, 'out', 'vs', 'workbench', 'contrib', 'webview', 'browser', 'pre');
  await context.route(/^https:\/\/[^/]*\bvscode-cdn\.net\//, async (route) => {
    const file = path.join(folder, path.basename(new URL(route.request().url()).pathname));
    if (existsSync(file)) {
      await route.fulfill({ path: file, contentType: file.endsWith('.js') ? 'text/javascript' : 'text/html' });
    } else {
      await route.abort();
    }
  });
}
