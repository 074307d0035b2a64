import assert from 'node:assert/strict';
import { setItemState } from '../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { findFramed } from '../../../../src/core/block/frame.ts';
import { itemsOfBlock } from '../../../../src/core/block/model.ts';
import { placeBlock, type Medium } from '../../../../src/core/block/place.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { lineCommentOf } from '../../../../src/core/text/lineComment.ts';
import { freeMarkupLine } from '../../../../src/core/text/markup.ts';
import { listOf } from '../review/lists.ts';

const list = listOf('id: t', '# List\n\n## Part\n\n- [ ] Run it with --all <!-- id: run -->\n- [ ] Look at `**/*.sql`');
const medium = (language: string): Medium => ({ kind: 'code', frame: lineCommentOf(language)! });
const put = (text: string, offset: number, language: string): string =>
  applyEdits(text, placeBlock(text, offset, list, medium(language)).edits);

describe('a block in HTML or XML', () => {
  it('is made of comments that nothing inside of them ends', () => {
    assert.equal(
      put('<ul>\n  <li>a</li>\n</ul>\n', 5, 'html'),
      [
        '<ul>',
        '  <!-- tpm:checklist t -->',
        '  <!-- ### List -->',
        '  <!-- #### Part -->',
        '  <!-- - [ ] Run it with \u2010\u2010all <!\u2010\u2010 id: run \u2010\u2010> -->',
        '  <!-- - [ ] Look at `**/*.sql` -->',
        '  <!-- /tpm:checklist -->',
        '  <li>a</li>',
        '</ul>',
        '',
      ].join('\n'),
    );
  });

  it('reads back as it was meant, is ticked in place, and is refreshed without a change', () => {
    const text = put('<a/>\n', 0, 'xml');
    const framed = findFramed(text, 't')!;
    const items = itemsOfBlock(findBlocks(framed.inner)[0]!);
    assert.deepEqual(
      items.map(({ id, title }) => [id, title]),
      [
        ['run', 'Run it with --all'],
        ['look-at-sql', 'Look at **/*.sql'],
      ],
    );
    const ticked = applyEdits(
      text,
      framed.outer(setItemState(framed.inner, items[0]!, { kind: 'n/a', reason: 'a-->b' })),
    );
    assert.match(ticked, /^<!-- - \[x\] ~~Run it with \u2010\u2010all.*~~ \(n\/a: a.*b\).* -->$/m);
    assert.equal(ticked.split('\n').length, text.split('\n').length);
    assert.deepEqual(placeBlock(ticked, 0, list, medium('xml')).edits, []);
    assert.equal(framed.offsetOf(framed.inner.indexOf('Look at')), text.indexOf('Look at'));
  });
});

describe('a block in CSS', () => {
  it('writes the end of a comment so that it ends none', () => {
    const text = put('a {}\n', 0, 'css');
    assert.match(text, /^\/\* - \[ \] Look at `\*\*\u2215\*\.sql` \*\/$/m);
    assert.equal(text.match(/\*\//g)?.length, text.match(/\/\*/g)?.length);
    assert.match(findFramed(text, 't')!.inner, /`\*\*\/\*\.sql`/);
  });
});

describe('a free line of markup', () => {
  const free = (text: string, line: number): number => freeMarkupLine(text, line);

  it('is not inside a tag, a comment, a script, preformatted text or a section of data', () => {
    assert.equal(free('<a\n href="x>\n">\n<b>', 1), 3);
    assert.equal(free('<!-- a\n b\n-->\n<b>', 1), 3);
    assert.equal(free('<script>\nif (a < b) {}\n</script>\n<b>', 1), 3);
    assert.equal(free('<pre>\n a\n</pre>\n<b>', 1), 3);
    assert.equal(free('<![CDATA[\n<a>\n]]>\n<b>', 1), 3);
  });

  it('is the line itself anywhere else, and not above the declaration of an XML document', () => {
    assert.equal(free('<a>\n  b\n</a>', 1), 1);
    assert.equal(free('<a>\n</a>', 0), 0);
    assert.equal(free('<?xml version="1.0"?>\n<a/>', 0), 1);
    assert.equal(free('1 < 2\nb', 1), 1);
  });

  it('is behind the text where nothing is free, and found in a time that grows with the text', () => {
    assert.equal(free('<a\n"', 1), 2);
    assert.equal(free('<style>\na', 1), 2);
    const start = performance.now();
    free('<a "'.repeat(200_000), 1);
    free('<!'.repeat(200_000), 1);
    assert.ok(performance.now() - start < 5000);
  });
});
