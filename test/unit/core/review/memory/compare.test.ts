import assert from 'node:assert/strict';
import type { Change, ChangeCommit } from '../../../../../src/core/review/change.ts';
import { compareChanges } from '../../../../../src/core/review/memory/compare.ts';
import { historySentence } from '../../../../../src/core/review/memory/historyWords.ts';
import { parseDiff } from '../../../../../src/core/review/parseDiff.ts';
import { changeOf, type Patch } from '../diffs.ts';

/** Newest first, as git lists them: `c2 Add b`. */
const commits = (...names: readonly string[]): ChangeCommit[] =>
  names.map((name) => ({ hash: name.split(' ')[0]!, message: name.slice(3) }));
const changeAt = (base: string, patch: Patch, ...names: readonly string[]): Change =>
  changeOf(patch, { base, head: names[0]!.split(' ')[0]!, commits: commits(...names) });

const patch: Patch = { 'src/a.ts': '-old\n+new', 'src/b.ts': '+const b = 1;' };
const before = changeAt('m1', patch, 'c2 Add b', 'c1 Change a');

describe('comparing a reviewed change with what it is now', () => {
  it('names the files of new commits, in order', () => {
    const after = changeAt(
      'm1',
      { ...patch, 'src/b.ts': '+const b = 2;', 'db/1.sql': '+x' },
      'c3 More',
      'c2 Add b',
      'c1 Change a',
    );
    const comparison = compareChanges(before, after, true);
    assert.deepEqual(comparison, { history: 'forward', newCommits: 1, commits: 3, paths: ['db/1.sql', 'src/b.ts'] });
    assert.equal(historySentence(comparison, 'main'), '1 new commit, 2 files differ: `db/1.sql`, `src/b.ts`.');
  });

  it('finds nothing where a commit and its revert came, or the base was merged in', () => {
    const after = changeAt('m2', patch, 'c4 Merge main', 'c3 Revert', 'c2 Add b', 'c1 Change a');
    assert.deepEqual(compareChanges(before, after, true).paths, []);
  });

  it('knows a rebase by its content: nothing is stale', () => {
    const comparison = compareChanges(before, changeAt('m2', patch, 'd2 Add b', 'd1 Change a'), false);
    assert.deepEqual([comparison.history, comparison.paths], ['rebased', []]);
    assert.equal(historySentence(comparison, 'origin/main'), 'Rebased onto `origin/main`, the same changes.');
  });

  it('knows a rebase that also brings a commit, and names its file', () => {
    const after = changeAt('m2', { ...patch, 'src/c.ts': '+c' }, 'd3 Add c', 'd2 Add b', 'd1 Change a');
    assert.equal(
      historySentence(compareChanges(before, after, false), 'main'),
      'Rebased onto `main`, with 1 new commit, 1 file differs: `src/c.ts`.',
    );
  });

  it('knows a squash, an amended commit, and history that was written anew', () => {
    const squashed = compareChanges(before, changeAt('m1', patch, 'd1 All'), false);
    assert.equal(historySentence(squashed, 'main'), 'Squashed into 1 commit, the same changes.');
    const amended = compareChanges(
      before,
      changeAt('m1', { ...patch, 'src/b.ts': '+b' }, 'd2 Add b', 'c1 Change a'),
      false,
    );
    assert.equal(historySentence(amended, 'main'), 'The last commit was amended, 1 file differs: `src/b.ts`.');
    const other = compareChanges(before, changeAt('m1', { 'src/z.ts': '+z' }, 'd1 Start over'), false);
    assert.equal(other.history, 'rewritten');
    assert.deepEqual(other.paths, ['src/a.ts', 'src/b.ts', 'src/z.ts']);
  });

  it('compares binaries by what git calls them, and leaves out what nobody reads', () => {
    const binary = (blob: string): Change => ({
      ...before,
      files: parseDiff(
        `diff --git a/i.png b/i.png\nindex 1111111..${blob} 100644\nBinary files a/i.png and b/i.png differ\n` +
          `diff --git a/dist/a.min.js b/dist/a.min.js\nindex 1111111..${blob} 100644\n--- a/dist/a.min.js\n+++ b/dist/a.min.js\n@@ -1 +1 @@\n-a\n+${blob}\n`,
      ),
    });
    assert.deepEqual(compareChanges(binary('2222222'), binary('22222222f'), true).paths, []);
    assert.deepEqual(compareChanges(binary('2222222'), binary('3333333'), true).paths, ['i.png']);
  });

  it('tells a file of the same lines on another path apart, and one that was taken back', () => {
    const moved = changeAt('m1', { 'src/a.ts': '-old\n+new', 'lib/b.ts': '+const b = 1;' }, 'c3 Move', 'c2 Add b');
    assert.deepEqual(compareChanges(before, moved, true).paths, ['lib/b.ts', 'src/b.ts']);
  });
});
