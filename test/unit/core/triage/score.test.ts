import assert from 'node:assert/strict';
import type { Reason, ScoredKind } from '../../../../src/core/triage/kinds.ts';
import { namesFault, scoresOf } from '../../../../src/core/triage/score.ts';

const reason = (signal: string, kind: ScoredKind, weight: number, line = 0): Reason => ({
  signal,
  kind,
  weight,
  meaning: 'for a test',
  line,
  excerpt: signal,
});
const crash = reason('reported-failure', 'broken', 4);

describe('scores', () => {
  it('are the sums per kind where nothing is to be allowed for', () => {
    const scores = scoresOf([crash, reason('slow', 'bottleneck', 2)], false, true);
    assert.deepEqual(scores, { glitch: 0, bottleneck: 2, broken: 4, 'not-a-problem': 0 });
  });

  it('take words of failure for half beside "only sometimes"', () => {
    assert.equal(scoresOf([crash, reason('sometimes', 'glitch', 3)], false, true).broken, 2);
  });

  it('take exceptions for a quarter beside an exhausted resource', () => {
    const reasons = [reason('out-of-memory', 'bottleneck', 5), reason('exception', 'broken', 4)];
    assert.equal(scoresOf(reasons, true, true).broken, 1);
  });

  it('move to broken what happens always', () => {
    const { glitch, broken } = scoresOf([crash, reason('always', 'glitch', -4)], false, true);
    assert.deepEqual([glitch, broken], [-4, 6]);
  });

  it('take slowness for a quarter in a request of somebody who has not met it, for half if he has', () => {
    const reasons = [reason('request-title', 'not-a-problem', 4, -1), reason('slow-strong', 'bottleneck', 4)];
    assert.equal(scoresOf(reasons, false, false).bottleneck, 1);
    assert.equal(scoresOf(reasons, false, true).bottleneck, 2);
  });

  it('take the form for half under a title that names a fault', () => {
    const form = reason('request-form', 'not-a-problem', 4);
    const flaky = reason('flaky', 'glitch', 6, -1);
    assert.deepEqual(scoresOf([flaky, form], false, true), { glitch: 6, bottleneck: 0, broken: 0, 'not-a-problem': 2 });
    const slow = reason('slow-strong', 'bottleneck', 3);
    assert.equal(scoresOf([slow, form], false, true)['not-a-problem'], 4);
  });

  it('take a failed build for a quarter beside strong words of intermittence', () => {
    const reasons = [reason('build-failed', 'broken', 8, -1), reason('flaky', 'glitch', 6, -1)];
    assert.equal(scoresOf(reasons, false, true).broken, 2);
  });

  it('take a question for half beside tool output', () => {
    assert.equal(scoresOf([crash, reason('question', 'not-a-problem', 3)], true, true)['not-a-problem'], 1.5);
  });
});

describe('a title', () => {
  it('names a fault if it says what is wrong and asks for nothing', () => {
    const slow = reason('slow-strong', 'bottleneck', 4.5, -1);
    assert.ok(namesFault([slow]));
    assert.ok(!namesFault([slow, reason('request-title', 'not-a-problem', 4, -1)]));
    assert.ok(!namesFault([{ ...slow, line: 3 }]));
  });
});
