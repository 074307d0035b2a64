import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordFileName } from '../../../../src/core/record/fileName.ts';
import { anyText, runs } from '../arbitraries.ts';

const day = '2026-11-23';

describe('the file name of a record', () => {
  const cases: readonly [string, string, string][] = [
    ['is the day and the title', 'Slow /orders: p95 2.8 s!', '2026-11-23-slow-orders-p95-28-s.md'],
    ['keeps letters and marks of every script', 'Größe त्रुटि 日本', '2026-11-23-größe-त्रुटि-日本.md'],
    ['has no path in it', '../../etc/passwd', '2026-11-23-etc-passwd.md'],
    ['keeps the parts of a branch apart', 'Review of feature/gift-wrap', '2026-11-23-review-of-feature-gift-wrap.md'],
    ['has a word where the title gives none', '🎉 ⚠️ ...', '2026-11-23-record.md'],
    [
      'ends with a whole word',
      'since Monday the export hangs for big customers, sometimes works on retry',
      '2026-11-23-since-monday-the-export-hangs-for-big-customers-sometimes.md',
    ],
    ['is cut inside of a word that is longer than all', 'x'.repeat(80), `2026-11-23-${'x'.repeat(60)}.md`],
    ['composes accents', 'Gro\u0308ße', '2026-11-23-größe.md'],
  ];
  for (const [name, title, expected] of cases) it(name, () => assert.equal(recordFileName(day, title, []), expected));

  it('is never one that is taken, whatever its case', () => {
    assert.equal(recordFileName(day, 'A', ['2026-11-23-A.md', '2026-11-23-a-2.MD']), '2026-11-23-a-3.md');
    assert.equal(recordFileName(day, 'ö', ['2026-11-23-o\u0308.md']), '2026-11-23-ö-2.md');
  });

  it('is one that every system takes, for any title', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const name = recordFileName(day, title, []);
        assert.match(name, /^2026-11-23-[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.md$/u);
        assert.ok(Array.from(name).length <= 74);
        assert.notEqual(recordFileName(day, title, [name]), name);
      }),
      runs,
    );
  });
});
