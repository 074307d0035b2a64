import path from 'node:path';
import { boundedDiff } from '../core/review/assemble.ts';
import type { Change, ChangeCommit, Person } from '../core/review/change.ts';
import { readAttributes, type AttributesFile } from '../core/review/gitAttributes.ts';
import { parseDiff } from '../core/review/parseDiff.ts';
import { Git, GitFailure } from './git.ts';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

const MAX_COMMITS = 500;
const MAX_ATTRIBUTES = 64;

/** The same diff whatever the user's configuration says; no program of a configuration or of `.gitattributes` runs. */
const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--find-renames',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

export interface ChangeRequest {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly branch?: string;
}

/** What `head` adds to `base`, from their merge base on, and the top folder of the repository. Throws a `UsageError` when git cannot tell. */
export async function readChange({
  folder,
  base,
  head,
  branch,
}: ChangeRequest): Promise<{ change: Change; root: string }> {
  try {
    const root = await rootOf(folder);
    const git = new Git(root);
    const [from, to] = [await commitOf(git, base), await commitOf(git, head)];
    const start = await mergeBaseOf(git, { base, from, head, to });
    const name = branch ?? (await branchOf(git, head));
    const user = await userOf(git);
    const { text, unreadFiles } = boundedDiff(await git.text([...DIFF, start, to, '--']));
    const paths = (await git.text(['diff', '--name-only', '-z', start, to, '--'])).split('\0');
    const change = {
      origin: { kind: 'branch' as const, base },
      repository: path.basename(root),
      ...(name === undefined ? {} : { branch: name }),
      base: start,
      head: to,
      files: parseDiff(text, { attributes: readAttributes(await attributesOf(git, to, paths)) }),
      commits: await commitsOf(git, start, to),
      ...(user ? { user } : {}),
      ...(unreadFiles ? { unreadFiles } : {}),
    };
    return { change, root };
  } catch (error) {
    throw error instanceof GitFailure ? new UsageError(`git says: ${error.message}`) : error;
  }
}

async function rootOf(folder: string): Promise<string> {
  try {
    return (await new Git(folder).text(['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  } catch (error) {
    if (!(error instanceof GitFailure) || !/not a git repository|must be run in a work tree/.test(error.message))
      throw error;
    throw new UsageError(`${printable(folder)} is not in the working tree of a git repository.`);
  }
}

/** The full hash, so that what was typed reaches git once, where it cannot be taken for an option. */
async function commitOf(git: Git, ref: string): Promise<string> {
  const shown = printable(ref);
  if (ref === '' || ref.startsWith('-') || shown !== ref) throw new UsageError(`"${shown}" cannot name a commit.`);
  const hash = await hashOf(git, ref);
  if (hash !== undefined) return hash;
  const remote = `origin/${ref}`;
  const advice = (await hashOf(git, remote))
    ? `Did you mean ${remote}?`
    : 'Fetch it first; in CI, check out the whole history (actions/checkout: fetch-depth: 0).';
  throw new UsageError(`There is no commit "${shown}" here. ${advice}`);
}

async function hashOf(git: Git, ref: string): Promise<string | undefined> {
  const answer = await orNothing(git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]));
  return /^[0-9a-f]{40,64}$/.exec(answer?.trim() ?? '')?.[0];
}

interface Ends {
  readonly base: string;
  readonly from: string;
  readonly head: string;
  readonly to: string;
}

async function mergeBaseOf(git: Git, { base, from, head, to }: Ends): Promise<string> {
  const found = (await orNothing(git.text(['merge-base', from, to])))?.trim();
  if (found) return found;
  const isShallow = (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  throw new UsageError(
    `${base} and ${head} have no commit in common here. ` +
      (isShallow
        ? 'This is a shallow clone: run git fetch --unshallow; in CI, actions/checkout with fetch-depth: 0.'
        : 'Their histories are unrelated, so there is nothing to compare.'),
  );
}

/** `undefined` for a commit that is no branch, a detached HEAD included. */
async function branchOf(git: Git, head: string): Promise<string | undefined> {
  if (head === 'HEAD') return (await orNothing(git.text(['symbolic-ref', '--quiet', '--short', 'HEAD'])))?.trim();
  const isBranch = await orNothing(git.text(['show-ref', '--verify', '--', `refs/heads/${head}`]));
  return isBranch === undefined ? undefined : head;
}

async function userOf(git: Git): Promise<Person | undefined> {
  const [name = '', email = ''] = await Promise.all(
    ['user.name', 'user.email'].map(async (key) => (await orNothing(git.text(['config', '--get', key])))?.trim()),
  );
  return name || email ? { ...(name ? { name } : {}), ...(email ? { email } : {}) } : undefined;
}

async function commitsOf(git: Git, from: string, to: string): Promise<ChangeCommit[]> {
  const format = ['%H', '%an', '%ae', '%B'].join('%x00') + '%x00';
  const log = ['log', '--no-color', '--no-show-signature', `--max-count=${MAX_COMMITS}`, `--format=tformat:${format}`];
  const fields = (await git.text([...log, `${from}..${to}`, '--'])).split('\0');
  const commits: ChangeCommit[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [hash = '', name = '', email = '', message = ''] = fields.slice(at, at + 4);
    commits.push({ hash: hash.trim(), message, author: { ...(name ? { name } : {}), ...(email ? { email } : {}) } });
  }
  return commits;
}

/** The `.gitattributes` of the commit, from the folders that the change touches: those in the working tree may be others. */
async function attributesOf(git: Git, commit: string, paths: readonly string[]): Promise<AttributesFile[]> {
  const folders = new Set(['']);
  for (const one of paths.filter((name) => !name.includes('\n'))) {
    for (let at = one.indexOf('/'); at >= 0 && folders.size < MAX_ATTRIBUTES; at = one.indexOf('/', at + 1))
      folders.add(one.slice(0, at + 1));
  }
  const asked = [...folders].map((folder) => `${commit}:${folder}.gitattributes\n`).join('');
  const answer = await git.bytes(['cat-file', '--batch'], asked);
  const files: AttributesFile[] = [];
  let at = 0;
  for (const folder of folders) {
    const end = answer.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(answer.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    files.push({ folder, text: answer.toString('utf8', at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return files;
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (error instanceof GitFailure) return undefined;
    throw error;
  });
}
