import assert from 'node:assert/strict';
import { gitText, type GitState } from '../../../../src/core/evidence/gitText.ts';

const state = (part: Partial<GitState> = {}): GitState => ({
  branch: 'main',
  head: '21d99d0742468d445563c70ab4cdccecfcf91e25',
  inProgress: [],
  conflicts: 0,
  dirty: [],
  commits: [],
  hasMore: false,
  ...part,
});

describe('what git says at the moment of the fault', () => {
  it('is branch, HEAD, what is not committed, and the commits since the last good point', () => {
    const text = gitText(
      state({
        upstream: { name: 'origin/main', ahead: 2, behind: 1 },
        dirty: ['src/a.js', 'src/b.js'],
        since: 'v1.4.0',
        commits: [
          {
            hash: '21d99d0742468d445563',
            message: 'Tell new customers\n\nMore words',
            date: '2026-11-10T13:18:00.000Z',
          },
        ],
        hasMore: true,
      }),
    );
    assert.equal(
      text,
      [
        'Branch: main, upstream origin/main (ahead 2, behind 1)',
        'HEAD: 21d99d074246',
        'Not committed: src/a.js, src/b.js',
        'Commits since v1.4.0:',
        '  21d99d07 2026-11-10 Tell new customers',
        '  and older ones',
      ].join('\n'),
    );
  });

  it('says what is in progress, and how many files are in conflict', () => {
    assert.match(
      gitText(state({ inProgress: ['rebase', 'bisect'], conflicts: 1 })),
      /\nIn progress: rebase, bisect\nConflicts: 1 file\n/,
    );
  });

  it('bounds a long list of files', () => {
    const dirty = Array.from({ length: 35 }, (_, index) => `f${index}`);
    assert.match(gitText(state({ dirty })), /f29 and 5 more$/m);
  });

  it('does without a branch, a commit and a history', () => {
    const { branch: _branch, head: _head, ...rest } = state();
    assert.equal(gitText(rest), 'Branch: none (detached HEAD)\nHEAD: no commit yet\nNot committed: nothing');
    assert.match(gitText(state({ since: 'main (21d99d074246)' })), /\nCommits since main \(21d99d074246\): none$/);
  });
});
