import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { MAX_COMMITS } from '../src/core/suspects/window.ts';

const COMMITS = 100_000;
const FILES = 2_000;
/** How far back the last tag is. */
const SINCE_TAG = 120;
const LINES = 60;

/** Milliseconds of each question, in the order in which they are asked. */
export interface SuspectFigures {
  readonly commits: number;
  readonly questions: readonly { readonly command: string; readonly milliseconds: number }[];
}

/**
 * Makes a repository of 100,000 commits over 2,000 files in `folder`, which must be empty: the last tag is 120 commits back, the file
 * `src/hot.js` changes in every tenth commit, `src/old.js` only in the first one, the lockfile 50 commits before the end.
 */
export async function makeLongHistory(folder: string, commits = COMMITS): Promise<void> {
  await git(folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  const child = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  const start = Date.parse('2026-11-23T12:00:00Z') / 1000 - commits * 3600;
  for (let count = 0; count < commits; count++) {
    const isStep = child.stdin.write(commitOf(count, commits, start + count * 3600));
    if (!isStep) await once(child.stdin, 'drain');
  }
  child.stdin.end('done\n');
  await finished(child.stdin);
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`git fast-import failed with ${code}`);
  await git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function commitOf(count: number, commits: number, time: number): string {
  const who = `A Writer <writer@shop.example> ${time} +0000`;
  const message = `Change ${count}\n`;
  const files: [path: string, text: string][] = [[`src/part${count % 40}/file${count % FILES}.js`, code(count, 5)]];
  if (count === 0) files.push(['src/old.js', code(0, LINES)]);
  if (count % 10 === 0) files.push(['src/hot.js', code(count, LINES)]);
  if (count === 0 || count === commits - 50)
    files.push(['package-lock.json', `{ "lockfileVersion": 3, "n": ${count} }\n`]);
  const tag = count === commits - 1 - SINCE_TAG ? `tag v9.0.0\nfrom :1\ntagger ${who}\ndata 2\nv9\n` : '';
  return [
    `commit refs/heads/main\nmark :1\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}`,
    ...files.map(([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}`),
    tag,
  ].join('\n');
}

/** Each commit writes one line of the file anew, so that a blame has to go back over many of them. */
function code(count: number, lines: number): string {
  const round = Math.floor(count / 10);
  return Array.from(
    { length: lines },
    (_, line) => `export const value${line} = ${round - ((round - line) % lines)};\n`,
  ).join('');
}

/** What the Git extension runs for our questions (its arguments in VS Code 1.110), one after the other, on a warm disk. */
export async function measureQuestions(folder: string): Promise<SuspectFigures['questions']> {
  const format = '--format=%H%n%aN%n%aE%n%at%n%ct%n%P%n%D%n%B';
  const questions: readonly (readonly string[])[] = [
    ['status', '-z', '-uall'],
    ['log', format, '-z', `-n${MAX_COMMITS + 1}`],
    ['for-each-ref', '--count=50', '--sort', '-creatordate', 'refs/tags'],
    ['diff', '--name-status', '-z', '--diff-filter=ADMR', 'v9.0.0...HEAD', '--'],
    ['log', format, '-z', 'v9.0.0..HEAD', '--', 'src/hot.js'],
    ['log', format, '-z', 'v9.0.0..HEAD', '--', 'package-lock.json'],
    ['diff', 'HEAD', '--', 'src/hot.js'],
    ['diff', 'v9.0.0', '--', 'src/hot.js'],
    ['blame', '--', 'src/hot.js'],
    ['blame', '--', 'src/old.js'],
  ];
  const measured: { command: string; milliseconds: number }[] = [];
  for (const args of questions) {
    await git(folder, args);
    const start = performance.now();
    await git(folder, args);
    const shown = args.filter((one) => one !== format && one !== '-z').join(' ');
    measured.push({ command: `git ${shown}`, milliseconds: performance.now() - start });
  }
  return measured;
}

async function git(folder: string, args: readonly string[]): Promise<void> {
  const child = spawn('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`git ${args[0]} failed with ${code}`);
}

/** The figures of a new repository in a temporary folder, which is removed. */
export async function benchSuspects(): Promise<SuspectFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'tpm-mentor-history-'));
  try {
    await makeLongHistory(folder);
    return { commits: COMMITS, questions: await measureQuestions(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [target] = process.argv.slice(2);
  if (target !== undefined) {
    // Keeps the repository, to look at it in VS Code.
    await makeLongHistory(target);
    await writeFile(join(target, '.git', 'description'), 'Made by scripts/benchSuspects.ts\n');
  } else {
    const { commits, questions } = await benchSuspects();
    console.log(`${commits.toLocaleString('en')} commits`);
    for (const { command, milliseconds } of questions)
      console.log(`${milliseconds.toFixed(0).padStart(6)} ms  ${command}`);
  }
}
