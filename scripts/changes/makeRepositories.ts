import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Change, Person } from '../../src/core/review/change.ts';
import { readAttributes, type FileAttributes } from '../../src/core/review/gitAttributes.ts';
import { parseDiff } from '../../src/core/review/parseDiff.ts';
import { mara, type Repository, type Step } from './model.ts';
import { repositories } from './repositories.ts';

/** A commit of a sample repository with the change that it made. */
export interface MadeChange {
  readonly repository: string;
  readonly step: Step;
  readonly change: Change;
}

/** Makes the repositories below a folder with git itself, and reads the diff of each commit that says what it expects. */
export async function makeChanges(folder: string): Promise<MadeChange[]> {
  const made: MadeChange[] = [];
  for (const repository of repositories)
    made.push(...(await makeRepository(join(folder, repository.name), repository)));
  return made;
}

async function makeRepository(root: string, { name, steps }: Repository): Promise<MadeChange[]> {
  await mkdir(root, { recursive: true });
  await git(root, 'init', '--quiet', '--initial-branch=main');
  const made: MadeChange[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.branch !== undefined) await git(root, 'switch', '--quiet', '--create', step.branch, 'main');
    await write(root, step);
    const by = personOf(step.by ?? mara);
    const env = {
      GIT_AUTHOR_NAME: by.name,
      GIT_AUTHOR_EMAIL: by.email,
      GIT_COMMITTER_NAME: by.name,
      GIT_COMMITTER_EMAIL: by.email,
      GIT_AUTHOR_DATE: `2026-10-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
      GIT_COMMITTER_DATE: `2026-10-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
    };
    await git(root, 'add', '--all');
    await run(root, ['commit', '--quiet', '--message', step.message], env);
    if (step.expects) {
      const change: Change = {
        origin: { kind: 'branch', base: 'main' },
        repository: name,
        branch: step.branch ?? 'main',
        head: (await git(root, 'rev-parse', 'HEAD')).trim(),
        base: (await git(root, 'rev-parse', 'HEAD~1')).trim(),
        files: parseDiff(await git(root, 'diff', 'HEAD~1...HEAD', '--'), { attributes: await attributesOf(root) }),
        commits: [{ message: step.message, author: by }],
        user: personOf(step.readBy ?? mara),
      };
      made.push({ repository: name, step, change });
    }
    if (step.branch !== undefined) await git(root, 'switch', '--quiet', 'main');
  }
  return made;
}

async function write(root: string, { write = {}, edit = {}, remove = [], move = {} }: Step): Promise<void> {
  for (const [from, to] of Object.entries(move)) await rename(join(root, from), join(root, to));
  for (const path of remove) await rm(join(root, path));
  for (const [path, text] of Object.entries(write)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  for (const [path, pairs] of Object.entries(edit)) {
    let text = await readFile(join(root, path), 'utf8');
    for (const [old, now] of pairs) {
      if (!text.includes(old)) throw new Error(`${path} has no ${JSON.stringify(old)}`);
      text = text.replace(old, () => now);
    }
    await writeFile(join(root, path), text);
  }
}

async function attributesOf(root: string): Promise<(path: string) => FileAttributes> {
  const text = await readFile(join(root, '.gitattributes'), 'utf8').catch(() => '');
  return readAttributes([{ folder: '', text }]);
}

function personOf(text: string): Required<Person> {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(text) ?? [];
  return { name, email };
}

async function git(root: string, ...words: string[]): Promise<string> {
  return run(root, words, {});
}

/** The user's own configuration stays out of it. */
async function run(root: string, words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['-c', 'core.autocrlf=false', '-c', 'commit.gpgSign=false', ...words],
    {
      cwd: root,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
}
