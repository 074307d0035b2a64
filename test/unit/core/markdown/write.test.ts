import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeInline } from '../../../../src/core/markdown/write.ts';

describe('words inside a Markdown line', () => {
  const markdown = new MarkdownIt('commonmark');

  it('keep the underscores of a file name readable in the source', () => {
    assert.equal(escapeInline('db/002_gift_wrap.sql:3'), 'db/002_gift_wrap.sql:3');
    assert.equal(escapeInline('_emphasis_ and __init__.py'), '\\_emphasis\\_ and \\_\\_init\\_\\_.py');
  });

  it('read as they are, whatever they hold', () => {
    const word = fc.array(fc.constantFrom('a', '_', '*', '`', '[', ']', '(', ')', '~', '|', '\\', 'é', ' ', '/'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(word, (characters) => {
        const text = `x${characters.join('')}x`;
        const [inline] = markdown.parseInline(escapeInline(text), {});
        assert.ok(
          inline!.children!.every(({ type }) => type.startsWith('text')),
          escapeInline(text),
        );
      }),
    );
  });
});
