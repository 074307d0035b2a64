import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { firstUserFrame, normalisedMessage, signatureOf } from '../../../../src/core/stackTrace/signature.ts';
import { fixtures } from './summary.ts';

const signatures = (text: string): string[] => parseStackTraces(text).map(signatureOf);

describe('the signature of a trace', () => {
  it('is the same on another machine, with other lines and addresses', () => {
    let changed = 0;
    for (const [name, text] of fixtures) {
      const elsewhere = text
        .replaceAll('/work/app/', '/home/ana/projects/shop/')
        .replace(/\b0x([\da-f]{9,16})\b/g, (_, digits: string) => `0x${Array.from(digits).toReversed().join('')}`)
        .replace(
          /(\.(?:js|mjs|ts|py|java|kt|go|rs|cs|rb|php|c|cpp)(?:", line |:line |:|\())(\d+)/g,
          (_, file: string, line: string) => `${file}${Number(line) + 7}`,
        );
      if (elsewhere !== text) changed++;
      assert.deepEqual(signatures(elsewhere), signatures(text), name);
    }
    assert.ok(changed > 95, `${changed} of the fixtures have something to change`);
  });

  it('differs between the faults of the fixtures', () => {
    const [a, b, c] = ['javascript/throwSync', 'javascript/asyncCause', 'python/chained'].map(
      (name) => signatures(fixtures.get(name)!)[0],
    );
    assert.equal(new Set([a, b, c]).size, 3);
  });

  it('names the error, its deepest reason and up to three places', () => {
    assert.deepEqual(signatures(fixtures.get('javascript/asyncCause')!), [
      'Error: cannot load order < RangeError: row <n> is outside the page @ asyncCause.mjs#readRow < asyncCause.mjs#loadOrder < asyncCause.mjs#main',
    ]);
  });

  it('keeps words and drops values', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['row 42 of 1,000 failed after 3.5 s', 'row <n> of <n> failed after <n> s'],
      ['no column \'price\' in "orders"', 'no column <text> in <text>'],
      ["can't open /var/log/app.log: denied", "can't open <path>: denied"],
      ['C:\\temp\\a.txt is locked', '<path> is locked'],
      ['order 123e4567-e89b-12d3-a456-426614174000 is gone', 'order <id> is gone'],
      ['object at 0x7f3a2b1c and commit 9fceb02d0ae5', 'object at <hex> and commit <hex>'],
      ['GET https://api.example/v1/x?id=7 failed', 'GET <url> failed'],
      ['at 2026-11-23T18:02:11.123Z the pool was empty', 'at <time> the pool was empty'],
      ['exhausted 4194304 bytes', 'exhausted <n> bytes'],
    ];
    for (const [message, expected] of pairs) assert.equal(normalisedMessage(message), expected);
  });
});

describe('the first user frame', () => {
  it('is in the deepest cause, behind library frames', () => {
    assert.equal(firstUserFrame(parseStackTraces(fixtures.get('jvm/reflective')!))?.symbol, 'shop.Reflective.parse');
    assert.equal(firstUserFrame(parseStackTraces(fixtures.get('python/library')!))?.symbol, 'parse');
    assert.equal(firstUserFrame(parseStackTraces(fixtures.get('php/chained')!))?.line, 9);
  });

  it('is not taken from a suppressed error or another thread', () => {
    assert.equal(firstUserFrame(parseStackTraces(fixtures.get('jvm/chained')!))?.symbol, 'shop.Chained.priceOf');
    assert.equal(firstUserFrame(parseStackTraces(fixtures.get('native/asanGcc')!))?.symbol, 'read_first');
  });

  it('is looked for in the next trace when the first has none', () => {
    const text = fixtures.get('javascript/rejection')! + fixtures.get('python/simple')!;
    assert.equal(firstUserFrame(parseStackTraces(text))?.symbol, 'average');
    assert.equal(firstUserFrame([]), undefined);
  });
});
