import { spawn } from 'node:child_process';

/** How to run a command: `quiet` keeps its output for the error message, otherwise it is shown as it comes. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly quiet?: boolean;
}

/** Runs a program to its end and returns what it wrote to standard output (empty unless `quiet`). Throws when it fails. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    let errors = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) {
        resolve(output);
      } else {
        const last = (errors || output).trim().slice(-2000);
        reject(new Error(`\`${program} ${args.join(' ')}\` ended with ${code ?? signal}${last ? `:\n${last}` : ''}`));
      }
    });
  });
}

/**
 * Runs npm with the Node that runs this script. npm's own file is known when an npm script started us; otherwise npm is taken
 * from the PATH.
 */
export function runNpm(args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const npmFile = process.env['npm_execpath'];
  const env = environmentForNpm();
  if (npmFile && /npm-cli\.c?js$/.test(npmFile)) {
    return runCommand(process.execPath, [npmFile, ...args], { ...options, env });
  }
  // Since Node 18.20 a .cmd file can only be started through the command interpreter (CVE-2024-27980).
  return process.platform === 'win32'
    ? runCommand('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { ...options, env })
    : runCommand('npm', args, { ...options, env });
}

/** What an outer npm says about *this* package must not steer an npm that works in another folder. */
function environmentForNpm(): NodeJS.ProcessEnv {
  const ours = /^npm_(package_|lifecycle_|config_local_prefix$|config_allow_scripts$|command$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
