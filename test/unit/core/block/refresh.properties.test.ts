import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { itemsOfBlock, type Block, type BlockItem } from '../../../../src/core/block/model.ts';
import { leftovers, newcomers, refreshBlock, type RefreshOptions } from '../../../../src/core/block/refresh.ts';
import { itemsOf, type Checklist } from '../../../../src/core/checklist/model.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { checklist, pickedBlock, runs, slow } from '../arbitraries.ts';

const refreshing = fc.record({ picked: pickedBlock, checklist, keepsUnknown: fc.boolean() });

describe('refreshing a block, in any text', function () {
  this.timeout(slow);

  it('touches nothing outside the markers', () => {
    fc.assert(
      fc.property(refreshing, ({ picked: { text, block }, checklist, keepsUnknown }) => {
        for (const { range } of refreshBlock(text, block, checklist, { keepsUnknown })) {
          assert.ok(range.start >= block.inner.start && range.start <= range.end && range.end <= block.inner.end);
        }
        const changed = refreshed(text, block, checklist, { keepsUnknown });
        assert.deepEqual(others(changed, block), others(text, block));
      }),
      runs,
    );
  });

  it('loses no state, reason, note or line that a person has written', () => {
    fc.assert(
      fc.property(refreshing, ({ picked: { text, block }, checklist, keepsUnknown }) => {
        const changed = refreshed(text, block, checklist, { keepsUnknown });
        const gone = new Set(keepsUnknown ? [] : leftovers(block, checklist));
        for (const item of gone) assert.ok(!item.isTouched);
        const kept = itemsOfBlock(block).filter((item) => !gone.has(item));
        assertWithin(kept.map(seen), itemsOfBlock(sameBlock(changed, block)).map(seen));
        assertWithin(linesWithout(text, block, gone), linesOf(changed.slice(block.inner.start)));
      }),
      runs,
    );
  });

  it('brings every item of the checklist, and only what it announced', () => {
    fc.assert(
      fc.property(refreshing, ({ picked: { text, block }, checklist, keepsUnknown }) => {
        const added = newcomers(block, checklist, undefined);
        const gone = keepsUnknown ? [] : leftovers(block, checklist);
        const before = itemsOfBlock(block);
        const after = itemsOfBlock(sameBlock(refreshed(text, block, checklist, { keepsUnknown }), block));
        for (const item of itemsOf(checklist))
          assert.ok(after.some((one) => one.id === item.id && one.title !== undefined));
        assert.equal(after.length, before.length + added.length - gone.length);
      }),
      runs,
    );
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(refreshing, ({ picked: { text, block }, checklist, keepsUnknown }) => {
        const once = refreshed(text, block, checklist, { keepsUnknown });
        assert.deepEqual(refreshBlock(once, sameBlock(once, block), checklist, { keepsUnknown }), []);
      }),
      runs,
    );
  });
});

function refreshed(text: string, block: Block, checklist: Checklist, options: RefreshOptions): string {
  return applyEdits(text, refreshBlock(text, block, checklist, options));
}

function sameBlock(text: string, block: Block): Block {
  return findBlocks(text).find((one) => one.checklist === block.checklist && one.occurrence === block.occurrence)!;
}

/** What a person knows of an item. Its id is left out: that of a repeated title counts the ones above it. */
function seen({ title, isMust, state, problem, notes }: BlockItem): unknown {
  return JSON.stringify([title, isMust, state, problem, notes]);
}

function others(text: string, block: Block): unknown[] {
  return findBlocks(text)
    .filter((one) => one.checklist !== block.checklist || one.occurrence !== block.occurrence)
    .map((one) => [one.checklist, one.title, one.isClosed, itemsOfBlock(one).map(seen)]);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}

function linesWithout(text: string, block: Block, gone: ReadonlySet<BlockItem>): string[] {
  let inner = text.slice(0, block.inner.end);
  for (const { range } of [...gone].toReversed()) inner = inner.slice(0, range.start) + inner.slice(range.end);
  return linesOf(inner.slice(block.inner.start));
}

/** All of `few`, in their order, stand in `many`. */
function assertWithin(few: readonly unknown[], many: readonly unknown[]): void {
  let index = 0;
  for (const one of many) if (index < few.length && one === few[index]) index++;
  assert.equal(index, few.length, `lost ${String(few[index])} of\n${few.join('\n')}\nin\n${many.join('\n')}`);
}
