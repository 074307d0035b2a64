import assert from 'node:assert/strict';
import { faultLine } from '../../../../src/core/triage/faultLine.ts';

describe('the line of a piece of evidence that says what failed', () => {
  it('is the error and not the last line with the word', () => {
    const output = [
      'Error: order 2 has no code',
      '    at price (/shop/src/cart.js:6:9)',
      '',
      'Found 2 errors in 1 file.',
    ];
    assert.equal(faultLine(output.join('\n')), 'Error: order 2 has no code');
  });

  it('is not there where nothing failed', () => {
    assert.equal(faultLine('$ date\nSat Nov 28 2026'), undefined);
  });
});
