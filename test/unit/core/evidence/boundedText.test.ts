import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BoundedText } from '../../../../src/core/evidence/boundedText.ts';
import { runs } from '../arbitraries.ts';

const fill = (parts: readonly string[], head = 10, tail = 20): string => {
  const text = new BoundedText(head, tail);
  for (const part of parts) text.append(part);
  return text.toString();
};

describe('the output of a command that may never end', () => {
  it('is kept whole while it fits', () => {
    assert.equal(fill(['abc', '', 'def']), 'abcdef');
    assert.equal(fill(['0123456789', 'a'.repeat(20)]), `0123456789${'a'.repeat(20)}`);
  });

  it('loses its middle, and says how much of it', () => {
    assert.equal(
      fill(['0123456789', 'lost', 'b'.repeat(20)]),
      `0123456789\n[... 4 characters left out ...]\n${'b'.repeat(20)}`,
    );
  });

  it('may be read while it grows', () => {
    const text = new BoundedText(2, 2);
    text.append('abcdef');
    assert.equal(text.toString(), 'ab\n[... 2 characters left out ...]\nef');
    text.append('gh');
    assert.equal(text.toString(), 'ab\n[... 4 characters left out ...]\ngh');
  });

  it('keeps the same head and tail however the stream is cut into parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 60 }), (parts) => {
        const whole = parts.join('');
        const expected =
          whole.length <= 30
            ? whole
            : `${whole.slice(0, 10)}\n[... ${whole.length - 30} characters left out ...]\n${whole.slice(-20)}`;
        assert.equal(fill(parts), expected);
      }),
      runs,
    );
  });

  it('holds one megabyte of a hundred', () => {
    const text = new BoundedText();
    const chunk = 'x'.repeat(64 * 1024);
    for (let count = 0; count < 1600; count++) text.append(chunk);
    assert.ok(text.toString().length <= 1024 * 1024 + 60);
  });
});
