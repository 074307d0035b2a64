import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { itemsOfBlock } from '../../../../src/core/block/model.ts';
import { refreshBlock } from '../../../../src/core/block/refresh.ts';
import { renderBlock } from '../../../../src/core/block/render.ts';
import { itemsOf } from '../../../../src/core/checklist/model.ts';
import { checklist, runs, slow } from '../arbitraries.ts';

const options = fc.record({
  isPlain: fc.boolean(),
  headingLevel: fc.integer({ min: 1, max: 6 }),
  lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
});

describe('a block made of any checklist', function () {
  this.timeout(slow);

  it('reads back with the same title, sections, ids and musts, everything open', () => {
    fc.assert(
      fc.property(checklist, options, fc.constantFrom('', 'Some words.\n\n'), (checklist, options, above) => {
        const [block, ...more] = findBlocks(`${above}${renderBlock(checklist, options)}\n\nThe end.`);
        assert.deepEqual(more, []);
        assert.equal(block?.checklist, checklist.id);
        assert.ok(block.isClosed);
        assert.equal(block.title, checklist.title);
        assert.deepEqual(
          itemsOfBlock(block).map(({ id, title, isMust, state, isTouched }) => ({
            id,
            title,
            isMust,
            state: state.kind,
            isTouched,
          })),
          itemsOf(checklist).map(({ id, title, isMust }) => ({ id, title, isMust, state: 'open', isTouched: false })),
        );
        const named = checklist.sections.filter((section) => section.items.length && section.title !== '');
        assert.deepEqual(
          block.sections.filter((section) => section.line !== undefined).map((section) => section.title),
          named.map((section) => section.title),
        );
      }),
      runs,
    );
  });

  it('keeps the ids of its items when some of them are left out', () => {
    fc.assert(
      fc.property(checklist, options, fc.array(fc.boolean(), { minLength: 1 }), (checklist, options, picks) => {
        const items = itemsOf(checklist);
        const taken = new Set(items.filter((_, index) => picks[index % picks.length]));
        const text = renderBlock(checklist, { ...options, includes: (item) => taken.has(item) });
        assert.deepEqual(
          itemsOfBlock(findBlocks(text)[0]!).map(({ id }) => id),
          [...taken].map(({ id }) => id),
        );
      }),
      runs,
    );
  });

  it('has nothing to refresh', () => {
    fc.assert(
      fc.property(checklist, options, (checklist, options) => {
        const text = renderBlock(checklist, options);
        assert.deepEqual(refreshBlock(text, findBlocks(text)[0]!, checklist), []);
      }),
      runs,
    );
  });
});
