import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Step {
  /** Files with a form of their own in this commit lie in `shop-history/<folder>/`. */
  readonly folder: string;
  /** Files that have their final form from this commit on: taken from `shop/`. */
  readonly final?: readonly string[];
  readonly by: string;
  /** ISO 8601 with an offset; author and committer date. */
  readonly on: string;
  readonly message: string;
  /** True for the one commit that is tagged `v1.4.0` and that the branch begins at. */
  readonly isRelease?: boolean;
}

const fixtures = fileURLToPath(new URL('../test/fixtures/', import.meta.url));
const mara = 'Mara Lindqvist <mara@kettle-and-leaf.example>';
const tomas = 'Tomas Okafor <tomas@kettle-and-leaf.example>';
/** Names the release commit within the stream to git. */
const releaseMark = ':1';

const main: readonly Step[] = [
  {
    folder: '01-catalogue',
    final: ['.gitignore', 'src/catalogue.js'],
    by: mara,
    on: '2026-09-07T09:12:00+02:00',
    message: 'Start the shop with its catalogue',
  },
  {
    folder: '02-pricing',
    by: mara,
    on: '2026-09-08T14:40:00+02:00',
    message: 'Price orders from the catalogue',
  },
  {
    folder: '03-store',
    final: ['src/store.js', 'test/store.test.js'],
    by: tomas,
    on: '2026-09-10T11:05:00+02:00',
    message:
      'Keep orders as numbered files\n\nThe shop has one computer and no database; a folder can be copied to a stick.',
  },
  {
    folder: '04-discounts',
    final: ['src/pricing.js', 'test/pricing.test.js'],
    by: mara,
    on: '2026-09-15T10:22:00+02:00',
    message: 'Take discount codes',
  },
  {
    folder: '05-receipts',
    final: ['src/money.js', 'src/receipt.js', 'templates/receipt.html', 'test/receipt.test.js'],
    by: mara,
    on: '2026-09-21T16:31:00+02:00',
    message: 'Print receipts',
  },
  {
    folder: '06-cli',
    final: ['src/sampleOrders.js'],
    by: tomas,
    on: '2026-09-24T13:50:00+02:00',
    message: 'Add the command line and the monthly report',
  },
  {
    folder: '07-accounts',
    final: ['db/migrations/001_orders.sql'],
    by: tomas,
    on: '2026-09-30T09:47:00+02:00',
    message: 'Create the tables of the accounts database',
  },
  {
    folder: '08-checklist',
    final: ['.tpm/checklists/release-shop.md'],
    by: mara,
    on: '2026-10-05T15:03:00+02:00',
    message: 'Agree what we check before a release',
  },
  {
    folder: '09-release',
    final: ['package.json', 'package-lock.json'],
    by: mara,
    on: '2026-10-12T10:00:00+02:00',
    message: 'Release 1.4.0\n\nDescribe the commands, and pin Prettier so that every editor formats alike.',
    isRelease: true,
  },
  {
    folder: '10-rules',
    final: ['src/discounts.js', 'test/discounts.test.js'],
    by: tomas,
    on: '2026-10-27T17:52:00+01:00',
    message:
      'Refactor discounts into a table of rules\n\nA new kind of discount is one more line now. Codes may be written in small letters.',
  },
  {
    folder: '11-inbox',
    final: ['src/inbox.js', 'test/inbox.test.js', 'src/cli.js', 'README.md'],
    by: tomas,
    on: '2026-11-03T11:34:00+01:00',
    message: 'Import orders of the web shop',
  },
  {
    folder: '12-returning',
    final: ['src/report.js', 'test/report.test.js'],
    by: mara,
    on: '2026-11-10T14:18:00+01:00',
    message: 'Tell new from returning customers in the report',
  },
];

/** Waits for review; begins at the release. */
const giftWrap: readonly Step[] = [
  {
    folder: 'gift-1-wrap',
    by: tomas,
    on: '2026-11-16T10:08:00+01:00',
    message: 'Offer gift wrap with a message',
  },
  {
    folder: 'gift-2-message',
    by: tomas,
    on: '2026-11-17T15:26:00+01:00',
    message: 'Keep the gift message and print it on the receipt',
  },
  {
    folder: 'gift-3-docs',
    by: tomas,
    on: '2026-11-18T09:41:00+01:00',
    message: 'Describe gift wrap, update Prettier to 3.10.1',
  },
];

/**
 * Makes the sample workspace in `target`: the files of `test/fixtures/shop` as the worktree of `main`, with their history, the tag
 * `v1.4.0` and the branch `feature/gift-wrap`. The commit hashes are the same on each machine and under any git configuration.
 * Rejects if `target` holds anything, or if git fails.
 */
export async function makeShop(target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  if ((await readdir(target)).length > 0) throw new Error(`${target} is not empty`);
  await git(target, ['init', '--quiet', '--template=', '--initial-branch=main']);
  await appendFile(join(target, '.git', 'config'), localConfig);
  const history = [
    ...(await branch('main', main)),
    ...(await branch('feature/gift-wrap', giftWrap, releaseMark)),
    'done\n',
  ].join('');
  await git(target, ['fast-import', '--quiet', '--done'], history);
  await git(target, ['reset', '--quiet', '--hard', 'main']);
}

/** So that commits made in the shop later do not depend on the user's configuration either. */
const localConfig = `[core]
\tautocrlf = false
[commit]
\tgpgSign = false
[tag]
\tgpgSign = false
[user]
\tname = Mara Lindqvist
\temail = mara@kettle-and-leaf.example
`;

/** The commits of one branch in the format of https://git-scm.com/docs/git-fast-import. */
async function branch(name: string, steps: readonly Step[], from?: string): Promise<string[]> {
  const commands: string[] = [];
  for (const [index, step] of steps.entries()) {
    const when = `${step.by} ${gitDate(step.on)}`;
    const mark = step.isRelease ? `mark ${releaseMark}\n` : '';
    commands.push(`commit refs/heads/${name}\n${mark}author ${when}\ncommitter ${when}\n${data(`${step.message}\n`)}`);
    if (index === 0 && from) commands.push(`from ${from}\n`);
    for (const [path, text] of await filesOf(step)) commands.push(`M 100644 inline ${path}\n${data(text)}`);
    if (step.isRelease) {
      commands.push(`tag v1.4.0\nfrom ${releaseMark}\ntagger ${when}\n${data(`${step.message}\n`)}`);
    }
  }
  return commands;
}

async function filesOf({ folder, final = [] }: Step): Promise<[path: string, text: string][]> {
  const own = join(fixtures, 'shop-history', folder);
  const paths = [
    ...final.map((path) => [path, join(fixtures, 'shop', path)] as const),
    ...(await filesUnder(own)).map((path) => [path, join(own, path)] as const),
  ];
  return Promise.all(paths.map(async ([path, file]) => [path, await readText(file)]));
}

/** With forward slashes; empty if there is no such folder. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'));
}

/** Git may have checked this repository out with CRLF; the shop always has LF. */
async function readText(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** `2026-09-07T09:12:00+02:00` -> `1788765120 +0200` */
function gitDate(iso: string): string {
  return `${Date.parse(iso) / 1000} ${iso.slice(-6).replace(':', '')}`;
}

async function git(folder: string, args: readonly string[], input = ''): Promise<void> {
  const child = spawn('git', args, { cwd: folder, env: gitEnvironment(), stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // A git that stops early closes its input; its exit code and message say why.
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git ${args[0]} failed with ${code}: ${errors.trim()}`);
}

/** Without GIT_DIR and its like, which are set inside a hook, and without the user's and the machine's configuration. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_DEFAULT_HASH: 'sha1',
  };
}

if (import.meta.main) {
  const target = process.argv[2];
  if (target === undefined) {
    console.error('Usage: node scripts/shop.ts TARGET');
    process.exitCode = 2;
  } else {
    await makeShop(target);
  }
}
