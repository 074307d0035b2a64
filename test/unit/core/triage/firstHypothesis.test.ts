import assert from 'node:assert/strict';
import type { Suspects } from '../../../../src/core/suspects/findSuspects.ts';
import type { Suspect } from '../../../../src/core/suspects/rank.ts';
import { firstHypothesis, type KnownFault } from '../../../../src/core/triage/firstHypothesis.ts';

const TYPE_ERROR = 'TypeError: Cannot read properties of undefined (reading <text>) @ cart.js#discount';
const place = { file: 'src/cart.js', line: 6 };
const known = (part: Partial<KnownFault> = {}): ReturnType<typeof firstHypothesis> =>
  firstHypothesis({ kind: 'broken', places: [place], command: 'npm test', signature: TYPE_ERROR, ...part });
const commit = { hash: '0f5ab114aa', subject: 'Discount codes', date: '2026-11-20T08:00Z' };
const suspects = (suspect: Partial<Suspect>): Suspects => ({
  suspects: [
    {
      change: { kind: 'commit', commit },
      isRecent: true,
      reasons: [{ kind: 'file', file: 'src/cart.js' }],
      ...suspect,
    },
  ],
  unanswered: [],
});

describe('the first hypothesis', () => {
  it('is the likeliest change, tried with the command on the commit before it', () => {
    assert.deepEqual(known({ suspects: suspects({}) }), {
      cause: '`0f5ab114` `Discount codes`',
      prediction: 'On the commit before it there is no error',
      experiment: '`npm test` on `0f5ab114^`',
    });
    assert.match(
      known({
        suspects: suspects({
          change: { kind: 'uncommitted' },
          reasons: [{ kind: 'line', file: 'src/cart.js', line: 6 }],
        }),
      }).experiment,
      /^`git stash`, then `npm test`/,
    );
  });

  it('is not a change that only brought the test, is old, or cannot be tried', () => {
    const others = [
      suspects({ reasons: [{ kind: 'line', file: 'test/cart.test.js', line: 9 }] }),
      suspects({ isRecent: false }),
      suspects({ change: { kind: 'uncommitted' } }), // a new file, which `git stash` leaves there
      suspects({ reasons: [{ kind: 'dependencies', file: 'package-lock.json' }] }),
    ];
    for (const other of others) assert.match(known({ suspects: other }).cause, /`src\/cart\.js:6`/);
    assert.match(known({ suspects: suspects({}), command: undefined }).cause, /`src\/cart\.js:6`/);
  });

  it('says what to print at the place where it shows', () => {
    assert.equal(known().experiment, 'Print the values that `src/cart.js:6` uses, just before it');
  });

  it('prints nothing where no value is to blame', () => {
    for (const signature of [
      'TS2322: Type <text> is not assignable to type <text>. @ cart.ts#',
      'error: expected <text> before <text> @ main.c#main',
      'ConnectionRefusedError: [Errno <n>] Connection refused @ hang.py#',
      '',
    ])
      assert.equal(known({ signature }).experiment, '', signature);
    assert.match(known({ signature: 'panic: called <text> on a <text> value @ main.rs#rate' }).experiment, /^Print/);
  });

  it('suspects the code under a failing test, not the line that checks it', () => {
    const tested = known({
      places: [{ file: 'test/cart.test.js', line: 9 }],
      assertion: { expected: '0.3', actual: '0.31' },
    });
    assert.equal(tested.cause, 'The code that `test/cart.test.js:9` checks, not the test');
    assert.equal(tested.prediction, 'Outside the test it gives `0.31` too');
  });

  it('names the missing index that a query plan speaks of', () => {
    const scan = { table: 'orders', column: 'customer_id', removed: 4_811_020 };
    assert.equal(
      known({ kind: 'bottleneck', scan }).cause,
      'No index of `orders` serves the filter on `customer_id`: 4,811,020 rows are read and thrown away',
    );
  });

  it('asks for a cause and leaves the rest open where nothing concrete is known', () => {
    for (const part of [{ kind: 'glitch' }, { kind: 'unknown' }, { places: [] }] as const)
      assert.deepEqual(known(part), { cause: '_not said yet: what could cause it_', prediction: '', experiment: '' });
  });
});
