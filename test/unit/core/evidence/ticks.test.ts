import assert from 'node:assert/strict';
import type { Collected, Evidence, EvidenceSource } from '../../../../src/core/evidence/evidence.ts';
import { newTicksOf, ticksOf } from '../../../../src/core/evidence/ticks.ts';

const found = (id: string, evidence: Partial<Evidence> = {}): Collected => ({
  kind: 'found',
  source: sourceOf(id),
  evidence: {
    source: id,
    title: id,
    text: id,
    language: 'text',
    at: '2026-11-28T22:30+00:00',
    isContext: false,
    ...evidence,
  },
});
const git = found('git', { isContext: true });
const passed = found('terminal', { command: 'git log', exitCode: 0, isContext: true });
const failed = found('terminal', { command: 'npm test', exitCode: 1 });
const selection = found('selection');
const clipboard: Collected = { kind: 'nothing', source: { ...sourceOf('clipboard'), isOnDemand: true } };

function sourceOf(id: string): EvidenceSource {
  return { id, name: id, isOnDemand: false, collect: () => Promise.resolve(undefined) };
}

describe('what is ticked for a new record', () => {
  const ticked = (...collected: Collected[]): string[] => [...ticksOf(collected, { hasWords: false }).ticked];

  it('is all that was found, and never what is read only on demand', () => {
    assert.deepEqual(ticked(failed, git, clipboard), ['terminal', 'git']);
  });

  it('is no command that succeeded beside a selection, a failed task or words', () => {
    assert.deepEqual(ticked(selection, passed, git), ['selection', 'git']);
    assert.deepEqual(ticked(found('task', { command: 'make', exitCode: 2 }), passed), ['task']);
    assert.deepEqual([...ticksOf([passed, git], { hasWords: true }).ticked], ['git']);
  });

  it('is a command that succeeded where there is nothing else, as long as there is nothing else', () => {
    assert.deepEqual(ticksOf([passed, git], { hasWords: false }), {
      ticked: new Set(['terminal', 'git']),
      lastResort: 'terminal',
    });
  });

  it('is a command that succeeded when it was clicked', () => {
    const seed = { source: 'terminal' };
    assert.deepEqual(ticksOf([passed, selection], { seed, hasWords: true }).ticked, new Set(['terminal', 'selection']));
  });
});

describe('what is ticked for a record that is there', () => {
  it('is what tells of the fault and does not stand in it yet', () => {
    const record = '```text\n$ npm test\nTypeError: no code\n    at order.js:3:1\n```';
    const old = found('terminal', { text: '$ npm test\nTypeError: no code\n    at order.js:3:1', exitCode: 1 });
    const other = found('selection', { text: '$ npm test\nTypeError: no name' });
    assert.deepEqual([...newTicksOf([old, other, git, clipboard], record).ticked], ['selection']);
  });
});
