import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './command.ts';
import { removeFolder, temporaryFolder } from './folders.ts';
import { startGroup, stopGroup } from './processGroup.ts';
import type { Host } from './provision.ts';
import { StepError } from './say.ts';

/** How a server is started. */
export interface ServerOptions {
  /** Ask whether a folder is trusted, as a real VS Code does; otherwise every folder is trusted. Default false. */
  readonly asksForTrust?: boolean;
  /** Needed to run tests inside the extension host; it suppresses notifications and modal editors. Default false. */
  readonly runsHostTests?: boolean;
  /** A folder of installed extensions to share between servers. Default: an empty one of its own. */
  readonly extensionsFolder?: string;
  /** User settings on top of the quiet defaults below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Environment variables on top of ours; `undefined` removes one. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Further arguments of the server, such as `--builtin-extensions-dir`. */
  readonly args?: readonly string[];
}

/** A VS Code server that is listening. */
export interface Server {
  readonly host: Host;
  /** `127.0.0.1:port`, also the authority of its `vscode-remote:` addresses. */
  readonly authority: string;
  /** Its data: settings, logs, state. Removed by `stop`. */
  readonly dataFolder: string;
  /** What it printed so far. */
  output(): string;
  /** Resolves when the server ends, by `stop` or by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, on the desktop it does not.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  // The rows of a terminal are then in the page's elements, where tests can read them.
  'terminal.integrated.gpuAcceleration': 'off',
  // An extension that starts late and adds to the environment makes VS Code start a new shell in place of one that is being typed into.
  'terminal.integrated.environmentChangesRelaunch': false,
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts a server with fresh data; resolves when it listens. */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
  const folder = temporaryFolder('server');
  const dataFolder = path.join(folder, 'data');
  const temporary = path.join(folder, 'tmp');
  mkdirSync(path.join(dataFolder, 'data', 'User'), { recursive: true });
  mkdirSync(temporary);
  writeUserSettings(dataFolder, { ...quietSettings, ...options.settings });
  const args = [
    ...serverArgs(host, dataFolder, options.extensionsFolder),
    '--without-connection-token',
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    '--telemetry-level=off',
    ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
    ...(options.runsHostTests ? ['--enable-smoke-test-driver'] : []),
    ...(options.args ?? []),
  ];
  // With a temporary folder of its own no socket file of it stays behind.
  const own = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const child = startGroup(host.node, args, {
    cwd: folder,
    env: { ...inheritedEnvironment(), ...own, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(
        new StepError(
          `The VS Code ${host.version.vscode} server ${why}.\n${output.slice(-2000)}`,
          `run the command again; if it fails the same way, delete ${host.folder} and let it be built anew.`,
        ),
      );
    const limit = setTimeout(() => fail('did not start within 60 seconds'), 60_000);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) {
        clearTimeout(limit);
        resolve(Number(listening[1]));
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be run (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`ended with ${code} at its start`);
    });
  }).catch(async (error: unknown) => {
    await stopGroup(child);
    removeFolder(folder);
    throw error;
  });
  return {
    host,
    authority: `127.0.0.1:${port}`,
    dataFolder,
    output: () => output,
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    stop: async () => {
      await stopGroup(child);
      removeFolder(folder);
    },
  };
}

/** Writes the user settings of a server that uses this data folder; a running one takes them over at once. */
function writeUserSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  writeFileSync(path.join(dataFolder, 'data', 'User', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Installs a .vsix into a folder that servers can share as their `extensionsFolder`. */
export async function installExtension(host: Host, vsix: string, extensionsFolder: string): Promise<void> {
  const dataFolder = temporaryFolder('install');
  try {
    const args = [...serverArgs(host, dataFolder, extensionsFolder), '--install-extension', vsix, '--force'];
    await runCommand(host.node, args, { quiet: true, env: inheritedEnvironment() });
  } catch (error) {
    throw new StepError(
      `${vsix} could not be installed.`,
      'read the reason above; `npm run package` writes a new one.',
      error,
    );
  } finally {
    removeFolder(dataFolder);
  }
}

/** The address that opens a folder or a .code-workspace file (none: an empty window) in that server, with options for the workbench. */
export function workbenchUrl(
  server: Pick<Server, 'authority'>,
  folder: string | undefined,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(`http://${server.authority}/`);
  if (folder === undefined) {
    url.searchParams.set('ew', 'true');
  } else {
    url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', uriPath(folder));
  }
  if (payload.length > 0) {
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}

/** A file path as the path of a URI: `C:\work` becomes `/C:/work`. */
export function uriPath(file: string): string {
  const forward = file.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

function serverArgs(host: Host, dataFolder: string, extensionsFolder: string | undefined): string[] {
  const program = path.join(host.folder, 'out', 'server-main.js');
  const extensions = extensionsFolder ?? path.join(dataFolder, 'extensions');
  return [program, '--accept-server-license-terms', '--server-data-dir', dataFolder, '--extensions-dir', extensions];
}

/** Ours, without what npm or a surrounding VS Code put there: a terminal in the server should look like a user's own. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VSCODE_|NODE_OPTIONS$|NODE_ENV$|ELECTRON_|TERM_PROGRAM)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
