import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { classify } from '../../../../src/core/triage/classify.ts';
import { titleOf } from '../../../../src/core/triage/title.ts';

const titleFor = (text: string, symptom = ''): string =>
  titleOf(symptom, parseStackTraces(text), classify({ title: symptom, text }), text);

const titles = (expected: Readonly<Record<string, string>>): void => {
  for (const [text, title] of Object.entries(expected))
    it(`is "${title}" for ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(titleFor(text), title));
};

describe('the title of a triage', () => {
  it('is what the user wrote, whatever the evidence says', () =>
    assert.equal(titleFor('TypeError: x is not a function', '  Cart   is empty '), 'Cart is empty'));

  it('is never empty', () => {
    assert.equal(titleFor(''), 'Untitled issue');
    assert.equal(titleFor('hello'), 'Untitled issue');
  });

  it('ends with a whole word when it is too long', () => {
    const title = titleFor('', 'word '.repeat(40));
    assert.ok(title.endsWith(' word...') && title.length <= 93, title);
    assert.equal(titleFor('', 'x'.repeat(200)), `${'x'.repeat(90)}...`);
  });

  describe('from a line of a log has neither time nor level nor process', () =>
    titles({
      '2024-01-21 12:58:34.900 CET [4136] ERROR:  deadlock detected': 'deadlock detected',
      'Aug 27 12:26:08 dock systemd[1]: Failed to start the sensor hub.': 'Failed to start the sensor hub.',
      'Dez 28 06:43:00 box systemd[1]: Failed to start nightly.service.': 'Failed to start nightly.service.',
      'db-1  | 2024-10-18 14:53:56.152 UTC [143] ERROR:  deadlock detected': 'deadlock detected',
      '2024/12/15 16:11:55 [error] 5#5: *1 connect() failed (111: Connection refused)':
        'connect() failed (111: Connection refused)',
      '#12 2.465 npm ERR! code ERESOLVE\n#12 2.466 npm ERR! ERESOLVE could not resolve': 'ERESOLVE: could not resolve',
      '2024-12-12 12:53:26.094 ERROR 3008 --- [  main] o.s.boot.SpringApplication   : Application run failed':
        'Application run failed',
      '[2024-04-07 20:31:41] prod.ERROR: SQLSTATE[42S02]: Base table not found':
        'SQLSTATE[42S02]: Base table not found',
      'level=error ts=2024-03-04 caller=main.go msg="unable to open the queue"': 'unable to open the queue',
      '{"level":"error","time":1,"msg":"unable to \\"open\\" the queue"}': 'unable to "open" the queue',
      '2024-05-12 10:00:01 ERROR failed to open the queue': 'failed to open the queue',
      'ERROR failed to open the queue': 'ERROR failed to open the queue',
      'I/flutter (23635): Assertion failed: child is null': 'Assertion failed: child is null',
    }));

  describe('is not that something failed, when another line says what', () =>
    titles({
      'Error: Cannot reach the registry\nError: Process completed with exit code 1.':
        'Error: Cannot reach the registry',
      'sh: 1: prettify: not found\nmake: *** [test] Error 1': 'sh: 1: prettify: not found',
      "FAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':app:lint'.\n> Lint found 2 errors":
        'Lint found 2 errors',
      'CMake Error at CMakeLists.txt:617 (message):\n  Cannot find the audio library': 'Cannot find the audio library',
      'Failed tests:   priceOf(shop.CartTest): expected:<3> but was:<2>\n\n[INFO] BUILD FAILURE':
        'Failed tests: priceOf(shop.CartTest): expected:<3> but was:<2>',
      "*** Error in `./shop': double free or corruption (!prev): 0x000000001c5dd650 ***\nAborted (core dumped)":
        'SIGABRT: double free or corruption (!prev)',
      'src/a.ts(407,83): error TS2345:\n  Argument of type Cart is not assignable.':
        'TS2345: Argument of type Cart is not assignable.',
      'Lockfile is up to date, resolution step is skipped\n ELIFECYCLE  Command failed.': 'ELIFECYCLE Command failed.',
      'Error: Process completed with exit code 1.': 'Error: Process completed with exit code 1.',
    }));

  describe('begins with the error, not with where it is, nor with a greeting', () =>
    titles({
      'Hi team,\n\nI hope you are well. Since Monday the export hangs. Sometimes it works when they retry.':
        'Since Monday the export hangs. Sometimes it works when they retry.',
      'gateway:45: error: readLine was not declared': 'readLine was not declared',
      'PHP Fatal error:  Uncaught Error: Call to undefined function total() in /srv/shop/cart.php:47 Stack trace: #0 {main}':
        'Error: Call to undefined function total()',
      "Error: Cannot find module '/tmp/.mount_Shop1/app/main.js'\n    at load (/srv/a.js:1:2)":
        "Error: Cannot find module 'main.js'",
      'GET /api/orders/42 gives Error: no such order': 'GET /api/orders/42 gives Error: no such order',
      'java.lang.NullPointerException: null': 'NullPointerException',
      "thread 'main' panicked at 'assertion failed: total > 0'": "assertion failed: total > 0'",
      '** (FunctionClauseError) no function clause matching in Shop.total/1':
        'FunctionClauseError: no function clause matching in Shop.total/1',
      'localhost:5432: connection refused, ValueError: no database':
        'localhost:5432: connection refused, ValueError: no database',
    }));

  describe('from a trace', () => {
    titles({
      'java.lang.IllegalStateException: no total\n\tat shop.Cart.total(Cart.java:9)': 'IllegalStateException: no total',
      'java.lang.NullPointerException: null\n\tat shop.Cart.total(Cart.java:9)': 'NullPointerException in Cart.total',
      "Error: Cannot find module 'till'\nRequire stack:\n- /srv/a.js\n    at load (/srv/a.js:1:2)":
        "Error: Cannot find module 'till'",
      'TimeoutError: click: Timeout 3000ms exceeded.\nCall log:\n  - waiting\n    at buy (/srv/buy.js:1:2)':
        'TimeoutError: click: Timeout 3000ms exceeded.',
      'AssertionError: Expected values to be equal:\n\ntrue !== false\n    at buy (/srv/buy.js:1:2)':
        'AssertionError: Expected values to be equal: true !== false',
    });

    it('names the reason when the wrapper has no place of ours', () => {
      const wrapped = [
        'java.lang.RuntimeException: Unable to start activity ComponentInfo{shop/shop.Main}',
        '\tat android.app.ActivityThread.start(ActivityThread.java:1)',
        'Caused by: java.lang.IllegalStateException: no cart',
        '\tat shop.Main.onCreate(Main.java:12)',
      ];
      assert.equal(titleFor(wrapped.join('\n')), 'IllegalStateException: no cart');
    });

    it('has the place instead of an address', () => {
      const report = [
        '==18==ERROR: AddressSanitizer: heap-use-after-free on address 0x62503173e040 at pc 0x0000004030f9 bp 0x7ff sp 0x7fe',
        'READ of size 4 at 0x62503173e040 thread T0',
        '    #0 0x4030f8 in cleanup /srv/shop/cart.c:12:3',
      ];
      assert.equal(titleFor(report.join('\n')), 'heap-use-after-free in cleanup');
    });

    it('is never the mark under a code frame', () => {
      const overlay = [
        '1:34:23 AM [vite] Internal server error: Failed to resolve import "./cart" from "src/main.ts".',
        '  1  |  import cart from "./cart"',
        '     |                   ^',
        '                 ^',
        '      at formatError (/srv/shop/node_modules/vite/dist/chunk.js:1:2)',
      ];
      assert.equal(titleFor(overlay.join('\n')), 'Failed to resolve import "./cart" from "src/main.ts".');
    });

    it('names the place when the words of the error were cut away', () =>
      assert.equal(
        titleFor('--- End of stack trace from previous location ---\n   at Shop.Cart.Total() in /srv/Cart.cs:line 5'),
        'Error in Cart.Total',
      ));
  });

  it('is one short line for any text, and found at once', () => {
    const part = fc.constantFrom(
      'ERROR',
      '[',
      ']',
      ':',
      '/a',
      ' ',
      '\n',
      '0x12345678',
      'Error: ',
      '12:00:00 ',
      '* ',
      '"',
      'at ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 60 }), (parts) => {
        const title = titleFor(parts.join(''));
        assert.ok(title !== '' && !/\n/.test(title) && Array.from(title).length <= 93, title);
      }),
    );
    const start = performance.now();
    for (const unit of ['/a', 'a.', '[1] ', '12:00:00 ', '"msg": "\\', 'error ', ' 0x12345678'])
      titleOf('', [], classify({ text: `Error: ${unit.repeat(20_000)}` }), `Error: ${unit.repeat(20_000)}`);
    assert.ok(performance.now() - start < 2_000, String(performance.now() - start));
  });
});
