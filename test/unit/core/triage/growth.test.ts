import assert from 'node:assert/strict';
import { growthIn, mixedOutcomeIn } from '../../../../src/core/triage/growth.ts';

describe('growth', () => {
  it('is shown by the largest amount, if time grew faster than the amount', () => {
    assert.equal(growthIn(['5000 orders in 163 ms', '20,000 orders in 2069 ms', '10000 orders in 491 ms']), 1);
    assert.equal(growthIn(['n=1000 took 2 ms', 'n = 10000 took 1.5 s']), 1);
  });

  it('is nothing if time grows in step, or not at all', () => {
    assert.equal(growthIn(['1000 rows in 10 ms', '4000 rows in 42 ms']), undefined);
    assert.equal(growthIn(['1000 rows in 10 ms', '4000 rows in 11 ms']), undefined);
    assert.equal(growthIn(['1000 rows in 10 ms', '1000 rows in 90 ms']), undefined);
  });

  it('compares only what is counted alike', () => {
    assert.equal(growthIn(['10 files in 5 ms', '4000 lines in 9000 ms']), undefined);
    assert.equal(growthIn([]), undefined);
    assert.equal(growthIn(['rows in ms', '0 rows in 0 ms']), undefined);
  });
});

describe('mixed outcomes', () => {
  it('are shown by the first failure beside a success', () => {
    assert.equal(mixedOutcomeIn(['run 1: passed', 'run 2: failed', 'run 3: failed']), 1);
  });

  it('are none if every run ends alike', () => {
    assert.equal(mixedOutcomeIn(['run 1: failed', 'run 2: failed']), undefined);
    assert.equal(mixedOutcomeIn(['run 1: passed']), undefined);
    assert.equal(mixedOutcomeIn([]), undefined);
  });
});
