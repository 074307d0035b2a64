import assert from 'node:assert/strict';
import { collectEvidence } from '../../../../src/core/evidence/collect.ts';
import type { EvidenceSource } from '../../../../src/core/evidence/evidence.ts';
import { renderEvidence } from '../../../../src/core/evidence/renderEvidence.ts';
import { durationWords } from '../../../../src/core/text/duration.ts';

const at = '2026-11-23T14:05+01:00';
const never = new Promise<never>(() => undefined);
const source = (id: string, asked: unknown[]): EvidenceSource => ({
  id,
  name: id,
  isOnDemand: false,
  async collect(about) {
    asked.push([id, about]);
    return { source: id, title: id, text: id, language: 'text', at, isContext: false };
  },
});

describe('a triage that was started on something', () => {
  it('has its evidence first, the others in their order, and tells only that source what was clicked', async () => {
    const asked: unknown[] = [];
    const about = { test: 'x' };
    const sources = ['a', 'b', 'c'].map((id) => source(id, asked));
    const found = await collectEvidence(sources, { delay: () => never }, { source: 'c', about });
    assert.deepEqual(
      found.map((one) => one.source.id),
      ['c', 'a', 'b'],
    );
    assert.deepEqual(asked, [
      ['a', undefined],
      ['b', undefined],
      ['c', about],
    ]);
  });
});

describe('a piece of evidence in a record', () => {
  it('says what it is, how it ended, how long it took and when', () => {
    const piece = {
      source: 't',
      title: 'Terminal: npm test',
      summary: 'exit code 1',
      text: 'no',
      language: 'text',
      at,
      leftOut: 0,
    };
    const [open, folded] = [
      renderEvidence([{ ...piece, duration: 3210, isContext: false }]),
      renderEvidence([{ ...piece, isContext: true }]),
    ];
    assert.match(open, /^\*\*Terminal: npm test · exit code 1 · took 3\.2 s · 2026-11-23 14:05\+01:00\*\*\n/);
    assert.match(folded, /<summary>Terminal: npm test · exit code 1 · 2026-11-23 14:05\+01:00<\/summary>/);
  });
});

describe('a command in a record', () => {
  const piece = {
    source: 'terminal',
    title: 'Terminal: node export.js',
    summary: 'exit code 1',
    text: '$ node export.js',
    language: 'text',
    at,
    leftOut: 0,
    isContext: false,
    cwd: 'shop',
  };

  it('says where it ran beside its output, not in it', () => {
    const text = renderEvidence([piece]);
    assert.match(text, /^\*\*Terminal: node export\.js · in shop · exit code 1 · /);
    assert.match(text, /```text\n\$ node export\.js\n```$/);
  });

  it('says that its output is not kept any more, and what to do', () => {
    assert.match(
      renderEvidence([{ ...piece, isOutputGone: true }]),
      /_Its output is not kept any more\. Run the command again/,
    );
  });
});

describe('a duration', () => {
  it('is told in the units that people think in', () => {
    const words = [0, 340.4, 999.6, 3210, 9960, 59_400, 60_000, 245_000, 3_600_000, 7_380_000].map(durationWords);
    assert.deepEqual(words, [
      '0 ms',
      '340 ms',
      '1000 ms',
      '3.2 s',
      '10 s',
      '59 s',
      '1 min',
      '4 min 5 s',
      '1 h',
      '2 h 3 min',
    ]);
  });
});
