import assert from 'node:assert/strict';
import { shardOf } from '../../scripts/host/options.ts';
import { afterSecondRun, type SuiteResult } from '../../scripts/host/results.ts';

const failure = (title: string) => ({ title, stack: 'Error' });
const result = (passed: number, ...failed: string[]): SuiteResult => ({
  name: 'UI',
  passed,
  failed: failed.length,
  skipped: 0,
  milliseconds: 10,
  failures: failed.map(failure),
});

describe('a second run of what failed', () => {
  it('counts what passed alone as passed, and names it', () => {
    const whole = afterSecondRun(result(8, 'ticks', 'opens'), result(5), false);
    assert.deepEqual(
      [whole.passed, whole.failed, whole.unsteady?.map(({ title }) => title)],
      [10, 0, ['ticks', 'opens']],
    );
  });

  it('keeps a failure that fails again', () => {
    const whole = afterSecondRun(result(8, 'ticks', 'opens'), result(4, 'ticks'), false);
    assert.deepEqual([whole.passed, whole.failed, whole.failures.map(({ title }) => title)], [9, 1, ['ticks']]);
  });

  it('has the counts of the second run when that ran everything', () => {
    const whole = afterSecondRun(result(0, 'runs to its end'), result(12), true);
    assert.deepEqual([whole.passed, whole.failed, whole.unsteady?.length], [12, 0, 1]);
  });

  it('counts a failure that is new in the second run', () => {
    const whole = afterSecondRun(result(8, 'ticks'), result(4, 'opens'), false);
    assert.equal(whole.failed, 1);
  });
});

describe('a shard of the test files', () => {
  const sizes: Record<string, number> = { a: 9, b: 5, c: 4, d: 1 };
  const shard = (text: string): readonly string[] =>
    shardOf([`--shard=${text}`], Object.keys(sizes), (file) => sizes[file] ?? 0);

  it('has about its share of the work, and no file is left out', () => {
    assert.deepEqual(
      [shard('1/2'), shard('2/2')],
      [
        ['a', 'd'],
        ['b', 'c'],
      ],
    );
  });

  it('is refused when it is none of the shards', () => {
    for (const text of ['3/2', '0/2', 'x']) assert.throws(() => shard(text), /is no shard/);
  });
});
