import assert from 'node:assert/strict';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { itemsOfBlock, progressOf } from '../../../../src/core/block/model.ts';

const open = '<!-- tpm:checklist one -->';
const close = '<!-- /tpm:checklist -->';

describe('finding blocks', () => {
  it('reads title, sections, items and states', () => {
    const [block] = findBlocks(
      text(
        open,
        '### Prepare a change',
        '#### Shape',
        '- [ ] **Keep one change**',
        '- [x] Keep `code` apart',
        '#### Risk',
        '- [x] ~~Mark it~~ (n/a: none)',
        '- [ ] Know the rollback',
        '  - Problem: cannot be undone',
        '  - Note: asked Ana',
        close,
      ),
    );
    assert.equal(block?.title, 'Prepare a change');
    const sections = block.sections.map(({ title, items }) => [
      title,
      ...items.map(({ id, title, isMust, state, notes }) => ({ id, title, isMust, state, notes })),
    ]);
    assert.deepEqual(sections, [
      [
        'Shape',
        { id: 'keep-one-change', title: 'Keep one change', isMust: true, state: { kind: 'open' }, notes: [] },
        { id: 'keep-code-apart', title: 'Keep code apart', isMust: false, state: { kind: 'done' }, notes: [] },
      ],
      [
        'Risk',
        { id: 'mark-it', title: 'Mark it', isMust: false, state: { kind: 'n/a', reason: 'none' }, notes: [] },
        {
          id: 'know-the-rollback',
          title: 'Know the rollback',
          isMust: false,
          state: { kind: 'problem', note: 'cannot be undone' },
          notes: ['asked Ana'],
        },
      ],
    ]);
    assert.deepEqual(progressOf(itemsOfBlock(block)), { settled: 2, total: 4, problems: 1, openMusts: 1 });
  });

  it('says where everything stands', () => {
    const written = text('Above', open, '### One', '- [ ] Item <!-- id: x -->', '  - Note: n', close, 'Below');
    const block = findBlocks(written)[0]!;
    const [item] = itemsOfBlock(block);
    const at = ({ start, end }: { start: number; end: number }): string => written.slice(start, end);
    assert.equal(at(block.range), text(open, '### One', '- [ ] Item <!-- id: x -->', '  - Note: n', close).trimEnd());
    assert.equal(at(block.inner), text('### One', '- [ ] Item <!-- id: x -->', '  - Note: n'));
    assert.equal(at(item!.range), '- [ ] Item <!-- id: x -->\n  - Note: n');
    assert.equal(at(item!.titleRange), 'Item');
    assert.deepEqual([block.line, item!.line, item!.id], [1, 3, 'x']);
  });

  it('reads plain lines as title and sections where there is no heading', () => {
    const [block] = findBlocks(text(open, 'Prepare a change', '', 'Shape:', '', '- [ ] Item', close));
    assert.deepEqual([block?.title, block?.sections.map(({ title }) => title)], ['Prepare a change', ['Shape']]);
  });

  it('counts the blocks of one checklist', () => {
    const blocks = findBlocks(text(open, close, '<!-- tpm:checklist two -->', close, open, close));
    assert.deepEqual(
      blocks.map(({ checklist, occurrence }) => [checklist, occurrence]),
      [
        ['one', 0],
        ['two', 0],
        ['one', 1],
      ],
    );
  });

  it('ends an unclosed block where the next one begins, or with the text', () => {
    const blocks = findBlocks(text(open, '- [ ] A', '<!-- tpm:checklist two -->', '- [ ] B'));
    assert.deepEqual(
      blocks.map((block) => [block.isClosed, itemsOfBlock(block).map(({ title }) => title)]),
      [
        [false, ['A']],
        [false, ['B']],
      ],
    );
  });

  it('sees through a closing marker right below HTML', () => {
    const [block] = findBlocks(
      text(open, '- [ ] A', '', '<details>', '<summary>More</summary>', '</details>', close, '', '- [ ] Outside'),
    );
    assert.deepEqual([block?.isClosed, block && itemsOfBlock(block).length], [true, 1]);
  });

  it('sees an opening marker right below HTML', () => {
    assert.equal(findBlocks(text('<details>', open, '- [ ] A', close, '</details>')).flatMap(itemsOfBlock).length, 1);
  });

  const fakes: readonly [string, string[]][] = [
    ['in a fence', ['```md', open, '- [ ] Fake', close, '```']],
    ['in indented code', ['    ' + open, '    - [ ] Fake']],
    ['in a quote', ['> ' + open, '> - [ ] Fake', '> ' + close]],
    ['in a list', ['- ' + open, '  - [ ] Fake']],
    ['in the middle of a line', [`See ${open}`, '- [ ] Fake']],
    ['in a longer comment', ['<!--', open.slice(0, -4), '- [ ] Fake', '-->']],
    ['in preformatted HTML', ['<pre>', open, '- [ ] Fake', '</pre>']],
    ['in front matter', ['---', '# ' + open, '---', '- [ ] Fake']],
    ['without an id', ['<!-- tpm:checklist -->', '- [ ] Fake']],
  ];
  for (const [name, lines] of fakes) it(`finds none ${name}`, () => assert.deepEqual(findBlocks(text(...lines)), []));

  it('takes only list items with a box at the first level for items', () => {
    const lines = [
      '- [ ] Real',
      '  - [ ] nested',
      '- plain',
      '-[ ] no space',
      '- [] no box',
      '- [y] no mark',
      '- [ ]',
      '```',
      '- [ ] fenced',
      '```',
      '> - [ ] quoted',
      '',
      '<!--',
      '- [ ] commented',
      '-->',
      '* [X] Also',
      '1. [ ] Numbered',
    ];
    assert.deepEqual(
      findBlocks(text(open, ...lines, close))
        .flatMap(itemsOfBlock)
        .map(({ title }) => title),
      ['Real', 'Also', 'Numbered'],
    );
  });

  it('counts as touched what is not open, has something below it, or goes on in a second line', () => {
    const lines = [
      '- [ ] A',
      '- [x] B',
      '- [ ] C',
      '  - Note: n',
      '- [ ] D',
      '',
      '  words',
      '- [ ] E',
      '  goes on',
      '- [ ] F',
    ];
    const touched = findBlocks(text(open, ...lines, close))
      .flatMap(itemsOfBlock)
      .filter((item) => item.isTouched);
    assert.deepEqual(
      touched.map(({ title }) => title),
      ['B', 'C', 'D', 'E'],
    );
  });

  it('takes an id that was struck through with the words', () => {
    const [item] = findBlocks(text(open, '- [x] ~~A <!-- id: own -->~~ (n/a: r)', close)).flatMap(itemsOfBlock);
    assert.deepEqual([item?.id, item?.title, item?.state], ['own', 'A', { kind: 'n/a', reason: 'r' }]);
  });

  it('takes the outer reason where one was struck through twice', () => {
    const [item] = findBlocks(text(open, '- [x] ~~~~A~~ (n/a: inner)~~ (n/a: outer)', close)).flatMap(itemsOfBlock);
    assert.deepEqual([item?.title, item?.state], ['A', { kind: 'n/a', reason: 'outer' }]);
  });

  it('reads a problem and notes whose words stand in the next line', () => {
    const [item] = findBlocks(
      text(open, '- [ ] A', '  - Problem:', '    two', '    lines', '  -', '    Note: n', close),
    ).flatMap(itemsOfBlock);
    assert.deepEqual([item?.problem, item?.notes], ['two\nlines', ['n']]);
  });

  for (const [name, ending] of [
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ] as const) {
    it(`finds the same with ${name}, a byte order mark and no final newline`, () => {
      const written = `\uFEFF${text(open, '### One', '- [x] 🎉 عربي', close).trimEnd().replaceAll('\n', ending)}`;
      const block = findBlocks(written)[0]!;
      assert.deepEqual(
        [block.title, block.isClosed, itemsOfBlock(block).map(({ title }) => title)],
        ['One', true, ['🎉 عربي']],
      );
      assert.equal(
        written.slice(itemsOfBlock(block)[0]!.titleRange.start, itemsOfBlock(block)[0]!.titleRange.end),
        '🎉 عربي',
      );
    });
  }
});

function text(...lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
