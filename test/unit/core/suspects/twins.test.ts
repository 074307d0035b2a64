import assert from 'node:assert/strict';
import type { SimilarRecord } from '../../../../src/core/suspects/similar.ts';
import { twinsAmong } from '../../../../src/core/suspects/twins.ts';

const now = '2026-11-28T22:40+00:00';
const similar = (title: string, more: Partial<SimilarRecord>): SimilarRecord => ({
  uri: `mem:/${title}.md`,
  name: `${title}.md`,
  title,
  status: 'open',
  place: 'shared',
  created: '2026-11-28T22:29+00:00',
  match: { kind: 'signature' },
  ...more,
});

describe('the twins of a fault', () => {
  it('are its records that are worked on, however old, and those that were settled not long ago', () => {
    const all = [
      similar('open', { created: '2025-01-01T10:00+00:00' }),
      similar('mitigated', { status: 'mitigated' }),
      similar('resolved this week', { status: 'resolved' }),
      similar('resolved last year', { status: 'resolved', created: '2025-11-28T10:00+00:00' }),
      similar('only the same words', { match: { kind: 'words', words: ['export'] } }),
    ];
    assert.deepEqual(
      twinsAmong(all, now).map(({ title }) => title),
      ['open', 'mitigated', 'resolved this week'],
    );
  });
});
