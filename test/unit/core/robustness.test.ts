import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNote, setItemState } from '../../../src/core/block/edit.ts';
import { findBlocks, findItem } from '../../../src/core/block/find.ts';
import { itemsOfBlock, progressOf } from '../../../src/core/block/model.ts';
import { refreshBlock } from '../../../src/core/block/refresh.ts';
import { itemsOf, type Checklist } from '../../../src/core/checklist/model.ts';
import { parseChecklist } from '../../../src/core/checklist/parse.ts';
import { outlineOf } from '../../../src/core/markdown/outline.ts';
import { parseRecord } from '../../../src/core/record/parse.ts';
import { readFrontMatter, setFrontMatterValue } from '../../../src/core/text/frontMatter.ts';
import { applyEdits, type Range } from '../../../src/core/text/edits.ts';
import { anyText, checklist, itemState, runs, slow, someMarkdown, textWithFrontMatter, typed } from './arbitraries.ts';

const anything = fc.oneof(
  anyText,
  someMarkdown,
  textWithFrontMatter,
  anyText.map((text) => `---\n${text}\n---\n`),
);
const item = { checklist: 'one', id: 'a' };

describe('any text at all', function () {
  this.timeout(slow);

  it('is read without an exception, and every range lies inside it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const ranges = rangesIn([
          findBlocks(text),
          parseChecklist(text),
          parseRecord(text),
          readFrontMatter(text),
          outlineOf(text).nodes,
        ]);
        for (const { start, end } of ranges)
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
      }),
      runs,
    );
  });

  it('has its problems on lines that are there', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const problem of [...parseChecklist(text).problems, ...parseRecord(text).problems]) {
          assert.ok(problem.line >= 0 && problem.line < lines, `${problem.code} on line ${problem.line} of ${lines}`);
        }
      }),
      runs,
    );
  });

  it('has blocks that lie behind one another, each with its items in order and inside it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        for (const block of findBlocks(text)) {
          assert.ok(
            block.range.start >= end && block.range.start <= block.inner.start && block.inner.end <= block.range.end,
          );
          end = block.inner.start;
          for (const { range, titleRange, state } of itemsOfBlock(block)) {
            assert.ok(range.start >= end && range.end <= block.inner.end);
            assert.ok(
              range.start < titleRange.start && titleRange.start < titleRange.end && titleRange.end <= range.end,
            );
            if (state.kind === 'done') assert.match(text.slice(range.start, titleRange.start), /\[[xX]\][ \t]+$/);
            end = range.end;
          }
          end = block.range.end;
        }
      }),
      runs,
    );
  });

  it('is changed without an exception', () => {
    fc.assert(
      fc.property(anything, itemState, typed, checklist, (text, state, words, checklist: Checklist) => {
        for (const at of [item, ...findBlocks(text).flatMap(itemsOfBlock)]) {
          findItem(text, at);
          applyEdits(text, [...setItemState(text, at, state)]);
          applyEdits(text, [...addNote(text, at, words)]);
        }
        for (const block of findBlocks(text)) refreshBlock(text, block, checklist);
        for (const key of ['status', words]) setFrontMatterValue(text, key, words);
      }),
      runs,
    );
  });
});

describe('a block of 10,000 items', function () {
  this.timeout(slow);

  const count = 10_000;
  const titles = Array.from({ length: count }, (_, index) => (index % 2 ? 'The same again' : `Step ${index}`));
  const lines = [
    '<!-- tpm:checklist one -->',
    '### Much',
    ...titles.map((title) => `- [ ] ${title}`),
    '<!-- /tpm:checklist -->',
    '',
  ];
  const text = lines.join('\n');

  it('has them all, each under an id of its own', () => {
    const items = findBlocks(text).flatMap(itemsOfBlock);
    assert.deepEqual(progressOf(items), { settled: 0, total: count, problems: 0, openMusts: 0 });
    assert.equal(new Set(items.map(({ id }) => id)).size, count);
  });

  it('gets the last one ticked with one character', () => {
    const changed = applyEdits(
      text,
      setItemState(text, { checklist: 'one', id: `the-same-again-${count / 2 - 1}` }, { kind: 'done' }),
    );
    const expected = lines.with(count + 1, '- [x] The same again').join('\n');
    assert.ok(changed === expected);
  });

  it('takes in 100 more and has nothing left to do', () => {
    const more = titles.slice(0, 100).map((title) => `- [ ] More of ${title}`);
    const { checklist } = parseChecklist(['# Much', '## Steps', ...lines.slice(2, -2), ...more].join('\n'));
    const changed = applyEdits(text, refreshBlock(text, findBlocks(text)[0]!, checklist));
    const block = findBlocks(changed)[0]!;
    assert.equal(itemsOfBlock(block).length, count + 100);
    assert.equal(itemsOf(checklist).length, count + 100);
    assert.deepEqual(refreshBlock(changed, block, checklist), []);
  });
});

/** Every range in a tree of plain objects, arrays and maps. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return rangesIn([...value.values()]);
  const { start, end } = value as Partial<Range>;
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}
