import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ensureBuild, ensurePackage } from './host/build.ts';
import { projectFolder, temporaryFolder } from './host/folders.ts';
import { hostVersionOf, valueOf } from './host/options.ts';
import { startGroup } from './host/processGroup.ts';
import { provisionHost } from './host/provision.ts';
import { runScript, say, StepError } from './host/say.ts';
import { installExtension, startServer, workbenchUrl } from './host/server.ts';
import { sampleWorkspace } from './host/workspace.ts';

// npm start [-- --desktop | --floor | --port=N | --folder=PATH]
await runScript(async () => {
  const args = process.argv.slice(2);
  await (args.includes('--desktop') ? startDesktop(args) : startInBrowser(args));
  return 0;
});

async function startInBrowser(args: readonly string[]): Promise<void> {
  const [host, vsix] = await Promise.all([provisionHost(hostVersionOf(args)), ensurePackage()]);
  const extensionsFolder = temporaryFolder('extensions');
  await installExtension(host, vsix, extensionsFolder);
  const folder = await folderOf(args);
  const server = await startServer(host, {
    extensionsFolder,
    port: portOf(args),
    // For a person to use, not for a test to read.
    settings: { 'terminal.integrated.gpuAcceleration': 'auto', 'window.commandCenter': true },
  });
  const url = workbenchUrl(server, folder);
  console.log(`\nVS Code ${host.version.vscode} with TPM Mentor on ${folder}\n\n  ${url}\n`);
  say(openUrl(url) ? 'Opened in your browser.' : 'Open this address in a browser on this machine.');
  if (valueOf(args, 'folder') === undefined) {
    say(
      'Try: TPM in the activity bar; `npm test` in a terminal there, which fails on purpose, then "TPM: Triage Issue".',
    );
  }
  say('Ctrl+C stops it.');
  // A signal ends this process, and with it the server and every temporary folder.
  await server.ended;
  throw new StepError(`The VS Code server ended.\n${server.output().slice(-2000)}`, 'run the command again.');
}

/** The folder that is given, or a copy of the sample workspace that lasts as long as this process. */
async function folderOf(args: readonly string[]): Promise<string> {
  const given = valueOf(args, 'folder');
  if (given !== undefined) {
    return path.resolve(given);
  }
  return (await sampleWorkspace()).folder;
}

function portOf(args: readonly string[]): number {
  const text = valueOf(args, 'port') ?? '0';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StepError(
      `--port=${text} is not a port.`,
      'give a whole number up to 65535, or leave it out for a free one.',
    );
  }
  return port;
}

/** Opens the address in the user's browser; false when there is no display to show it on. */
function openUrl(url: string): boolean {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd.exe', '/c', 'start', '', url.replaceAll('&', '^&')]
        : ['xdg-open', url];
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay || program === undefined || (process.platform === 'linux' && findProgram(program) === undefined)) {
    return false;
  }
  spawn(program, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
  return true;
}

async function startDesktop(args: readonly string[]): Promise<void> {
  const code = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (code === undefined) {
    throw new StepError(
      'No desktop VS Code was found: there is no `code` on the PATH.',
      'in VS Code run "Shell Command: Install \'code\' command in PATH", or use `npm start` without --desktop.',
    );
  }
  await ensureBuild();
  const folder = await folderOf(args);
  say(`Opening VS Code on ${folder}. The copy is removed when you close the window.`);
  const child = startGroup(
    code,
    [
      '--new-window',
      '--wait',
      `--extensionDevelopmentPath=${projectFolder}`,
      `--user-data-dir=${temporaryFolder('desktop')}`,
      folder,
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  const ended = await new Promise<number | Error | null>((resolve) =>
    child.once('exit', resolve).once('error', resolve),
  );
  if (ended instanceof Error) {
    throw new StepError(`${code} does not start.`, 'use `npm start` without --desktop.', ended);
  }
}

function findProgram(name: string): string | undefined {
  const files = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
