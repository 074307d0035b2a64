import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNote, setItemState } from '../../../../src/core/block/edit.ts';
import { findBlocks, findItem } from '../../../../src/core/block/find.ts';
import { itemsOfBlock, type BlockItem, type ItemState } from '../../../../src/core/block/model.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { itemState, pickedItem, runs, slow, typed } from '../arbitraries.ts';

describe('marking an item, in any text', function () {
  this.timeout(slow);

  it('changes the characters of that item only', () => {
    fc.assert(
      fc.property(pickedItem, itemState, ({ text, item }, state) => {
        const changed = applyEdits(text, setItemState(text, item, state));
        assert.equal(changed.slice(0, item.range.start), text.slice(0, item.range.start));
        assert.ok(changed.endsWith(text.slice(item.range.end)));
        assert.ok(changed.length >= item.range.start + text.length - item.range.end);
      }),
      runs,
    );
  });

  it('gives it that state, and leaves the title and notes of the item and all other items as they were', () => {
    fc.assert(
      fc.property(pickedItem, itemState, ({ text, item }, state) => {
        const changed = applyEdits(text, setItemState(text, item, state));
        assert.deepEqual(statesOf(changed, item), statesOf(text, item));
        const found = findItem(changed, item)!;
        assert.deepEqual(normalised(found.state), normalised(state));
        assert.deepEqual([found.title, found.isMust, found.notes], [item.title, item.isMust, item.notes]);
      }),
      runs,
    );
  });

  it('and marking it open again gives the same bytes', () => {
    fc.assert(
      fc.property(pickedItem, itemState, ({ text, item }, state) => {
        const open = applyEdits(text, setItemState(text, item, { kind: 'open' }));
        const marked = applyEdits(open, setItemState(open, item, state));
        assert.equal(applyEdits(marked, setItemState(marked, item, { kind: 'open' })), open);
      }),
      runs,
    );
  });

  it('is not needed twice', () => {
    fc.assert(
      fc.property(pickedItem, itemState, ({ text, item }, state) => {
        const changed = applyEdits(text, setItemState(text, item, state));
        assert.deepEqual(setItemState(changed, item, state), []);
      }),
      runs,
    );
  });
});

describe('adding a note, in any text', function () {
  this.timeout(slow);

  it('adds it behind the notes of that item and leaves the rest as it was', () => {
    fc.assert(
      fc.property(pickedItem, typed, ({ text, item }, note) => {
        const changed = applyEdits(text, addNote(text, item, note));
        assert.equal(changed.slice(0, item.range.start), text.slice(0, item.range.start));
        assert.ok(changed.endsWith(text.slice(item.range.end)));
        assert.deepEqual(statesOf(changed, item), statesOf(text, item));
        const found = findItem(changed, item)!;
        const added = readBack(note);
        assert.deepEqual([...found.notes].toSorted(), [...item.notes, ...(added === '' ? [] : [added])].toSorted());
        assert.deepEqual([found.title, found.state], [item.title, item.state]);
      }),
      runs,
    );
  });
});

/** All items of all blocks as a person sees them, but for the given one. */
function statesOf(text: string, without: BlockItem): unknown[] {
  return findBlocks(text).map((block) => [
    block.checklist,
    block.title,
    block.isClosed,
    block.sections.map((section) => section.title),
    itemsOfBlock(block)
      .filter(
        (item) =>
          item.occurrence !== without.occurrence || item.checklist !== without.checklist || item.id !== without.id,
      )
      .map(({ id, title, isMust, state, problem, notes }) => ({ id, title, isMust, state, problem, notes })),
  ]);
}

/** What a reason or note must read as: one line, no comment, no strike-through. Says it in its own way, not with the code under test. */
function readBack(words: string): string {
  const line = words
    .split(/\s/u)
    .filter((word) => word !== '')
    .join(' ');
  return line.replaceAll(/~~+/g, '~').replaceAll('<!--', '<\\!--').replaceAll('-->', '--\\>');
}

function normalised(state: ItemState): ItemState {
  if (state.kind === 'n/a') return { ...state, reason: readBack(state.reason) };
  return state.kind === 'problem' ? { ...state, note: readBack(state.note) } : state;
}
