import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Host } from '../../../scripts/host/provision.ts';
import { serveWebviews } from '../../../scripts/host/browser.ts';
import { lastingFolder, removeFolder, temporaryFolder } from '../../../scripts/host/folders.ts';
import { installExtension, type Server, startServer, workbenchUrl } from '../../../scripts/host/server.ts';
import { uiEnvironment } from '../../../scripts/host/uiEnvironment.ts';
import { emptyWorkspace, sampleWorkspace, severalFolders, type Workspace } from '../../../scripts/host/workspace.ts';
import { Workbench } from './workbench.ts';

type WorkspaceKind = 'sample' | 'several' | 'empty' | 'none';

/** What a session opens. */
export interface SessionOptions {
  /**
   * `sample` (default): a fresh copy of the sample workspace; `several`: the same and an empty folder `notes` beside it in one
   * window; `empty`: an empty folder; `none`: no folder.
   */
  readonly workspace?: WorkspaceKind;
  /** Makes .vsix files of further extensions to install for this session only. */
  readonly extensions?: () => Promise<readonly string[]>;
  /** User settings on top of the quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Start in Restricted Mode until trust is granted. Default false: every folder is trusted. */
  readonly asksForTrust?: boolean;
  /** Called with the folder before VS Code opens it, to add or change files. */
  readonly prepare?: (folder: string) => void | Promise<void>;
  /** Window size, scale, colours. Default: 1400 x 1000. */
  readonly context?: BrowserContextOptions;
}

/** A VS Code window with the packaged extension installed, on a server and a folder of its own. */
export class Session {
  readonly workbench: Workbench;
  /** The folder that is open; empty text when the session has none. */
  readonly folder: string;
  readonly server: Server;
  readonly #context: BrowserContext;
  readonly #workspace: OpenWorkspace | undefined;
  readonly #ownExtensions: string | undefined;
  readonly #lines: readonly string[];

  constructor(
    workbench: Workbench,
    server: Server,
    context: BrowserContext,
    workspace: OpenWorkspace | undefined,
    ownExtensions: string | undefined,
    lines: readonly string[],
  ) {
    this.workbench = workbench;
    this.folder = workspace?.folder ?? '';
    this.server = server;
    this.#context = context;
    this.#workspace = workspace;
    this.#ownExtensions = ownExtensions;
    this.#lines = lines;
  }

  static async open(options: SessionOptions = {}): Promise<Session> {
    const { host, browser, extensionsFolder } = await uiEnvironment();
    const ownExtensions = options.extensions && (await ownFolder(host, extensionsFolder, await options.extensions()));
    const workspace = await makeWorkspace(options.workspace ?? 'sample');
    await options.prepare?.(workspace?.folder ?? '');
    const server = await startServer(host, {
      extensionsFolder: ownExtensions ?? extensionsFolder,
      asksForTrust: options.asksForTrust ?? false,
      settings: options.settings ?? {},
    });
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options.context });
    const lines: string[] = [];
    let page: Page | undefined;
    try {
      context.setDefaultTimeout(15_000);
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${server.authority}` });
      await serveWebviews(context, host);
      page = await context.newPage();
      page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => lines.push(`page error: ${error.stack ?? error.message}`));
      const workbench = await Workbench.open(page, workbenchUrl(server, workspace?.file ?? workspace?.folder));
      return new Session(workbench, server, context, workspace, ownExtensions, lines);
    } catch (error) {
      if (page !== undefined) {
        await savePicture('window that did not open', page, lines);
      }
      await context.close();
      await server.stop();
      workspace?.remove();
      throw error;
    }
  }

  /** Saves a screenshot and the page's console in a temporary folder and prints its path. */
  async savePicture(title: string): Promise<void> {
    await savePicture(title, this.workbench.page, this.#lines);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.server.stop();
    this.#workspace?.remove();
    if (this.#ownExtensions !== undefined) {
      removeFolder(this.#ownExtensions);
    }
  }
}

/**
 * Opens one session for the tests of a `describe` block and closes it after them. A test that fails leaves a screenshot. The returned
 * function gives the session; call it inside hooks and tests.
 */
export function useSession(options: SessionOptions = {}): () => Session {
  let session: Session | undefined;
  before(async function () {
    this.timeout(120_000);
    session = await Session.open(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await session?.savePicture(this.currentTest.fullTitle());
    }
  });
  after(async () => {
    await session?.close();
    session = undefined;
  });
  return () => {
    if (session === undefined) {
      throw new Error('The session is open only while hooks and tests run.');
    }
    return session;
  };
}

/** `file` is the .code-workspace file to open instead of the folder. */
type OpenWorkspace = Workspace & { readonly file?: string };

/** A copy of the shared extensions with more of them. */
async function ownFolder(host: Host, shared: string, more: readonly string[]): Promise<string> {
  const folder = temporaryFolder('extensions');
  cpSync(shared, folder, { recursive: true });
  for (const vsix of more) {
    await installExtension(host, vsix, folder);
  }
  return folder;
}

async function makeWorkspace(kind: WorkspaceKind): Promise<OpenWorkspace | undefined> {
  switch (kind) {
    case 'sample':
      return sampleWorkspace();
    case 'several':
      return severalFolders();
    case 'empty':
      return emptyWorkspace();
    case 'none':
      return undefined;
  }
}

let pictures: string | undefined;

async function savePicture(title: string, page: Page, lines: readonly string[]): Promise<void> {
  pictures ??= process.env['TPM_MENTOR_PICTURES'] ?? lastingFolder('failures');
  mkdirSync(pictures, { recursive: true });
  const file = path.join(pictures, title.replaceAll(/[^\w]+/g, '-').slice(0, 100));
  await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
  writeFileSync(`${file}.log`, lines.join('\n'));
  console.log(`    screenshot and console: ${file}.png, ${file}.log`);
}
