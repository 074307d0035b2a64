import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setItemState } from '../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { itemsOfBlock } from '../../../../src/core/block/model.ts';
import type { Medium } from '../../../../src/core/block/place.ts';
import { placeSelection } from '../../../../src/core/review/placeSelection.ts';
import { selectChecklists } from '../../../../src/core/review/select.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { runs, slow } from '../arbitraries.ts';
import { changeOf, changeSaying, type Patch } from './diffs.ts';
import { builtIn } from './lists.ts';

const patches: readonly Patch[] = [
  { 'db/1.sql': '+ALTER TABLE a DROP COLUMN b;' },
  { 'src/a.ts': '+db.query(`SELECT a FROM b WHERE c = ${d}`);\n+el.innerHTML = x;' },
  { 'w.go': '+\tgo work()\n+\tctx := context.Background()' },
  { 'main.tf': '+  instance_type = "x"' },
];
const selections = patches.map((patch) => selectChecklists(changeSaying('Fix x', patch), builtIn));
const markdown: Medium = { kind: 'markdown' };
const put = (text: string, offset: number, index: number, medium: Medium = markdown): string =>
  applyEdits(text, placeSelection(text, offset, selections[index]!, medium).edits);
const statesOf = (text: string): Map<string, string> =>
  new Map(
    findBlocks(text).flatMap((block) =>
      itemsOfBlock(block).map((item) => [`${item.checklist}/${item.id}`, item.state.kind]),
    ),
  );

describe('placing a selection', () => {
  it('puts one block for each checklist side by side, at the level of the text around', () => {
    const text = put('# Pull request\n\nWords.\n', 16, 0);
    const blocks = findBlocks(text);
    assert.deepEqual(
      blocks.map(({ checklist }) => checklist),
      selections[0]!.blocks.map(({ checklist }) => checklist.id),
    );
    assert.deepEqual([...text.matchAll(/^(#+) /gm)].filter(([, marks]) => marks!.length === 2).length, blocks.length);
    assert.ok(text.startsWith('# Pull request\n') && text.includes('Words.'));
  });

  it('folds the reasons below the blocks, as text without boxes', () => {
    const text = put('', 0, 0);
    const reasons = text.slice(text.indexOf('<!-- tpm:reasons -->'));
    assert.match(reasons, /<summary>Why these \d+ items, and \d+ more for this change<\/summary>/);
    assert.match(
      reasons,
      /- \*\*Rehearse the way back with new data in it\*\* \(Review an API, schema or data change\): `db\/1.sql:1` drops a column/,
    );
    assert.ok(!/- \[.\]/.test(reasons));
    assert.equal([...text.matchAll(/- \[ \]/g)].length, selections[0]!.inSight.length);
  });

  it('quotes what the author of a change wrote as code, so that it cannot become part of the text', () => {
    const hostile = 'Fix it @everyone ![x](https://x.example/x) ``` <img src=x> <!-- /tpm:reasons -->';
    const patch: Patch = { 'src/a`<!-- tpm:checklist x -->.ts': '-old line\n+el.innerHTML = x;' };
    const author = { name: '@everyone <img src=y>' };
    const about = { branch: 'fix/`<b>`', user: { name: 'Mara' }, commits: [{ message: hostile, author }] };
    const selection = selectChecklists(changeOf(patch, about), builtIn);
    const text = applyEdits('', placeSelection('', 0, selection, markdown).edits);
    const prose = text.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, 'code');
    assert.ok(text.includes('@everyone'));
    assert.doesNotMatch(prose, /@everyone|<img|!\[|<b>|tpm:checklist x/);
    assert.deepEqual(
      findBlocks(text).map(({ checklist }) => checklist),
      selection.blocks.map(({ checklist }) => checklist.id),
    );
  });

  it('changes nothing the second time, in Markdown, messages and code', () => {
    for (const [text, medium] of [
      ['# PR\n', markdown],
      ['', markdown],
      ['Subject\n\n# Please enter the message\n', { kind: 'message' }],
      ['', { kind: 'message' }],
      ['int a;\nint b;\n', { kind: 'code', frame: { before: '// ', after: '' } }],
    ] as const) {
      const once = put(text, Math.min(7, text.length), 1, medium);
      const again = placeSelection(once, Math.min(7, text.length), selections[1]!, medium);
      assert.deepEqual([again.edits, again.inserted, again.addedItems], [[], 0, 0], text);
    }
  });

  it('keeps line endings, and leaves lines between the blocks alone', () => {
    const once = put('# PR\r\n', 6, 0);
    assert.ok(!/[^\r]\n/.test(once));
    const between = once.replace('<!-- /tpm:checklist -->\r\n', '<!-- /tpm:checklist -->\r\nA note of mine\r\n');
    const { edits } = placeSelection(between, 6, selections[1]!, markdown);
    const mine = between.indexOf('A note of mine');
    assert.ok(
      edits.length > 0 &&
        edits.every(({ range }) => range.end <= mine || range.start >= mine + 'A note of mine\r\n'.length),
    );
  });

  it('says nothing and inserts nothing where nothing fits', () => {
    const none = selectChecklists(changeSaying('Update', { 'README.md': '+x' }), builtIn);
    assert.deepEqual(placeSelection('text', 0, none, markdown).edits, []);
  });

  it('never loses a state, whatever the change becomes', function () {
    this.timeout(slow);
    const step = fc.record({
      select: fc.nat(patches.length - 1),
      tick: fc.nat(30),
      kind: fc.nat(2),
      offset: fc.nat(2000),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('', '# PR\n\nWords\n', 'a\r\nb\r\n'),
        (steps, start) => {
          let text: string = start;
          for (const { select, tick, kind, offset } of steps) {
            const before = statesOf(text);
            text = put(text, Math.min(offset, text.length), select);
            const after = statesOf(text);
            for (const [key, state] of before) assert.equal(after.get(key), state, key);
            const items = findBlocks(text).flatMap(itemsOfBlock);
            const item = items[tick % items.length]!;
            const states = [
              { kind: 'done' },
              { kind: 'n/a', reason: 'none here' },
              { kind: 'problem', note: 'x' },
            ] as const;
            text = applyEdits(text, setItemState(text, item, states[kind]!));
            for (const word of start.trim().split(/\s+/)) assert.ok(text.includes(word));
          }
        },
      ),
      runs,
    );
  });
});
