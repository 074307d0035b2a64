import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { UNCOMMITTED, blamedCommit } from '../../../../src/core/suspects/blame.ts';
import { anyText } from './anyText.ts';

/** As git 2.39 prints it. */
const OUTPUT = [
  '^1a2b3c4 (Mara Lindqvist 2026-09-07 09:12:00 +0200 1) const a = 1;',
  '9f8e7d6c (Tomas Okafor   2026-10-27 17:52:00 +0100 2) ',
  '00000000 (Not Committed Yet 2026-11-23 10:00:00 +0100 3) deadbeef (fake 4)',
  '9f8e7d6c src/old name.js (Tomas Okafor 2026-10-27 17:52:00 +0100 4) }',
].join('\n');

describe('reading git blame', () => {
  it('names the commit of a line, without the mark of the first commit', () => {
    assert.deepEqual(
      [1, 2, 4].map((line) => blamedCommit(OUTPUT, line)),
      ['1a2b3c4', '9f8e7d6c', '9f8e7d6c'],
    );
  });

  it('tells a line that is in no commit', () => {
    assert.equal(blamedCommit(OUTPUT, 3), UNCOMMITTED);
  });

  it('reads the marks of ignored revisions and full hashes', () => {
    assert.equal(blamedCommit('?9f8e7d6c (A 2026-01-01 1) x', 1), '9f8e7d6c');
    assert.equal(blamedCommit('*9f8e7d6c (A 2026-01-01 1) x', 1), '9f8e7d6c');
    assert.equal(blamedCommit(`${'ab12'.repeat(10)} (A 2026-01-01 1) x`, 1), 'ab12'.repeat(10));
  });

  it('knows nothing of lines that are not there, or whose hash is hidden', () => {
    for (const line of [0, -1, 5, 1.5, NaN]) assert.equal(blamedCommit(OUTPUT, line), undefined);
    assert.equal(blamedCommit('         (Mara 2026-09-07 1) x', 1), undefined);
    assert.equal(blamedCommit('', 1), undefined);
  });

  it('finds each line of any blame', () => {
    const hash = fc.nat(0xffffff).map((number) => `a${number.toString(16).padStart(7, '0')}`);
    const code = anyText.map((text) => text.replace(/\n/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(hash, code), { minLength: 1, maxLength: 8 }), (lines) => {
        const output = lines.map(([one, text], index) => `${one} (A B 2026-01-01 ${index + 1}) ${text}`).join('\n');
        lines.forEach(([one], index) => assert.equal(blamedCommit(output, index + 1), one));
      }),
    );
  });
});
