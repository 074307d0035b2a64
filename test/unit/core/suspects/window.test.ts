import assert from 'node:assert/strict';
import { windowOf } from '../../../../src/core/suspects/window.ts';

/** Commits `c0` (newest), `c1` ..., one every so many days before 2026-11-23. */
function log(count: number, days = 1) {
  return Array.from({ length: count }, (_, index) => ({
    hash: `c${index}`,
    subject: `Commit ${index}`,
    date: new Date(Date.UTC(2026, 10, 23) - index * days * 86_400_000).toISOString(),
  }));
}

describe('the window of suspects', () => {
  it('begins at the newest tag below HEAD', () => {
    const window = windowOf(log(10), [
      { name: 'v1.1.0', commit: 'c3' },
      { name: 'v1.0.0', commit: 'c6' },
    ]);
    assert.deepEqual(window, {
      since: { kind: 'tag', name: 'v1.1.0' },
      base: 'c3',
      date: log(10)[3]!.date,
      commits: 3,
    });
  });

  it('passes over a tag on HEAD: what was released is what fails', () => {
    const tags = ['c0', 'c5'].map((commit) => ({ name: `at ${commit}`, commit }));
    assert.deepEqual(windowOf(log(10), tags)?.since, { kind: 'tag', name: 'at c5' });
  });

  it('passes over tags of other branches and of long ago', () => {
    assert.equal(windowOf(log(10), [{ name: 'elsewhere', commit: 'x' }])?.since.kind, 'beginning');
  });

  it('takes the newest of several tags on one commit', () => {
    const tags = ['v2', 'v2-rc'].map((name) => ({ name, commit: 'c4' }));
    assert.deepEqual(windowOf(log(10), tags)?.since, { kind: 'tag', name: 'v2' });
  });

  it('begins where the branch left its upstream when there is no tag', () => {
    const window = windowOf(log(10), [], { name: 'origin/main', commit: 'c2' });
    assert.deepEqual([window?.since, window?.base], [{ kind: 'upstream', name: 'origin/main' }, 'c2']);
    assert.equal(windowOf(log(10), [], { name: 'origin/main', commit: 'c0' })?.since.kind, 'beginning');
  });

  it('goes back 30 days from HEAD otherwise, and no further than 200 commits', () => {
    assert.deepEqual([windowOf(log(201), [])?.since, windowOf(log(201), [])?.commits], [{ kind: 'recent' }, 31]);
    assert.equal(windowOf(log(201, 0.01), [])?.commits, 200);
  });

  it('is everything after the first commit of a young repository', () => {
    const window = windowOf(log(5), []);
    assert.deepEqual([window?.since, window?.base, window?.commits], [{ kind: 'beginning' }, 'c4', 4]);
  });

  it('does not exist with less than two commits', () => {
    assert.equal(windowOf([], []), undefined);
    assert.equal(windowOf(log(1), [{ name: 'v1', commit: 'c0' }]), undefined);
  });
});
