import assert from 'node:assert/strict';
import type { Suspects } from '../../../../src/core/suspects/findSuspects.ts';
import type { Suspect } from '../../../../src/core/suspects/rank.ts';
import { renderSuspects, renderWhereToLook } from '../../../../src/core/suspects/renderSuspects.ts';
import type { Window } from '../../../../src/core/suspects/window.ts';

const NOW = '2026-11-23T14:05+01:00';
const WINDOW: Window = { since: { kind: 'tag', name: 'v1.4.0' }, base: 'b', date: '2026-10-12T08:00:00Z', commits: 3 };

const refactor: Suspect = {
  change: {
    kind: 'commit',
    commit: { hash: '1234567890abcdef', subject: 'Refactor <discounts> into *rules*', date: '2026-11-10T12:00:00Z' },
  },
  isRecent: true,
  reasons: [{ kind: 'line', file: 'src/discounts.js', line: 22 }],
};
const lock: Suspect = {
  change: { kind: 'commit', commit: { hash: 'fedcba0987654321', subject: 'Update', date: '2026-10-13T08:00:00Z' } },
  isRecent: true,
  reasons: [{ kind: 'dependencies', file: 'package-lock.json' }],
};
const draft: Suspect = {
  change: { kind: 'uncommitted' },
  isRecent: true,
  reasons: [{ kind: 'near', file: 'src/a.js', line: 2 }],
};

function render(found: Partial<Suspects>): string {
  return renderSuspects({ suspects: [], unanswered: [], ...found }, NOW);
}

describe('suspects in a record', () => {
  it('are listed with their reasons and their age', () => {
    assert.equal(
      render({ suspects: [draft, refactor, lock], window: WINDOW }),
      [
        'Suspects among 3 commits since `v1.4.0` and what is in no commit:',
        '',
        '1. **Not committed**: changes lines next to line 2 of `src/a.js`',
        '2. `12345678` Refactor \\<discounts\\> into \\*rules\\*: wrote line 22 of `src/discounts.js`, 13 days ago',
        '3. `fedcba09` Update: changed `package-lock.json` after `v1.4.0`, 41 days ago',
      ].join('\n'),
    );
  });

  it('are five at most; the rest is counted', () => {
    const text = render({ suspects: Array.from({ length: 8 }, () => refactor), window: WINDOW });
    assert.match(text, /^5\. /m);
    assert.match(text, /_And 3 more\._$/);
  });

  it('leave old code out unless nothing newer touched the places', () => {
    const old: Suspect = { ...refactor, isRecent: false };
    assert.doesNotMatch(render({ suspects: [lock, old], window: WINDOW }), /discounts/);
    assert.match(
      render({ suspects: [old], window: WINDOW }),
      /^Nothing in 3 commits since `v1.4.0` touched these places. Who wrote them:\n\n1\. /,
    );
  });

  it('say in one line why there are none', () => {
    assert.equal(render({ absent: 'restricted' }), '_No suspects: the history is not read in Restricted Mode._');
    assert.match(render({ absent: 'unavailable' }), /^_No suspects: VS Code's Git extension .*_$/);
    assert.match(render({ absent: 'no-repository' }), /no Git repository/);
    assert.match(render({ absent: 'no-commits' }), /no commit yet/);
    assert.equal(render({ window: WINDOW }), 'Nothing in 3 commits since `v1.4.0` touched these places.');
  });

  it('say what was not answered in time', () => {
    assert.equal(render({ unanswered: ['git'] }), '_Not answered in time: `git`. There may be more suspects._');
    assert.match(
      render({ suspects: [refactor], window: WINDOW, unanswered: ['git blame src/b.js'] }),
      /\n\n_Not answered in time: `git blame src\/b.js`/,
    );
  });

  it('name the window they come from', () => {
    const from = (since: Window['since'], commits: number): string => render({ window: { ...WINDOW, since, commits } });
    assert.match(from({ kind: 'upstream', name: 'origin/main' }, 1), /in 1 commit since `origin\/main` touched/);
    assert.match(from({ kind: 'recent' }, 40), /in 40 commits of the last 30 days touched/);
    assert.match(from({ kind: 'recent' }, 200), /in the newest 200 commits touched/);
    assert.match(from({ kind: 'beginning' }, 2), /in 2 commits after the first one touched/);
  });

  it('tell ages in days, months and years', () => {
    const age = (date: string): string => {
      const change = { kind: 'commit', commit: { hash: 'a', subject: 's', date } } as const;
      return /, ([^,]*)$/.exec(render({ suspects: [{ ...refactor, change }] }))![1]!;
    };
    assert.deepEqual(
      [
        '2026-11-23T13:00:00Z',
        '2026-11-22T13:00:00Z',
        '2026-09-26T13:00:00Z',
        '2026-05-01T00:00:00Z',
        '2021-01-01T00:00:00Z',
        '?',
      ].map(age),
      ['in the last 24 hours', '1 day ago', '58 days ago', '6 months ago', '5 years ago', 'at an unknown time'],
    );
  });
});

describe('where to look', () => {
  it('lists the places with links, and says when only the name of a file fits', () => {
    const places = [
      { file: 'src/discounts.js', line: 22, symbol: 'discountOn', link: '/src/discounts.js' },
      { file: 'total.js', isByName: true, link: '/total.js' },
      { file: '/opt/app/gone.js', line: 3 },
    ];
    assert.equal(
      renderWhereToLook(places, undefined, NOW),
      [
        '1. [src/discounts.js:22](</src/discounts.js#L22>) in `discountOn`',
        '2. [total.js](</total.js>) (found by the name of the file only)',
        '3. `/opt/app/gone.js:3`',
      ].join('\n'),
    );
  });

  it('keeps a link whole whatever the file is called', () => {
    assert.match(renderWhereToLook([{ file: 'a<b>.js', link: '/a<b>.js' }], undefined, NOW), /\(<\/a%3Cb%3E\.js>\)/);
  });

  it('asks for a place when the evidence has none, and still shows what changed', () => {
    const text = renderWhereToLook([], { suspects: [lock], window: WINDOW, unanswered: [] }, NOW);
    assert.match(text, /^_No file and line/);
    assert.match(text, /1\. `fedcba09` Update/);
  });
});
