import { execFile } from 'node:child_process';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

/** No diff that anybody reviews is larger; V8 has no longer texts either. */
const MAX_BYTES = 400 * 1024 * 1024;

/** Windows would look for `git` in the working folder first, where a repository could have put one of its own. */
process.env['NoDefaultCurrentDirectoryInExePath'] = '1';

/** What a git that ended with an error had to say. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** Asks git about a folder. Nothing is changed, no pager, credential prompt or program of a configuration is started. */
export class Git {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What git prints. Throws a `GitFailure` when it ends with an error, a `UsageError` when there is no git. */
  async text(args: readonly string[], input?: string): Promise<string> {
    return (await this.bytes(args, input)).toString('utf8');
  }

  bytes(args: readonly string[], input?: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        ['-C', this.#folder, '--no-pager', ...args],
        {
          encoding: 'buffer',
          maxBuffer: MAX_BYTES,
          windowsHide: true,
          env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
        },
        (error, stdout, stderr) => (error ? reject(errorOf(error, stderr)) : resolve(stdout)),
      );
      child.stdin?.on('error', () => {}); // git has ended already: its exit code tells
      child.stdin?.end(input ?? '');
    });
  }
}

function errorOf(error: Error & { code?: unknown }, stderr: Buffer): Error {
  if (error.code === 'ENOENT') return new UsageError('There is no git on the PATH.');
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return new UsageError(`The diff is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  }
  const said = stderr.toString('utf8').trim().split(/\r?\n/).map(printable).join('\n  ');
  return new GitFailure(said === '' ? `git ended with ${String(error.code)}` : said);
}
