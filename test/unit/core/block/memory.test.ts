import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setItemState, setRecheck } from '../../../../src/core/block/edit.ts';
import { findItem } from '../../../../src/core/block/find.ts';
import { progressOf, type ItemState } from '../../../../src/core/block/model.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { pickedItem, runs, slow, typed } from '../arbitraries.ts';

const HEAD = '4f2a91c03b5d6e7f80912a3b4c5d6e7f80912a3b';
const blockOf = (...lines: readonly string[]): string =>
  ['<!-- tpm:checklist one -->', '### One', ...lines, '<!-- /tpm:checklist -->', ''].join('\n');
const at = { checklist: 'one', id: 'know-the-rollback' };
const mark = (text: string, state: ItemState, commit?: string): string =>
  applyEdits(text, setItemState(text, at, state, commit));
const recheck = (text: string, words: string | undefined): string => applyEdits(text, setRecheck(text, at, words));

describe('what an answer is about', () => {
  const open = blockOf('- [ ] Know the rollback');

  it('is written below an item that is settled at another commit than the record, and read back', () => {
    const done = mark(open, { kind: 'done' }, HEAD);
    assert.equal(done, blockOf('- [x] Know the rollback', '  - Checked at: 4f2a91c03b'));
    assert.equal(findItem(done, at)?.checkedAt, '4f2a91c03b');
    const other = mark(done, { kind: 'done' }, 'abcdef0123456789');
    assert.equal(other, blockOf('- [x] Know the rollback', '  - Checked at: abcdef0123'));
    assert.equal(mark(other, { kind: 'done' }), blockOf('- [x] Know the rollback'));
  });

  it('goes with the tick, and is not written below what is not settled', () => {
    const done = mark(open, { kind: 'done' }, HEAD);
    assert.equal(mark(done, { kind: 'open' }, HEAD), open);
    assert.equal(
      mark(done, { kind: 'problem', note: 'none' }, HEAD),
      blockOf('- [ ] Know the rollback', '  - Problem: none'),
    );
  });

  it('gives way to what has to be checked again, which an answer takes away', () => {
    const done = mark(open, { kind: 'n/a', reason: 'no data' }, HEAD);
    const again = recheck(done, '`src/a.ts` (since 4f2a91c03b)');
    assert.equal(
      again,
      blockOf('- [x] ~~Know the rollback~~ (n/a: no data)', '  - Re-check: `src/a.ts` (since 4f2a91c03b)'),
    );
    const item = findItem(again, at)!;
    assert.equal(item.recheck, '`src/a.ts` (since 4f2a91c03b)');
    assert.deepEqual(progressOf([item]), { settled: 0, total: 1, problems: 0, openMusts: 0, rechecks: 1 });
    assert.equal(
      mark(again, item.state, 'abcdef0123456789'),
      blockOf('- [x] ~~Know the rollback~~ (n/a: no data)', '  - Checked at: abcdef0123'),
    );
    assert.equal(mark(again, item.state), blockOf('- [x] ~~Know the rollback~~ (n/a: no data)'));
  });

  it('is not what a person wrote with the same words', () => {
    const text = blockOf(
      '- [x] Know the rollback',
      '  - Re-check: after the release',
      '  - Checked at: the staging server',
      '  - Note: kept',
    );
    const item = findItem(text, at)!;
    assert.deepEqual([item.recheck, item.checkedAt], [undefined, undefined]);
    const open = mark(text, { kind: 'open' });
    assert.equal(open, text.replace('[x]', '[ ]'));
  });

  it('keeps the line endings of the text, and paths with ticks and comments harmless', () => {
    const text = open.replaceAll('\n', '\r\n');
    const done = mark(text, { kind: 'done' }, HEAD);
    assert.ok(!/[^\r]\n/.test(done));
    const again = recheck(done, '`` a`<!--.ts `` (since 4f2a91c03b)');
    assert.ok(again.endsWith('<!-- /tpm:checklist -->\r\n'));
    assert.equal(findItem(again, at)?.recheck, '`` a`<\\!--.ts `` (since 4f2a91c03b)');
  });

  it('stays within its item in any text, and goes without a trace', function () {
    this.timeout(slow);
    fc.assert(
      fc.property(pickedItem, typed, ({ text, item }, note) => {
        const settled = applyEdits(text, setItemState(text, item, { kind: 'n/a', reason: note }));
        const plain = applyEdits(settled, setRecheck(settled, item, undefined));
        const marked = applyEdits(plain, setRecheck(plain, item, '`src/a.ts` (since 4f2a91c03b)'));
        const [before, after] = [findItem(plain, item)!, findItem(marked, item)!];
        assert.deepEqual(
          [after.title, after.state, after.notes, after.problem],
          [before.title, before.state, before.notes, before.problem],
        );
        assert.equal(after.recheck, '`src/a.ts` (since 4f2a91c03b)');
        assert.equal(marked.slice(0, before.range.start), plain.slice(0, before.range.start));
        assert.ok(marked.endsWith(plain.slice(before.range.end)));
        assert.equal(applyEdits(marked, setRecheck(marked, item, undefined)), plain);
      }),
      runs,
    );
  });
});
