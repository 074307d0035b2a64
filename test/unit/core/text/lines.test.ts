import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, insert, replace } from '../../../../src/core/text/edits.ts';
import { Lines, lineEndingAt, lineEndingOf, singleLine, widthOf } from '../../../../src/core/text/lines.ts';
import { anyText, runs } from '../arbitraries.ts';

describe('the lines of a text', () => {
  it('end at LF, CRLF and a lone CR', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.textOf(line)),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => lines.lineAt(offset)),
      [0, 0, 1, 1, 1, 2, 2, 3, 3],
    );
  });

  it('are joined by their endings to the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = new Lines(text);
        const all = Array.from({ length: lines.count }, (_, line) =>
          text.slice(lines.startOf(line), lines.startOf(line + 1)),
        );
        assert.equal(all.join(''), text);
        for (const [line, one] of all.entries()) assert.equal(lines.textOf(line), one.replace(/(?:\r\n|\r|\n)$/, ''));
      }),
      runs,
    );
  });

  it('beyond the last one lie at the end of the text', () => {
    const lines = new Lines('a\nb');
    assert.deepEqual([lines.startOf(9), lines.endOf(9), lines.rangeOf(9)], [3, 3, { start: 3, end: 3 }]);
  });

  it('are blank with spaces and tabs, not with a no-break space', () => {
    const lines = new Lines(' \t\n\u00A0\n');
    assert.deepEqual(
      [0, 1, 2].map((line) => lines.isBlank(line)),
      [true, false, true],
    );
  });

  it('take the first line ending of the text for new ones', () => {
    assert.deepEqual(['', 'a', 'a\nb\r\n', 'a\r\nb\n', 'a\rb'].map(lineEndingOf), ['\n', '\n', '\n', '\r\n', '\n']);
    assert.equal(lineEndingAt('a\rb', 2), '\r\n');
  });

  it('are made one line by single spaces', () => {
    assert.equal(singleLine('  two\r\n lines\tof\u2028words '), 'two lines of words');
  });

  it('are indented to tab stops of four', () => {
    assert.deepEqual(['', '  ', '\t', ' \t', '\t ', '    \t'].map(widthOf), [0, 2, 4, 4, 5, 8]);
  });
});

describe('applying edits', () => {
  it('takes them in any order', () => {
    assert.equal(applyEdits('abcdef', [replace(4, 5, 'E'), replace(0, 2, '')]), 'cdEf');
  });

  it('keeps the order of insertions at one place, before what replaces the text there', () => {
    assert.equal(applyEdits('ab', [replace(1, 2, 'B'), insert(1, '1'), insert(1, '2')]), 'a12B');
  });

  it('clamps ranges to the text', () => {
    assert.equal(applyEdits('ab', [replace(-5, 1, 'x'), replace(2, 99, 'y')]), 'xby');
  });
});
