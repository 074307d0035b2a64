import assert from 'node:assert/strict';
import { looksPrinted, toolLineAt } from '../../../../src/core/triage/toolLine.ts';

const kindOf = (line: string): ReturnType<typeof toolLineAt> => toolLineAt(line, 0, line.length);
const isPrinted = (line: string): boolean => looksPrinted(line, 0, line.length);

describe('a line of a tool', () => {
  for (const line of [
    '✔ sample orders are the same every time (1.2ms)',
    '    ✓ a receipt escapes what the customer typed',
    '\u001b[32m  ✓\u001b[39m sorts slowly',
    'ok 3 - fails sometimes',
    '    ok 1 - a broken cart is refused',
    'PASS src/crash.test.ts',
    '--- PASS: TestFlaky (0.00s)',
    '=== RUN   TestTimeout',
    'ok  \tgithub.com/acme/race\t0.012s',
    'test cart::never_crashes ... ok',
    'tests/test_cart.py::test_slow PASSED',
    'test_error (tests.CartTest) ... ok',
    'ℹ fail 0',
    '# pass 3',
    'npm warn Unknown user config "nodedir". This will stop working in the next major version of npm.',
    'npm WARN deprecated request@2.88.2: no longer supported',
    '(node:812) [DEP0040] DeprecationWarning: The punycode module is deprecated.',
    'Randomized with seed 1',
    'Finished in 0.02169 seconds (files took 0.24144 seconds to load)',
    'Finished in 0.023918s, 41.8090 runs/s, 41.8090 assertions/s.',
    'Ran 12 tests in 0.004s',
    'Time: 00:00.012, Memory: 6.00 MB',
    '[INFO] Total time:  47.905 s',
    'Do you need "set solib-search-path" or "set sysroot"?',
    'For help, type "help".',
  ]) {
    it(`says nothing of a fault: ${line.trim().slice(0, 60)}`, () => assert.equal(kindOf(line), 'nothing'));
  }

  for (const line of [
    '✖ two imports keep all orders (131ms)',
    'not ok 2 - never waits',
    '--- FAIL: TestSlow (0.00s)',
    '1 runs, 1 assertions, 1 failures, 0 errors, 0 skips',
    'Tests run: 4, Failures: 1, Errors: 0, Skipped: 0',
    'slowQuery(shop.CartTest)  Time elapsed: 0.007 sec  <<< FAILURE!',
  ]) {
    it(`is only a name: ${line}`, () => assert.equal(kindOf(line), 'name'));
  }

  for (const line of [
    '',
    'ok, it crashes when I click',
    'It passed yesterday.',
    '# What happened',
    'npm error code ERESOLVE',
    'TypeError: x is not a function',
    'Passed on retry',
    'Finished in 5 minutes, which is far too slow',
    'Tests run: often they fail',
    'Type "help" does nothing',
    'warning: unused variable',
    '(node:812) MaxListenersExceededWarning: Possible EventEmitter memory leak detected.',
  ]) {
    it(`may be evidence: ${line}`, () => assert.equal(kindOf(line), undefined));
  }

  it('is told from prose by its shape', () => {
    for (const line of [
      '    at f (a.js:1:2)',
      '==12== Invalid read',
      'src/a.c:3:1: error',
      '2026-05-12 10:00:01 x',
      '$ npm test',
    ])
      assert.ok(isPrinted(line), line);
    for (const line of ['It is slow.', '- a bullet', '1. Open it', 'At home it works', 'Error messages are unclear'])
      assert.ok(!isPrinted(line), line);
  });
});
