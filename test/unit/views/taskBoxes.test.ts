import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { showTaskBoxes } from '../../../src/views/preview/taskBoxes.ts';

/** As VS Code's preview reads Markdown. */
const html = (text: string): string => showTaskBoxes(new MarkdownIt({ html: true })).render(text);

const boxesIn = (text: string): string[] => html(text).match(/<input[^>]*>/g) ?? [];

const open = '<input type="checkbox" disabled>';
const ticked = '<input type="checkbox" disabled checked>';

describe('the boxes in the Markdown preview', () => {
  const block = [
    '<!-- tpm:checklist ours -->',
    '## Ours',
    '### First',
    '- [ ] **Do it**',
    '- [x] Do that',
    '- [X] ~~Do more~~ (n/a: no time)',
    '  - Note: [ ] is no box',
    '<!-- /tpm:checklist -->',
  ].join('\n');

  it('are those of the items, ticked or not, and the words stay', () => {
    assert.deepEqual(boxesIn(block), [open, ticked, ticked]);
    const text = html(block);
    assert.match(text, /<li class="tpm-task"><input[^>]*><strong>Do it<\/strong>/);
    assert.match(text, /Note: \[ \] is no box/);
  });

  it('are read with CRLF and with blank lines between items', () => {
    assert.equal(boxesIn(block.replaceAll('\n', '\r\n')).length, 3);
    assert.equal(boxesIn(block.replaceAll('\n- ', '\n\n- ')).length, 3);
  });

  it('are not touched outside of our blocks, nor in code', () => {
    const rest = '- [ ] mine\n\n```\n- [ ] code\n```\n';
    assert.equal(html(rest), new MarkdownIt({ html: true }).render(rest));
    assert.equal(boxesIn(`${rest}\n${block}\n\n${rest}`).length, 3);
    assert.deepEqual(boxesIn('<!-- tpm:checklist ours -->\n```\n- [ ] code\n```\n<!-- /tpm:checklist -->'), []);
  });
});
