import assert from 'node:assert/strict';
import { namedIn, renderSimilar } from '../../../../src/core/suspects/renderSimilar.ts';
import type { SimilarRecord } from '../../../../src/core/suspects/similar.ts';

const one: SimilarRecord = {
  uri: 'mem:/a.md',
  name: '2026-10-09-a b.md',
  title: 'Orders [without] a code',
  status: 'resolved',
  place: 'shared',
  workspace: 'shop',
  created: '2026-10-09T10:00+02:00',
  match: { kind: 'signature' },
  outcome: 'Cause: no rule. Fix: return 0.',
};
const hunch: SimilarRecord = { ...one, place: 'private', match: { kind: 'words', words: ['discounton', 'kind'] } };

describe('similar records in a record', () => {
  it('are linked beside the new one, with status, reason and outcome', () => {
    assert.equal(
      renderSimilar([one], { place: 'shared', workspace: 'shop' }),
      '- [Orders \\[without\\] a code](<./2026-10-09-a%20b.md>) (2026-10-09): resolved; same error at the same place; Cause: no rule. Fix: return 0.',
    );
  });

  it('are named without a link when they lie elsewhere', () => {
    for (const home of [undefined, { place: 'private' }, { place: 'shared', workspace: 'web' }] as const)
      assert.match(renderSimilar([one], home), /^- Orders \\\[without\\\] a code \(/);
  });

  it('name the words that both have', () => {
    assert.match(renderSimilar([hunch], undefined), /; both say discounton, kind;/);
  });

  it('are not named in a shared record when they are private', () => {
    assert.deepEqual(namedIn({ place: 'shared', workspace: 'shop' }, [hunch, one]), [one]);
    assert.deepEqual(namedIn({ place: 'private' }, [hunch, one]), [hunch, one]);
  });

  it('are nothing when there are none', () => {
    assert.equal(renderSimilar([], undefined), '');
  });
});
