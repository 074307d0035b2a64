import assert from 'node:assert/strict';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { leftovers, newcomers, refreshBlock, type RefreshOptions } from '../../../../src/core/block/refresh.ts';
import { itemsOf } from '../../../../src/core/checklist/model.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';

const { checklist } = parseChecklist(`---
id: one
---
# One
## Shape
- [ ] A
- [ ] **B**
- [ ] C
## Risk
- [ ] D
`);

describe('refreshing a block', () => {
  const cases: readonly [name: string, before: string[], after: string[]][] = [
    [
      'does nothing to one that is up to date',
      ['### One', '#### Shape', '- [x] A', '- [ ] **B**', '- [ ] C', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '- [x] A', '- [ ] **B**', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'brings new items at their place',
      ['### One', '#### Shape', '- [x] ~~B~~ (n/a: r)', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '- [ ] A', '- [x] ~~B~~ (n/a: r)', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'brings new sections behind the one before',
      ['### One', '#### Shape', '- [ ] A', '  - Note: n', '- [ ] B', '- [ ] C', '', 'By hand.'],
      [
        '### One',
        '#### Shape',
        '- [ ] A',
        '  - Note: n',
        '- [ ] B',
        '- [ ] C',
        '',
        'By hand.',
        '',
        '#### Risk',
        '- [ ] D',
      ],
    ],
    [
      'brings a new first section below the title',
      ['### One', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '- [ ] A', '- [ ] **B**', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'does not split a title that is underlined',
      ['One', '---', '#### Risk', '- [ ] D'],
      ['One', '---', '#### Shape', '- [ ] A', '- [ ] **B**', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'keeps text below the title apart from the new items',
      ['## One', 'Words.', '### Risk', '- [ ] D'],
      ['## One', '### Shape', '- [ ] A', '- [ ] **B**', '- [ ] C', '', 'Words.', '### Risk', '- [ ] D'],
    ],
    [
      'takes out untouched items that left the checklist',
      ['### One', '#### Shape', '- [ ] Old', '- [ ] A', '- [ ] B', '- [ ] C', '- [ ] Older', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '- [ ] A', '- [ ] B', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'keeps items that left the checklist when somebody has touched them',
      [
        '### One',
        '#### Shape',
        '- [x] Old',
        '- [ ] Two',
        '  lines',
        '- [ ] A',
        '- [ ] B',
        '- [ ] C',
        '#### Risk',
        '- [ ] D',
      ],
      [
        '### One',
        '#### Shape',
        '- [x] Old',
        '- [ ] Two',
        '  lines',
        '- [ ] A',
        '- [ ] B',
        '- [ ] C',
        '#### Risk',
        '- [ ] D',
      ],
    ],
    [
      'finds a section that was renamed by its items',
      ['### One', '#### My shape', '- [ ] A', '- [x] B', '#### Risk', '- [ ] D'],
      ['### One', '#### My shape', '- [ ] A', '- [x] B', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'indents new items like the ones around',
      ['### One', '#### Shape', '  - [ ] A', '  - [x] C', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '  - [ ] A', '  - [ ] **B**', '  - [x] C', '#### Risk', '- [ ] D'],
    ],
    [
      'does not take the closing marker into a new item',
      ['### One', '#### Shape', '- [ ] A', '- [ ] B', '- [ ] C', '#### Risk', '  <!-- note -->'],
      ['### One', '#### Shape', '- [ ] A', '- [ ] B', '- [ ] C', '#### Risk', '  - [ ] D', '  <!-- note -->'],
    ],
    [
      'writes plain lines where the block has no headings',
      ['One', '', 'Shape:', '', '- [ ] A', '- [ ] B', '- [ ] C'],
      ['One', '', 'Shape:', '', '- [ ] A', '- [ ] B', '- [ ] C', '', 'Risk:', '', '- [ ] D'],
    ],
    [
      'fills a block of two bare markers',
      [],
      ['#### Shape', '- [ ] A', '- [ ] **B**', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
    [
      'keeps paragraph and rule apart when the item between them goes',
      ['### One', '#### Shape', '- [ ] A', '- [ ] B', '- [ ] C', '#### Risk', 'Words', '- [ ] Old', '---', '- [ ] D'],
      ['### One', '#### Shape', '- [ ] A', '- [ ] B', '- [ ] C', '#### Risk', 'Words', '', '---', '- [ ] D'],
    ],
    [
      'keeps an indented item from becoming nested when the one above goes',
      ['### One', '#### Shape', '- [ ] A', ' - [ ] Old', '  - [x] B', '- [ ] C', '#### Risk', '- [ ] D'],
      ['### One', '#### Shape', '- [ ] A', '<!-- -->', '  - [x] B', '- [ ] C', '#### Risk', '- [ ] D'],
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(refreshed(inBlock(before)), inBlock(after));
      assert.equal(refreshed(inBlock(after)), inBlock(after));
    });
  }

  it('keeps unknown items when it is asked to', () => {
    const text = inBlock([
      '### One',
      '#### Shape',
      '- [ ] Mine',
      '- [ ] A',
      '- [ ] B',
      '- [ ] C',
      '#### Risk',
      '- [ ] D',
    ]);
    assert.equal(refreshed(text, { keepsUnknown: true }), text);
  });

  it('leaves out what is not included, and does not take it out either', () => {
    const includes: RefreshOptions['includes'] = (item) => item.id === 'a';
    assert.equal(
      refreshed(inBlock(['### One', '#### Shape', '- [ ] C']), { includes }),
      inBlock(['### One', '#### Shape', '- [ ] A', '- [ ] C']),
    );
  });

  it('says before what it will bring and take', () => {
    const block = findBlocks(inBlock(['#### Shape', '- [ ] Old', '- [x] Kept', '- [ ] A']))[0]!;
    assert.deepEqual(
      newcomers(block, checklist, undefined).map(({ id }) => id),
      ['b', 'c', 'd'],
    );
    assert.deepEqual(
      leftovers(block, checklist).map(({ id }) => id),
      ['old'],
    );
    assert.deepEqual(itemsOf(checklist).length, 4);
  });

  it('keeps the first of two items of one name when the second one is touched, since ids count', () => {
    const block = findBlocks(inBlock(['- [ ] Same', '- [x] Same', '- [ ] Step 2', '- [x] Step 3']))[0]!;
    assert.deepEqual(
      leftovers(block, checklist).map(({ id }) => id),
      ['step-2'],
    );
  });

  it('keeps all but the last of them when the last one is touched', () => {
    const block = findBlocks(inBlock(['- [ ] Same', '- [ ] Same', '- [x] Same']))[0]!;
    assert.deepEqual(leftovers(block, checklist), []);
  });

  it('puts an item of the section above before a new section at the same place', () => {
    const { checklist } = parseChecklist('## One\n- [ ] A\n## New\n- [ ] N\n## Two\n- [ ] C\n- [ ] D\n');
    const text = '<!-- tpm:checklist one -->\n### T\n#### One\n- [ ] A\n- [x] C\n<!-- /tpm:checklist -->';
    assert.equal(
      applyEdits(text, refreshBlock(text, findBlocks(text)[0]!, checklist)),
      '<!-- tpm:checklist one -->\n### T\n#### One\n- [ ] A\n- [x] C\n- [ ] D\n#### New\n- [ ] N\n<!-- /tpm:checklist -->',
    );
  });

  it('writes CRLF where the text does, and a line of its own behind a text without a final newline', () => {
    const text = '<!-- tpm:checklist one -->\r\n### One\r\n#### Shape\r\n- [ ] A\r\n- [ ] B\r\n- [ ] C';
    assert.equal(refreshed(text), `${text}\r\n#### Risk\r\n- [ ] D`);
  });

  it('keeps a blank line blank behind a lone CR', () => {
    const text = '<!-- tpm:checklist one -->\rOne\r\rShape:\r\r- [ ] A\r- [ ] B\r- [ ] C\r';
    assert.equal(refreshed(text), `${text}\r\nRisk:\r\n\r\n- [ ] D\r\n`);
  });
});

function inBlock(lines: readonly string[]): string {
  return ['Above', '', '<!-- tpm:checklist one -->', ...lines, '<!-- /tpm:checklist -->', '', '- [ ] A', ''].join('\n');
}

function refreshed(text: string, options?: RefreshOptions): string {
  return applyEdits(text, refreshBlock(text, findBlocks(text)[0]!, checklist, options));
}
