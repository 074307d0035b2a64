import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { rankSuspects, type Change, type Finding, type SuspectReason } from '../../../../src/core/suspects/rank.ts';

const commit = (hash: string, date = '2026-11-01T00:00:00Z'): Change => ({
  kind: 'commit',
  commit: { hash, subject: hash, date },
});
const uncommitted: Change = { kind: 'uncommitted' };
const line: SuspectReason = { kind: 'line', file: 'src/a.js', line: 22 };
const file: SuspectReason = { kind: 'file', file: 'src/a.js' };
const lock: SuspectReason = { kind: 'dependencies', file: 'package-lock.json' };

const finding = (change: Change, reason: SuspectReason, order = 0, isRecent = true): Finding => ({
  change,
  reason,
  order,
  isRecent,
});

function order(...findings: Finding[]): string[] {
  return rankSuspects(findings).map(({ change }) => (change.kind === 'commit' ? change.commit.hash : 'uncommitted'));
}

describe('ranking suspects', () => {
  it('puts work in progress on the line before its author, that before the file, the lockfile, and old code', () => {
    const all = [
      finding(commit('old'), line, 0, false),
      finding(commit('lock'), lock),
      finding(commit('file'), file),
      finding(commit('line'), line),
      finding(uncommitted, line),
    ];
    assert.deepEqual(order(...all), ['uncommitted', 'line', 'file', 'lock', 'old']);
  });

  it('counts a place nearer to the fault more', () => {
    assert.deepEqual(order(finding(commit('far'), line, 3), finding(commit('near'), line, 0)), ['near', 'far']);
  });

  it('adds up the places that one commit touched, each file once with its best reason', () => {
    const both = [finding(commit('both'), file), finding(commit('both'), line), finding(commit('both'), lock)];
    const [suspect] = rankSuspects(both);
    assert.deepEqual(suspect?.reasons, [line, lock]);
    assert.deepEqual(order(finding(commit('one', '2026-11-09T00:00:00Z'), line), ...both), ['both', 'one']);
  });

  it('takes the newer of two alike, by instant and not by how its date is written', () => {
    const early = commit('early', '2026-11-02T00:30:00+02:00');
    const late = commit('late', '2026-11-01T23:00:00Z');
    assert.deepEqual(order(finding(early, file), finding(late, file)), ['late', 'early']);
  });

  it('counts a commit as recent when any of its findings is', () => {
    const [suspect] = rankSuspects([finding(commit('a'), line, 0, false), finding(commit('a'), lock)]);
    assert.deepEqual([suspect?.isRecent, suspect?.reasons[0]], [true, line]);
  });

  it('gives the same order whatever the order of the findings', () => {
    const any = fc.record({
      change: fc.constantFrom(commit('a'), commit('b'), commit('c', '2026-10-01T00:00:00Z'), uncommitted),
      reason: fc.constantFrom(line, file, lock),
      order: fc.nat(4),
      isRecent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (findings) => {
        assert.deepEqual(order(...findings), order(...findings.toReversed()));
      }),
    );
  });
});
