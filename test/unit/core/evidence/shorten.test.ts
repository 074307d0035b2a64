import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shorten } from '../../../../src/core/evidence/shorten.ts';
import { runs } from '../arbitraries.ts';

const numbered = (count: number, at: Record<number, string> = {}): string =>
  Array.from({ length: count }, (_, index) => at[index + 1] ?? `line ${index + 1}`).join('\n');

const gap = /^\[\.\.\. (\d+) lines? left out \.\.\.\]$/;
const longest = 500 + ' [... 999999 characters left out ...]'.length;

describe('shortening a long output', () => {
  it('leaves a short one as it is', () => {
    const text = numbered(70);
    assert.deepEqual(shorten(text), { text, leftOut: 0 });
  });

  it('keeps the head and the tail and says how much is missing between them', () => {
    const { text, leftOut } = shorten(numbered(1000));
    const lines = text.split('\n');
    assert.equal(leftOut, 940);
    assert.deepEqual(lines.slice(18, 22), ['line 19', 'line 20', '[... 940 lines left out ...]', 'line 961']);
    assert.equal(lines.length, 61);
  });

  it('keeps ten lines on each side of an error in the middle', () => {
    const { text, leftOut } = shorten(numbered(1000, { 500: 'npm error code ELIFECYCLE' }));
    assert.match(text, /\nline 490\n(?:line \d+\n){9}npm error code ELIFECYCLE\n(?:line \d+\n){9}line 510\n/);
    assert.doesNotMatch(text, /^line (?:489|511)$/m);
    assert.equal(leftOut, 1000 - 60 - 21);
  });

  it('joins errors that are near each other', () => {
    const { text } = shorten(numbered(1000, { 500: 'error: a', 505: 'error: b' }));
    assert.equal(text.split('\n').filter((line) => gap.test(line)).length, 2);
  });

  it('does not take "terror" or "errors.ts" alone for words to keep', () => {
    const { leftOut } = shorten(numbered(1000, { 500: 'terrors of the deep' }));
    assert.equal(leftOut, 940);
  });

  it('stays bounded when every line is an error', () => {
    const { text, leftOut } = shorten(numbered(50_000).replaceAll('line', 'error'));
    assert.equal(leftOut, 49_800);
    assert.equal(text.split('\n').length, 201);
  });

  it('cuts a line that never ends and says by how much', () => {
    const { text } = shorten('x'.repeat(10_500));
    assert.equal(text, `${'x'.repeat(500)} [... 10000 characters left out ...]`);
  });

  it('is never longer than the bound, and kept and missing lines make the whole', () => {
    const line = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('ok', '', 'compiling', '  at x (a.js:1:2)') },
      { weight: 1, arbitrary: fc.constantFrom('Error: no', 'FAILED', 'panic: x', 'Timed out') },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 }).map((count) => 'y'.repeat(count)) },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 900, size: 'max' }), (input) => {
        const { text, leftOut } = shorten(input.join('\n'));
        const lines = text.split('\n');
        const gaps = lines.flatMap((one) => gap.exec(one)?.[1] ?? []).map(Number);
        const kept = lines.length - gaps.length;
        const total = input.length === 0 ? 1 : input.length;
        assert.equal(
          gaps.reduce((a, b) => a + b, 0),
          leftOut,
        );
        assert.equal(kept + leftOut, total);
        assert.ok(kept <= 200 && lines.every((one) => one.length <= longest));
        assert.deepEqual(lines.slice(0, 5), input.slice(0, 5).map(cut).length ? input.slice(0, 5).map(cut) : ['']);
        assert.equal(lines.at(-1), cut(input.at(-1) ?? ''));
      }),
      runs,
    );
  });
});

function cut(line: string): string {
  return line.length > 500 ? `${line.slice(0, 500)} [... ${line.length - 500} characters left out ...]` : line;
}
