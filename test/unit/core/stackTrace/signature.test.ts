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
      ['no column \'price\' in "orders"', "no column 'price' in <text>"],
      ['no row \'ana\' in "backup of 1999"', 'no row <text> in <text>'],
      ["can't open /var/log/app.log: denied", "can't open <path>: denied"],
      ['C:\\temp\\a.txt is locked', '<path> is locked'],
      ['order 123e4567-e89b-12d3-a456-426614174000 is gone', 'order <id> is gone'],
      ['object at 0x7f3a2b1c and commit 9fceb02d0ae5', 'object at <hex> and commit <hex>'],
      ['GET https://api.example/v1/x?id=7 failed', 'GET <url> failed'],
      ['at 2026-11-23T18:02:11.123Z the pool was empty', 'at <time> the pool was empty'],
      ['exhausted 4194304 bytes', 'exhausted <n> bytes'],
      ['Cart@44b5bc8a is closed', 'Cart@<hex> is closed'],
      ['Cart@44551234 is closed', 'Cart@<hex> is closed'],
    ];
    for (const [message, expected] of pairs) assert.equal(normalisedMessage(message), expected);
  });

  it('keeps a quoted name of the program: two misspelt names are two faults', () => {
    const kept = [
      "Cannot find module './cart'",
      "Cannot read properties of undefined (reading 'price')",
      "'NoneType' object has no attribute 'total'",
      "name 'orders' is not defined",
      "No module named 'shop.cart'",
      "'price'",
      "undefined method 'total' for nil",
      "relation 'orders' does not exist",
    ];
    for (const message of kept) assert.equal(normalisedMessage(message), message);
  });

  it('drops quoted text that the next run may not have', () => {
    const dropped = [
      "Cannot find module '/tmp/build-77/cart.js'",
      "Cannot find module './tmp/cart'",
      "key 'order-4711'",
      "key 'worker-3'",
      "key 'web-6d4cf56db6-x7k2p'",
      "key '2026'",
      "invalid literal for int() with base 10: 'abc'",
      "user 'ana' is locked",
    ];
    for (const message of dropped) assert.match(normalisedMessage(message), /<text>$|<text> is locked$/, message);
  });

  it('keeps what a compiler quotes, since it stands in the source', () => {
    const of = (name: string): string[] => signatures(`src/cart.ts(3,5): error TS2322: '${name}' is not wanted here.`);
    assert.deepEqual(of('price'), ["TS2322: 'price' is not wanted here. @ cart.ts#"]);
    assert.notDeepEqual(of('price'), of('total'));
  });

  it('is the same for the next build of a bundle', () => {
    const of = (bundle: string, symbol: string): string[] =>
      signatures(`TypeError: x is not a function\n    at ${symbol} (https://shop.example/assets/${bundle}:2:48211)`);
    assert.deepEqual(of('index.78c07bfe.js', 'F4e'), ['TypeError: x is not a function @ index.<hash>.js#']);
    assert.deepEqual(of('index.d0ba7f74.js', 'l5e'), of('index.78c07bfe.js', 'F4e'));
    assert.deepEqual(of('checkout-component.js', 'Cart.total'), [
      'TypeError: x is not a function @ checkout-component.js#Cart.total',
    ]);
  });

  it('is empty when nothing says what failed, and reads back as it was written', () => {
    assert.deepEqual(signatures('    at total (/work/app/cart.js:3:5)'), ['']);
    for (const text of fixtures.values())
      for (const signature of signatures(text)) assert.equal(signature, signature.trim());
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
