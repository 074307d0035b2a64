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

const HERE = { places: [{ file: 'src/discounts.js', line: 22 }], commands: ['npm test'] };

function render(found: Partial<Suspects>, fault: Parameters<typeof renderSuspects>[2] = HERE): string {
  return renderSuspects({ suspects: [], unanswered: [], ...found }, NOW, fault);
}

describe('suspects in a record', () => {
  it('are listed with their reasons and their age', () => {
    assert.equal(
      render({ suspects: [draft, refactor, lock], window: WINDOW }),
      [
        'Changes since `v1.4.0` (3 commits) that may have brought the fault:',
        '',
        '1. **Not committed**: changes lines next to line 2 of `src/a.js`',
        '2. `12345678` Refactor \\<discounts\\> into \\*rules\\*: wrote line 22 of `src/discounts.js`, 13 days ago',
        '3. `fedcba09` Update: changed which versions are installed, in `package-lock.json` after `v1.4.0`, 41 days ago',
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
      /^No change since `v1.4.0` \(3 commits\) touches these places. Who wrote them before that:\n\n1\. /,
    );
  });

  it('say in one line why there are none', () => {
    assert.equal(render({ absent: 'restricted' }), '_No suspects: the history is not read in Restricted Mode._');
    assert.match(render({ absent: 'unavailable' }), /^_No suspects: VS Code's Git extension .*_$/);
    assert.match(render({ absent: 'no-repository' }), /no Git repository/);
    assert.match(render({ absent: 'no-commits' }), /no commit yet/);
    assert.equal(render({ window: WINDOW }), 'No change since `v1.4.0` (3 commits) touches these places.');
  });

  it('say nothing about places or repositories when the evidence names no place', () => {
    const nowhere = { places: [], commands: [] };
    assert.equal(render({ window: WINDOW }, nowhere), '');
    assert.equal(render({ absent: 'no-repository' }, nowhere), '');
    assert.match(render({ absent: 'restricted' }, nowhere), /Restricted Mode/);
  });

  it('say that a history of one commit has no change to suspect, whoever wrote the line', () => {
    assert.equal(
      render({ suspects: [{ ...refactor, isRecent: false }] }),
      'The history has no two commits to compare, so there is no change to suspect.',
    );
  });

  it('leave out a lockfile that the failing run itself writes, unless its manifest was changed too', () => {
    const changed = (...files: string[]): Suspect => ({
      change: { kind: 'uncommitted' },
      isRecent: true,
      reasons: files.map((file) => ({ kind: file.endsWith('.lock') ? 'dependencies' : 'configuration', file })),
    });
    const cargo = { ...HERE, commands: ['cargo run -q'] };
    assert.doesNotMatch(render({ suspects: [changed('rs/Cargo.lock')], window: WINDOW }, cargo), /Cargo/);
    assert.match(
      render({ suspects: [changed('rs/Cargo.toml', 'rs/Cargo.lock')], window: WINDOW }, cargo),
      /Cargo\.lock/,
    );
    assert.match(render({ suspects: [changed('rs/Cargo.lock')], window: WINDOW }), /Cargo\.lock/);
  });

  it('leave out what merely lies uncommitted when nothing ties it to the fault', () => {
    const dirty: Suspect = { ...draft, reasons: [{ kind: 'configuration', file: 'tsconfig.json' }] };
    assert.equal(render({ suspects: [dirty], window: WINDOW }, { places: [], commands: [] }), '');
    assert.match(
      render({ suspects: [dirty], window: WINDOW }, { places: [], commands: ['npm run build'] }),
      /changes the configuration `tsconfig\.json`/,
    );
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
    assert.match(
      from({ kind: 'upstream', name: 'origin/main' }, 1),
      /change since `origin\/main` \(1 commit\) touches/,
    );
    assert.match(from({ kind: 'recent' }, 40), /change in the last 30 days \(40 commits\) touches/);
    assert.match(from({ kind: 'recent' }, 200), /change in the newest 200 commits touches/);
    assert.match(from({ kind: 'beginning' }, 2), /change since the first commit \(2 commits\) touches/);
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

  it('names no function that has no name', () => {
    for (const symbol of ['<module>', 'Object.<anonymous>', 'TestContext.<anonymous>', 'total.<locals>.<genexpr>'])
      assert.equal(renderWhereToLook([{ file: 'a.py', line: 2, symbol }], undefined, NOW), '1. `a.py:2`');
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
