import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cleanReport } from '../../../../src/core/triage/cleanReport.ts';

const cleaned = (text: string): string[] => cleanReport(text).map(({ start, end }) => text.slice(start, end));

describe('cleaning a report', () => {
  it('keeps what people wrote, with its line numbers', () => {
    assert.deepEqual(cleaned('one\r\n\r\nthree'), ['one', '', 'three']);
  });

  it('blanks HTML comments over several lines', () => {
    assert.deepEqual(cleaned('<!-- Is it slow?\nAlways? -->\nIt hangs. <!-- thanks -->'), ['', '', 'It hangs. ']);
  });

  it('keeps the text after a comment that is never closed', () => {
    assert.deepEqual(cleaned('<!-- oops\nIt hangs.'), ['<!-- oops', 'It hangs.']);
  });

  it('blanks template instructions, unticked boxes and environment fields', () => {
    const text = [
      'A clear and concise description of what the bug is.',
      '- [ ] It crashes',
      'OS: Windows 11',
      'Is this a BUG REPORT or FEATURE REQUEST?',
      'The list is empty.',
    ].join('\n');
    assert.deepEqual(cleaned(text), ['', '', '', '', 'The list is empty.']);
  });

  it('blanks the environment section until the next heading', () => {
    assert.deepEqual(cleaned('## Environment\nmemory: 8 GB\n## What happens\nIt hangs'), [
      '',
      '',
      '## What happens',
      'It hangs',
    ]);
  });

  it('knows what is inside a fence, and takes a fence on one line for inline code', () => {
    const lines = cleanReport('a\n```\nlog\n```\n```x``` b');
    assert.deepEqual(
      lines.map(({ isOutput }) => isOutput),
      [false, true, true, false, false],
    );
  });

  it('takes indented blocks and what stands between printed lines for output, and nothing else', () => {
    const text = 'It fails.\n\n    at f (a.js:1:2)\nsomething printed\n    at g (b.js:1:2)\n\nPlease help.';
    assert.deepEqual(
      cleanReport(text).map(({ isOutput }) => isOutput),
      [false, false, true, true, true, false, false],
    );
  });

  it('knows the name of a failing test, and blanks passing ones', () => {
    const lines = cleanReport('✖ never waits (3ms)\n✔ always works (1ms)');
    assert.deepEqual(
      lines.map(({ isName, start, end }) => [isName, start === end]),
      [
        [true, false],
        [false, true],
      ],
    );
  });

  it('gives one entry per line, inside that line, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<!--', '-->', '```', '~~~', '\n', '\r\n', '# OS', 'x ', '\ud800') }),
        (text) => {
          const lines = cleanReport(text);
          const raw = text.split('\n');
          assert.equal(lines.length, raw.length);
          let offset = 0;
          lines.forEach(({ start, end }, i) => {
            const length = raw[i]?.length ?? 0;
            assert.ok(offset <= start && start <= end && end <= offset + length);
            offset += length + 1;
          });
        },
      ),
    );
  });
});
