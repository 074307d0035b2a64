import assert from 'node:assert/strict';
import type { Reason, Verdict } from '../../../../src/core/triage/kinds.ts';
import { renderVerdict } from '../../../../src/core/triage/renderVerdict.ts';

const reason = (part: Partial<Reason>): Reason => ({
  signal: 's',
  kind: 'broken',
  weight: 3,
  meaning: 'it fails',
  line: 0,
  excerpt: 'Error: x',
  ...part,
});
const verdict = (part: Partial<Verdict>): Verdict => ({
  kind: 'broken',
  confidence: 'high',
  reasons: [reason({})],
  counterReasons: [],
  flags: [],
  ask: ['Why?'],
  ...part,
});

describe('why this kind', () => {
  it('names the kind in words, as proposed or as decided by hand', () => {
    assert.match(
      renderVerdict(verdict({}), 'broken'),
      /^Proposed from the evidence: broken \(wrong or no answer, repeatably\), confidence high\.\n/,
    );
    assert.match(
      renderVerdict(verdict({}), 'glitch'),
      /^Decided by hand: glitch \(same input, different outcome\)\. The evidence alone proposed broken \(high\)\.\n/,
    );
    assert.match(
      renderVerdict(verdict({ kind: 'unknown', confidence: 'low' }), 'glitch'),
      /The evidence alone does not say\./,
    );
  });

  it('quotes a line once, with all that it says', () => {
    const twice = verdict({ reasons: [reason({}), reason({ meaning: 'a test fails' }), reason({ excerpt: 'Other' })] });
    assert.match(renderVerdict(twice, 'broken'), /^- it fails; a test fails: `Error: x`\n- it fails: `Other`$/m);
  });

  it('says of an unknown kind what each line speaks for, and against', () => {
    const unknown = verdict({
      kind: 'unknown',
      confidence: 'low',
      reasons: [
        reason({}),
        reason({ kind: 'glitch', meaning: 'only sometimes', excerpt: 'y' }),
        reason({ kind: 'glitch', weight: -2, meaning: 'always', excerpt: 'z' }),
      ],
    });
    assert.match(
      renderVerdict(unknown, 'unknown'),
      /^The evidence does not say yet\.\n\nWhat there is:\n\n- it fails \(broken\): `Error: x`\n- only sometimes \(glitch\): `y`\n- always \(not glitch\): `z`$/m,
    );
  });

  it('ends with the questions that are still open, or with none', () => {
    assert.match(
      renderVerdict(verdict({}), 'broken', ['Since when?']),
      /Cheapest next observations:\n\n- Since when\?$/,
    );
    assert.doesNotMatch(renderVerdict(verdict({}), 'broken', []), /observations/);
  });
});
