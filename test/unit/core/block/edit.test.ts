import assert from 'node:assert/strict';
import { addNote, setItemState } from '../../../../src/core/block/edit.ts';
import { findItem } from '../../../../src/core/block/find.ts';
import { untickedState, type ItemState } from '../../../../src/core/block/model.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';

const open: ItemState = { kind: 'open' };
const done: ItemState = { kind: 'done' };
const notApplicable = (reason: string): ItemState => ({ kind: 'n/a', reason });
const problem = (note: string): ItemState => ({ kind: 'problem', note });

describe('marking an item', () => {
  it('changes one character when it is ticked', () => {
    const text = inBlock('- [ ] Rollback');
    const edits = setItemState(text, rollback, done);
    const start = text.indexOf('[ ] Rollback') + 1;
    assert.deepEqual(edits, [{ range: { start, end: start + 1 }, newText: 'x' }]);
  });

  const cases: readonly [name: string, before: string, state: ItemState, after: string][] = [
    ['ticks it', '- [ ] Rollback', done, '- [x] Rollback'],
    ['unticks it, whichever x it has', '- [X] Rollback', open, '- [ ] Rollback'],
    [
      'strikes it through and says why',
      '- [ ] Rollback',
      notApplicable('no data'),
      '- [x] ~~Rollback~~ (n/a: no data)',
    ],
    [
      'strikes a must through with its asterisks',
      '- [ ] **Rollback**',
      notApplicable('no data'),
      '- [x] ~~**Rollback**~~ (n/a: no data)',
    ],
    [
      'leaves the id behind the reason',
      '- [ ] Back <!-- id: rollback -->  ',
      notApplicable('r'),
      '- [x] ~~Back~~ (n/a: r) <!-- id: rollback -->  ',
    ],
    ['does without a reason that is empty', '- [ ] Rollback', notApplicable(' '), '- [x] ~~Rollback~~ (n/a)'],
    [
      'makes one harmless line of a reason',
      '- [ ] Rollback',
      notApplicable('two\nlines ~~ <!-- x -->'),
      '- [x] ~~Rollback~~ (n/a: two lines ~ <\\!-- x --\\>)',
    ],
    ['changes the reason only', '- [x] ~~Rollback~~ (n/a: old)', notApplicable('new'), '- [x] ~~Rollback~~ (n/a: new)'],
    [
      'ticks what was struck through by hand and not ticked',
      '- [ ] ~~Rollback~~ (n/a: old)',
      notApplicable('old'),
      '- [x] ~~Rollback~~ (n/a: old)',
    ],
    ['takes a hand-written N/A away', '- [x] ~~ Rollback ~~ (N/A)', open, '- [ ] Rollback'],
    ['takes two of them away', '- [x] ~~~~Rollback~~ (n/a: a)~~ (n/a: b)', open, '- [ ] Rollback'],
    ['goes from not applicable to done', '- [x] ~~Rollback~~ (n/a: old)', done, '- [x] Rollback'],
    ['leaves a strike-through without (n/a) alone', '- [ ] ~~Rollback~~', done, '- [x] ~~Rollback~~'],
    [
      'notes a problem below it',
      '- [ ] Rollback',
      problem('cannot be undone'),
      '- [ ] Rollback\n  - Problem: cannot be undone',
    ],
    ['unticks it when it has a problem', '- [x] Rollback', problem('p'), '- [ ] Rollback\n  - Problem: p'],
    [
      'changes the words of a problem',
      '- [ ] Rollback\n  * Problem:   old\n    more\n  - Note: n',
      problem('new'),
      '- [ ] Rollback\n  * Problem: new\n  - Note: n',
    ],
    [
      'leaves a problem as it is written when the words are the same',
      '- [ ] Rollback\n  - Problem: two\n    lines',
      problem('two lines'),
      '- [ ] Rollback\n  - Problem: two\n    lines',
    ],
    ['keeps the problem when it is done', '- [ ] Rollback\n  - Problem: p', done, '- [x] Rollback\n  - Problem: p'],
    [
      'takes the problem away when it is open, and leaves the notes',
      '- [ ] Rollback\n  - Problem: p\n    q\n  - Note: n',
      open,
      '- [ ] Rollback\n  - Note: n',
    ],
    [
      'takes all problems away when it is open',
      '- [ ] Rollback\n  - Problem: p\n  - Problem: q',
      open,
      '- [ ] Rollback',
    ],
    [
      'keeps a rule below the problem from making a heading of the item',
      '- [x] Rollback\n  - Problem: p\n  ---',
      open,
      '- [ ] Rollback\n\n  ---',
    ],
    [
      'puts the problem behind the second line of its words',
      '- [ ] Rollback\nand so on\n  - Why: w',
      problem('p'),
      '- [ ] Rollback\nand so on\n  - Problem: p\n  - Why: w',
    ],
    [
      'indents the problem like entries that are deeper',
      '- [ ] Rollback\n    - Why: w',
      problem('p'),
      '- [ ] Rollback\n    - Problem: p\n    - Why: w',
    ],
    ['indents it below a number', '10. [ ] Rollback', problem('p'), '10. [ ] Rollback\n    - Problem: p'],
    ['indents it with a tab where the item does', '-\t[ ] Rollback', problem('p'), '-\t[ ] Rollback\n \t- Problem: p'],
    [
      'keeps code below it code',
      '- [ ] Rollback\n\n      code',
      problem('p'),
      '- [ ] Rollback\n     - Problem: p\n\n      code',
    ],
    [
      'keeps a table below it a table',
      '- [ ] Rollback\n  a | b\n  --|--\n',
      problem('p'),
      '- [ ] Rollback\n  a | b\n  --|--\n  - Problem: p\n',
    ],
    [
      'puts a problem above a fence',
      '- [ ] Rollback\n  ```\n  - Problem: fake\n  ```',
      problem('p'),
      '- [ ] Rollback\n  - Problem: p\n  ```\n  - Problem: fake\n  ```',
    ],
  ];
  for (const [name, before, state, after] of cases) {
    it(name, () => {
      const text = inBlock(before);
      assert.equal(applyEdits(text, setItemState(text, rollback, state)), inBlock(after));
      assert.deepEqual(setItemState(inBlock(after), rollback, state), []);
    });
  }

  it('writes the line ending of the text', () => {
    const text = inBlock('- [ ] Rollback').replaceAll('\n', '\r\n');
    const changed = applyEdits(text, setItemState(text, rollback, problem('p')));
    assert.equal(changed, inBlock('- [ ] Rollback\n  - Problem: p').replaceAll('\n', '\r\n'));
  });

  it('works on the last line of a text without a final newline', () => {
    const text = '<!-- tpm:checklist one -->\n- [ ] Rollback';
    assert.equal(applyEdits(text, setItemState(text, rollback, problem('p'))), `${text}\n  - Problem: p`);
  });

  it('writes nothing behind a last line of spaces', () => {
    const text = '<!-- tpm:checklist one -->\n- [ ] Rollback\n ';
    const changed = applyEdits(text, setItemState(text, rollback, problem('p')));
    assert.equal(changed, '<!-- tpm:checklist one -->\n- [ ] Rollback\n  - Problem: p\n ');
  });

  it('takes the block that is meant', () => {
    const twice = `${inBlock('- [ ] Rollback')}\n${inBlock('- [ ] Rollback')}`;
    const expected = `${inBlock('- [ ] Rollback')}\n${inBlock('- [x] Rollback')}`;
    assert.equal(applyEdits(twice, setItemState(twice, { ...rollback, occurrence: 1 }, done)), expected);
  });

  it('takes the second of two items of the same name', () => {
    const text = inBlock('- [ ] Rollback\n- [ ] Rollback');
    const changed = applyEdits(text, setItemState(text, { checklist: 'one', id: 'rollback-1' }, done));
    assert.equal(changed, inBlock('- [ ] Rollback\n- [x] Rollback'));
  });

  it('does nothing when the item is gone', () => {
    assert.deepEqual(setItemState(inBlock('- [ ] Other'), rollback, done), []);
    assert.deepEqual(setItemState('- [ ] Rollback', rollback, done), []);
  });

  it('and unticking it later goes back to the problem that was noted', () => {
    const text = inBlock('- [x] Rollback\n  - Problem: p');
    assert.deepEqual(untickedState(findItem(text, rollback)!), problem('p'));
    assert.deepEqual(untickedState(findItem(inBlock('- [x] Rollback'), rollback)!), open);
  });
});

describe('adding a note', () => {
  const cases: readonly [name: string, before: string, after: string][] = [
    ['puts it below the item', '- [ ] Rollback', '- [ ] Rollback\n  - Note: seen'],
    [
      'puts it behind the notes and the problem',
      '- [ ] Rollback\n  - Problem: p\n  - Note: n\n    m\n  - Why: w',
      '- [ ] Rollback\n  - Problem: p\n  - Note: n\n    m\n  - Note: seen\n  - Why: w',
    ],
    [
      'indents it like the notes there are',
      '- [ ] Rollback\n    - Note: n',
      '- [ ] Rollback\n    - Note: n\n    - Note: seen',
    ],
    [
      "indents it like text below the notes, which stays the item's own",
      '- [ ] Rollback\n  1. Note: n\n\n    Text.',
      '- [ ] Rollback\n  1. Note: n\n    - Note: seen\n\n    Text.',
    ],
    ['leaves the state alone', '- [x] ~~Rollback~~ (n/a: r)', '- [x] ~~Rollback~~ (n/a: r)\n  - Note: seen'],
    [
      'keeps the line below it from running into it',
      '- [ ] Rollback\n  - Note:\n    ```\nbelow',
      '- [ ] Rollback\n  - Note:\n    ```\n  - Note: seen\n\nbelow',
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, () =>
      assert.equal(applyEdits(inBlock(before), addNote(inBlock(before), rollback, ' seen\n')), inBlock(after)),
    );
  }

  it('does nothing for an empty note or an item that is gone', () => {
    assert.deepEqual(addNote(inBlock('- [ ] Rollback'), rollback, ' \n'), []);
    assert.deepEqual(addNote(inBlock('- [ ] Other'), rollback, 'seen'), []);
  });
});

const rollback = { checklist: 'one', id: 'rollback' };

/** Lines of Markdown in a block, with other items and text around them. */
function inBlock(lines: string): string {
  return `# Text\n\n<!-- tpm:checklist one -->\n### One\n- [ ] First\n${lines}\n- [x] Last\n<!-- /tpm:checklist -->\n`;
}
