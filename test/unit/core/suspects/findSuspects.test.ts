import assert from 'node:assert/strict';
import { findSuspects, type SuspectPlace, type Suspects } from '../../../../src/core/suspects/findSuspects.ts';
import type { Commit, History, LogOptions, NoHistory, Repository } from '../../../../src/core/suspects/history.ts';
import { writerOf, type ChangesFrom } from '../../../../src/core/suspects/writers.ts';

const DAY = 86_400_000;
const HASHES = ['aaaaaaa1', 'bbbbbbb2', 'ccccccc3', 'ddddddd4', 'eeeeeee5'];

/** Five commits, one a day, the newest first; `c3` is tagged. */
const commits: readonly Commit[] = HASHES.map((hash, index) => ({
  hash: hash.repeat(5),
  subject: `Commit ${index}`,
  date: new Date(Date.UTC(2026, 10, 20) - index * DAY).toISOString(),
}));

interface World {
  /** Files that each commit changed, newest first. */
  readonly changed?: readonly (readonly string[])[];
  readonly dirty?: readonly string[];
  readonly diffs?: Readonly<Record<string, string>>;
  /** For each file the number of the commit that wrote each of its lines; -1: in no commit. */
  readonly blames?: Readonly<Record<string, readonly number[]>>;
  readonly tagged?: number;
  readonly override?: Partial<Repository>;
}

function history(world: World): History {
  const { changed = [], dirty = [], diffs = {}, blames = {}, tagged = 3 } = world;
  const indexOf = (hash: string): number => commits.findIndex((one) => one.hash.startsWith(hash));
  const repository: Repository = {
    id: 'shop',
    pathOf: (path) => path,
    uncommitted: () => Promise.resolve(dirty),
    tags: () => Promise.resolve([{ name: 'v1.4.0', commit: commits[tagged]!.hash }]),
    mergeBase: () => Promise.resolve(undefined),
    log: ({ since, path, most = Infinity }: LogOptions) => {
      const inRange = since === undefined ? commits : commits.slice(0, indexOf(since));
      const touching = inRange.filter((one) => path === undefined || changed[indexOf(one.hash)]?.includes(path));
      return Promise.resolve(touching.slice(0, most));
    },
    commit: (hash) => Promise.resolve(commits[indexOf(hash)]),
    changedSince: (hash) => Promise.resolve([...new Set(changed.slice(0, indexOf(hash)).flat())]),
    blame: (path) => {
      const lines = blames[path];
      if (!lines) return Promise.reject(new Error(`no such path ${path} in HEAD`));
      return Promise.resolve(
        lines.map((one, line) => `${HASHES[one] ?? '00000000'} (A 2026-11-01 ${line + 1}) x`).join('\n'),
      );
    },
    diff: (from, path) => {
      if (from === 'HEAD') return Promise.resolve(diffs[path] ?? '');
      const at = from.endsWith('^') ? indexOf(from.slice(0, -1)) + 1 : indexOf(from);
      if (at >= commits.length) return Promise.reject(new Error(`unknown revision ${from}`));
      const newer = (blames[path] ?? []).flatMap((writer, line) => (writer < at ? [line + 1] : []));
      return Promise.resolve(newer.map((line) => `@@ -${line} +${line} @@\n-a\n+b\n`).join(''));
    },
    ...world.override,
  };
  return { repositoryOf: () => Promise.resolve(repository) };
}

/** A clock that never strikes, and one that strikes at once. */
const patient = { delay: () => new Promise<void>(() => {}) };
const hurried = { delay: () => Promise.resolve() };
const never = <T>(): Promise<T> => new Promise<T>(() => {});

const PLACES: readonly SuspectPlace[] = [
  { path: 'src/a.js', line: 2 },
  { path: 'src/b.js', line: 1 },
];

/** `Commit 1: line src/a.js:2, file src/b.js`. */
function summary({ suspects }: Suspects): string[] {
  return suspects.map(({ change, reasons, isRecent }) => {
    const who = change.kind === 'commit' ? change.commit.subject : 'uncommitted';
    const why = reasons.map((one) => `${one.kind} ${one.file}${'line' in one ? `:${one.line}` : ''}`);
    return `${who}${isRecent ? '' : ' (before)'}: ${why.join(', ')}`;
  });
}

describe('finding suspects', () => {
  it('names who wrote the line, who changed the files, and what changed around them since the last tag', async () => {
    const found = await findSuspects(
      history({
        changed: [['src/b.js'], ['package-lock.json', 'README.md'], ['src/a.js'], ['src/a.js'], ['src/b.js']],
        blames: { 'src/a.js': [3, 2], 'src/b.js': [4] },
      }),
      patient,
      PLACES,
    );
    assert.deepEqual(summary(found), [
      'Commit 2: line src/a.js:2',
      'Commit 0: file src/b.js',
      'Commit 1: dependencies package-lock.json',
    ]);
    assert.deepEqual([found.window?.since, found.window?.commits], [{ kind: 'tag', name: 'v1.4.0' }, 3]);
    assert.deepEqual(found.unanswered, []);
  });

  it('names who wrote the line among all who changed the file since', async () => {
    const changed = Array.from({ length: 4 }, () => ['src/a.js']);
    for (const [writer, place] of [
      [0, 'Commit 0'],
      [1, 'Commit 1'],
      [2, 'Commit 2'],
    ] as const) {
      const found = await findSuspects(history({ changed, blames: { 'src/a.js': [4, writer] } }), patient, PLACES);
      assert.equal(summary(found)[0], `${place}: line src/a.js:2`);
      assert.equal(summary(found).filter((one) => one.includes(': line')).length, 1);
    }
  });

  it('names nobody as writer of a line that was there before the window', async () => {
    const world = { changed: [['src/a.js']], blames: { 'src/a.js': [0, 4] } };
    assert.deepEqual(summary(await findSuspects(history(world), patient, PLACES)), ['Commit 0: file src/a.js']);
  });

  it('names who wrote the nearest line long ago when nothing has touched the places since', async () => {
    const found = await findSuspects(history({ blames: { 'src/a.js': [3, 4], 'src/b.js': [3] } }), patient, PLACES);
    assert.deepEqual(summary(found), ['Commit 4 (before): line src/a.js:2']);
  });

  it('puts an uncommitted change of the line first', async () => {
    const found = await findSuspects(
      history({ dirty: ['src/a.js'], blames: { 'src/a.js': [3, -1] }, diffs: { 'src/a.js': '@@ -2 +2 @@\n-a\n+b\n' } }),
      patient,
      PLACES,
    );
    assert.deepEqual(summary(found), ['uncommitted: line src/a.js:2']);
  });

  it('tells an uncommitted change next to the line from one elsewhere in the file, and from the lockfile', async () => {
    const at = async (line: number): Promise<string[]> => {
      const diff = `@@ -${line} +${line} @@\n-a\n+b\n`;
      return summary(
        await findSuspects(history({ dirty: ['src/a.js'], diffs: { 'src/a.js': diff } }), patient, PLACES),
      );
    };
    assert.deepEqual(await at(4), ['uncommitted: near src/a.js:2']);
    assert.deepEqual(await at(40), ['uncommitted: file src/a.js']);
    const lock = await findSuspects(history({ dirty: ['yarn.lock', 'notes.txt'] }), patient, PLACES);
    assert.deepEqual(summary(lock), ['uncommitted: dependencies yarn.lock']);
  });

  it('suspects a file that is new and in no commit, which git cannot blame', async () => {
    const found = await findSuspects(history({ dirty: ['src/a.js'] }), patient, PLACES);
    assert.deepEqual(summary(found), ['uncommitted: file src/a.js']);
    assert.deepEqual(found.unanswered, []);
  });

  it('without any place looks at dependencies and configuration alone', async () => {
    const changed = [['src/a.js'], ['web/vite.config.ts'], ['Cargo.lock']];
    assert.deepEqual(summary(await findSuspects(history({ changed }), patient, [])), [
      'Commit 2: dependencies Cargo.lock',
      'Commit 1: configuration web/vite.config.ts',
    ]);
  });

  it('says why there is no history', async () => {
    for (const absent of ['restricted', 'unavailable', 'no-repository'] satisfies NoHistory[]) {
      const none = { repositoryOf: () => Promise.resolve(absent) };
      assert.deepEqual(await findSuspects(none, patient, PLACES), { suspects: [], absent, unanswered: [] });
    }
    const empty = history({ override: { log: () => Promise.resolve([]) } });
    assert.equal((await findSuspects(empty, patient, PLACES)).absent, 'no-commits');
  });

  it('goes on without an answer that is late, and says which', async () => {
    const world = { changed: [['src/a.js']], override: { diff: () => never<string>() } };
    let strike = (): void => {};
    const clock = { delay: () => new Promise<void>((resolve) => (strike = resolve)) };
    const finding = findSuspects(history(world), clock, PLACES.slice(0, 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    strike();
    const found = await finding;
    assert.deepEqual(found.unanswered, ['git diff src/a.js']);
    assert.deepEqual(summary(found), ['Commit 0: file src/a.js']);
  });

  it('goes on without an answer that is an error', async () => {
    const broken = {
      tags: () => Promise.reject(new Error('corrupt ref')),
      uncommitted: () => Promise.reject(new Error('index.lock')),
    };
    const found = await findSuspects(history({ changed: [['src/a.js']], override: broken }), patient, PLACES);
    assert.deepEqual(summary(found), ['Commit 0: file src/a.js']);
    assert.deepEqual([found.window?.since.kind, found.unanswered], ['beginning', ['git tag', 'git status']]);
  });

  it('returns at once when the time is up before git answers at all', async () => {
    const mute = { repositoryOf: () => never<Repository>() };
    assert.deepEqual(await findSuspects(mute, hurried, PLACES), { suspects: [], unanswered: ['git'] });
  });

  it('leaves out places that lie in another repository', async () => {
    const shop = history({ changed: [['src/a.js', 'src/b.js']] });
    const mixed: History = {
      repositoryOf: async (path) =>
        path === 'src/b.js'
          ? { ...((await shop.repositoryOf(path)) as Repository), id: 'other' }
          : shop.repositoryOf(path),
    };
    assert.deepEqual(summary(await findSuspects(mixed, patient, PLACES)), ['Commit 0: file src/a.js']);
  });

  it('blames a whole file only when the window has many changes of it, or none', async () => {
    const asked: string[] = [];
    const blame = (path: string): Promise<string> => {
      asked.push(path);
      return Promise.resolve('');
    };
    const world = { changed: [['src/a.js']], blames: { 'src/a.js': [4, 0] } };
    await findSuspects(history({ ...world, override: { blame } }), patient, PLACES);
    assert.deepEqual(asked, []);
    await findSuspects(history({ override: { blame } }), patient, PLACES);
    assert.deepEqual(asked, ['src/a.js']);
  });
});

describe('the writer of a line', () => {
  /** `seen` says for each commit and parent whether the line has been written since. */
  const writer = async (seen: Readonly<Record<string, boolean>>, ...hashes: string[]): Promise<string | undefined> => {
    const changesFrom: ChangesFrom = (commit) => {
      const isNewer = seen[commit];
      const written = isNewer ? [7] : [];
      return Promise.resolve(isNewer === undefined ? undefined : { written, touched: written });
    };
    const all = hashes.map((hash) => ({ hash, subject: hash, date: '2026-11-01T00:00:00Z' }));
    return (await writerOf(7, all, 'base', changesFrom))?.hash;
  };

  it('is the commit that has it and whose parent had it not, also where branches were merged', async () => {
    // a1, a2 on one branch, b1, b2 on another, merged: b1 wrote it.
    const seen = {
      base: true,
      a2: true,
      'a2^': true,
      b2: false,
      'b2^': false,
      a1: true,
      'a1^': true,
      b1: false,
      'b1^': true,
    };
    assert.equal(await writer(seen, 'a2', 'b2', 'a1', 'b1'), 'b1');
    // Its oldest holder got it by a merge of the window's base: not the writer.
    assert.equal(await writer({ base: true, c2: false, 'c2^': true, c1: false, 'c1^': false }, 'c2', 'c1'), 'c2');
  });

  it('is the first commit of a history, which has no parent', async () => {
    assert.equal(await writer({ base: true, c1: false }, 'c1'), 'c1');
  });

  it('is nobody when the line is in no commit, or git does not answer', async () => {
    assert.equal(await writer({ base: true, c1: true }, 'c1'), undefined);
    assert.equal(await writer({}, 'c1'), undefined);
    assert.equal(await writer({ base: true }), undefined);
  });
});
