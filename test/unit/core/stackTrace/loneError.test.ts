import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { signatureOf } from '../../../../src/core/stackTrace/signature.ts';
import { fixtures } from './summary.ts';

const said = (text: string): string[] =>
  parseStackTraces(text).map(({ type, message }) => [type, message].filter(Boolean).join(': '));

describe('an error on a line of its own', () => {
  it('is the trace of a text that has no other', () => {
    const lines: readonly (readonly [string, string])[] = [
      ['java.lang.NullPointerException: null', 'java.lang.NullPointerException: null'],
      [
        'Fatal Exception: kotlinx.JobCancellationException: Job was cancelled',
        'kotlinx.JobCancellationException: Job was cancelled',
      ],
      ['psycopg2.errors.DeadlockDetected: deadlock detected', 'psycopg2.errors.DeadlockDetected: deadlock detected'],
      ['Uncaught (in promise) AxiosError: Network is down', 'AxiosError: Network is down'],
      ['    ** (KeyError) key :price not found', 'KeyError: key :price not found'],
      ['2026-11-23 18:02:11.900 UTC [41] ERROR:  deadlock detected', 'deadlock detected'],
      [
        "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'a.b'",
        "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'a.b'",
      ],
      ['fatal error: unexpectedly found nil', 'fatal error: unexpectedly found nil'],
      ['Program received signal SIGSEGV, Segmentation fault.', 'SIGSEGV: Segmentation fault'],
      ['npm ERR! ERESOLVE unable to resolve dependency tree', 'ERESOLVE: unable to resolve dependency tree'],
      ['(node) rejected with the reason "AxiosError: failed with 400".', 'AxiosError: failed with 400'],
      [
        "*** Error in `./shop': double free or corruption (!prev): 0x00a1 ***",
        'SIGABRT: double free or corruption (!prev)',
      ],
    ];
    for (const [line, expected] of lines) assert.deepEqual(said(`Starting the shop\n${line}\nDone`), [expected], line);
  });

  it('is the first of several', () => {
    assert.deepEqual(said('a.b.OneException: x\na.b.OtherException: y'), ['a.b.OneException: x']);
  });

  it('is not looked for beside a trace', () => {
    for (const [name, text] of fixtures) {
      const traces = parseStackTraces(text);
      if (traces.length > 0 && traces[0]!.frames.length > 0)
        assert.deepEqual(parseStackTraces(`${text}\na.b.OneException: x y z`).length, traces.length, name);
    }
  });

  it('is not prose, a level of a log or a word about errors', () => {
    const others = [
      'Error: exit code 1',
      'ERROR: the build took 3 minutes',
      'The TypeError is gone since yesterday.',
      'I get a java.lang.NullPointerException: why?',
      'npm ERR! code ERESOLVE',
      'We saw an error: nothing works',
      'fatal: not a git repository',
      'see shop.errors for more',
    ];
    for (const line of others) assert.deepEqual(said(line), [], line);
  });

  it('names a fault only if it says more than its name', () => {
    assert.equal(signatureOf(parseStackTraces('java.lang.NullPointerException: null')[0]!), '');
    assert.equal(
      signatureOf(parseStackTraces('shop.CartException: no price for order 12')[0]!),
      'shop.CartException: no price for order <n> @',
    );
  });
});
