import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNote, setItemState } from '../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { findFramed } from '../../../../src/core/block/frame.ts';
import { itemsOfBlock, type BlockItem } from '../../../../src/core/block/model.ts';
import type { Medium } from '../../../../src/core/block/place.ts';
import { correctionIn } from '../../../../src/core/review/correction.ts';
import {
  hasSelection,
  newItems,
  outdatedItems,
  placeSelection,
  type PlaceSelectionOptions,
} from '../../../../src/core/review/placeSelection.ts';
import { selectChecklists } from '../../../../src/core/review/select.ts';
import type { Selection } from '../../../../src/core/review/selection.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { lineCommentOf } from '../../../../src/core/text/lineComment.ts';
import { slow } from '../arbitraries.ts';
import { changeSaying, type Patch } from './diffs.ts';
import { builtIn } from './lists.ts';

const selectionOf = (patch: Patch, message = 'Fix x'): Selection =>
  selectChecklists(changeSaying(message, patch), builtIn);
const schema = selectionOf({ 'db/1.sql': '+ALTER TABLE a DROP COLUMN b;' });
const query = selectionOf({ 'src/a.ts': '+db.query(`SELECT a FROM b WHERE c = ${d}`);\n+el.innerHTML = x;' });
const selections = [
  schema,
  query,
  selectionOf({ 'w.go': '+\tgo work()\n+\tctx := context.Background()' }, 'Add x'),
  selectionOf({ 'main.tf': '+  instance_type = "x"' }, 'Refactor x'),
  selectionOf({ 'README.md': '+x' }),
];
const markdown: Medium = { kind: 'markdown' };
const message: Medium = { kind: 'message' };
const codeOf = (language: string): Medium => ({ kind: 'code', frame: lineCommentOf(language)! });
const media: readonly (readonly [name: string, medium: Medium, start: string])[] = [
  ['Markdown', markdown, '# PR\n\nWords\n'],
  ['Markdown with CRLF', markdown, '# PR\r\n\r\nWords\r\n'],
  ['a commit message', message, 'Subject\n\n# Please enter the message\n'],
  ['TypeScript', codeOf('typescript'), 'const a = 1;\n  const b = 2;\n'],
  ['CSS', codeOf('css'), '.a {\n  color: red;\n}\n'],
  ['HTML', codeOf('html'), '<!doctype html>\n<ul>\n  <li>\n    a</li>\n</ul>\n'],
];

const put = (
  text: string,
  offset: number,
  selection: Selection,
  medium: Medium = markdown,
  options: PlaceSelectionOptions = {},
): string => applyEdits(text, placeSelection(text, offset, selection, medium, options).edits);
const idsOf = (items: readonly { readonly checklist: string; readonly id: string }[]): string[] =>
  items.map(({ checklist, id }) => `${checklist}/${id}`);
const itemsOf = (text: string, medium: Medium = markdown): BlockItem[] => {
  if (medium.kind !== 'code') return findBlocks(text).flatMap(itemsOfBlock);
  const inner = builtIn.map(({ id }) => findFramed(text, id)?.inner ?? '').filter(Boolean);
  return inner.flatMap((one) => findBlocks(one).flatMap(itemsOfBlock));
};
const edit = (
  text: string,
  medium: Medium,
  { checklist }: BlockItem,
  change: (markdown: string) => ReturnType<typeof setItemState>,
): string => {
  const framed = medium.kind === 'code' ? findFramed(text, checklist) : undefined;
  return applyEdits(text, framed ? framed.outer(change(framed.inner)) : change(text));
};

describe('inserting for a change again', () => {
  const before = put('# PR\n', 5, schema);

  it('tells which items are new, and which nobody touched no longer fit', () => {
    assert.deepEqual(newItems(before, schema, markdown), []);
    assert.deepEqual(outdatedItems(before, schema, markdown), []);
    const come = newItems(before, query, markdown).map(({ checklist, item }) => `${checklist.id}/${item.id}`);
    assert.ok(come.includes('review-security/bind-values-into-queries-and-commands'), come.join());
    const go = idsOf(outdatedItems(before, query, markdown));
    assert.ok(go.includes('review-contract/rehearse-the-way-back-with-new-data-in-it'), go.join());
    assert.ok(!go.some((id) => come.includes(id)));
  });

  it('takes out what the user agrees to, with headings and blocks that are left empty', () => {
    const now = put(before, 5, query, markdown, { removes: () => true });
    assert.ok(!now.includes('tpm:checklist review-contract'), now);
    assert.deepEqual(outdatedItems(now, query, markdown), []);
    assert.doesNotMatch(now, /\n\n\n/);
    assert.equal(put(now, 5, query, markdown, { removes: () => true }), now);
  });

  it('leaves every item and heading that a person wrote, and every touched item', () => {
    const [item] = itemsOf(before).filter(({ checklist }) => checklist === 'review-contract');
    const mine = applyEdits(before, setItemState(before, item!, { kind: 'n/a', reason: 'no data yet' })).replace(
      /(<!-- tpm:checklist review-contract -->\n.*\n)/,
      '$1#### Mine\n- [ ] Ask Tomas\n',
    );
    const now = put(mine, 5, query, markdown, { removes: () => true });
    for (const words of [
      '#### Mine\n- [ ] Ask Tomas\n',
      '(n/a: no data yet)',
      '## Review an API, schema or data change',
    ])
      assert.ok(now.includes(words), `${words}\n${now}`);
  });

  it('removes nothing from a list that was inserted whole, unless it is told to', () => {
    assert.ok(!hasSelection('# PR\n'));
    assert.ok(hasSelection(before));
    const kept = put(before, 5, query);
    for (const id of idsOf(itemsOf(before))) assert.ok(idsOf(itemsOf(kept)).includes(id), id);
  });

  it('leaves out what the user does not want', () => {
    const unwanted = newItems(before, query, markdown)[0]!;
    const now = put(before, 5, query, markdown, { skips: ({ item }) => item === unwanted.item });
    assert.ok(!idsOf(itemsOf(now)).includes(`${unwanted.checklist.id}/${unwanted.item.id}`));
    assert.ok(!now.includes(unwanted.item.title), 'nor is a reason given for it');
  });

  for (const [name, medium, start] of media) {
    it(`keeps what the user corrected in ${name}`, () => {
      const said = { role: 'author', kinds: ['feature', 'ui'], base: 'origin/main' } as const;
      const once = put(start, start.length, schema, medium, { correction: said });
      assert.deepEqual(correctionIn(once), said);
      const again = put(once, 0, query, medium);
      assert.deepEqual(correctionIn(again), said);
      assert.equal(again.match(/tpm:reasons/g)?.length, once.match(/tpm:reasons/g)?.length);
      const withdrawn = put(again, 0, query, medium, { correction: { kinds: [] } });
      assert.deepEqual(correctionIn(withdrawn), { kinds: [] });
    });
  }

  const step = fc.record({
    select: fc.nat(selections.length - 1),
    item: fc.nat(30),
    act: fc.constantFrom('done', 'n/a', 'problem', 'note', 'nothing'),
    offset: fc.nat(3000),
    removes: fc.integer({ min: 0, max: 3 }),
    skips: fc.integer({ min: 0, max: 3 }),
    line: fc.nat(40),
  });
  for (const [name, medium, start] of media) {
    it(`loses no state, no reason, no note and no line of others in ${name}, whatever the history`, function () {
      this.timeout(slow * 3);
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
          let text = start;
          let marks = 0;
          const touched = new Map<string, string>();
          for (const { select, item, act, offset, removes, skips } of steps) {
            text = put(text, Math.min(offset, text.length), selections[select]!, medium, {
              removes: ({ id }) => removes > 0 && id.length % removes === 0,
              skips: ({ item: { id } }) => skips > 0 && id.length % skips === 1,
            });
            const items = itemsOf(text, medium);
            for (const [key, words] of touched) {
              const found = items.find((one) => `${one.checklist}/${one.id}` === key);
              assert.ok(found && JSON.stringify([found.state, found.notes]) === words, `${key}: ${words}\n${text}`);
            }
            assert.equal(new Set(idsOf(items)).size, items.length, text);
            for (const line of start.trim().split(/\s*\n\s*/)) assert.ok(text.includes(line), line);
            const one = items[item % Math.max(1, items.length)];
            if (!one || act === 'nothing') continue;
            const words = `because ${marks++}`;
            const state =
              act === 'done'
                ? { kind: act }
                : act === 'n/a'
                  ? { kind: act, reason: words }
                  : { kind: 'problem' as const, note: words };
            text = edit(text, medium, one, (markdown) =>
              act === 'note' ? addNote(markdown, one, words) : setItemState(markdown, one, state),
            );
            const now = itemsOf(text, medium).find(
              ({ checklist, id }) => checklist === one.checklist && id === one.id,
            )!;
            assert.ok(now.isTouched);
            touched.set(`${one.checklist}/${one.id}`, JSON.stringify([now.state, now.notes]));
          }
        }),
        { numRuns: 170 },
      );
    });
  }
});
