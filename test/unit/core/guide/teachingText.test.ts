import assert from 'node:assert/strict';
import { teachingMarkdown, teachingText } from '../../../../src/core/guide/teachingText.ts';
import { words } from './guides.ts';

const item = { title: 'Read `*p` twice', isMust: true };
const teaching = {
  why: 'It *matters*.',
  how: ['Open [Problems](command:workbench.actions.view.problems).', 'Then:\n```sh\na_b *c\nd\n```'],
  ask: 'Which `one`?',
  onlyFor: [],
};

describe('what a checklist says about an item, outside of the Guide', () => {
  it('is Markdown for a hover, with the title as plain words and code inside its step', () => {
    assert.equal(
      teachingMarkdown(item, teaching, words),
      [
        '**Read \\`\\*p\\` twice** · Must',
        'It *matters*.',
        '**How**',
        '- Open [Problems](command:workbench.actions.view.problems).\n- Then:\n  ```sh\n  a_b *c\n  d\n  ```',
        '**Ask yourself**',
        'Which `one`?',
      ].join('\n\n'),
    );
  });

  it('is plain text for a tooltip, with code as it is', () => {
    assert.equal(
      teachingText(item, teaching, words, ['Note: seen']),
      [
        'Read `*p` twice (Must)\nNote: seen',
        'It matters.',
        'How:\n• Open Problems.\n• Then:\n   a_b *c\n   d',
        'Ask yourself: Which one?',
      ].join('\n\n'),
    );
  });

  it('is the title alone when no checklist has the item', () => {
    assert.equal(teachingText({ title: 'Own', isMust: false }, undefined, words), 'Own');
  });
});
