import assert from 'node:assert/strict';
import { collectEvidence } from '../../../../src/core/evidence/collect.ts';
import type { Evidence, EvidenceSource } from '../../../../src/core/evidence/evidence.ts';
import { redactEvidence } from '../../../../src/core/evidence/redactEvidence.ts';

const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
const piece = (text: string, part: Partial<Evidence> = {}): Evidence => ({
  source: 's',
  title: 'T',
  text,
  language: 'text',
  at: '2026-11-23T14:05+01:00',
  isContext: false,
  ...part,
});

describe('redacting evidence', () => {
  it('gives the same secret the same placeholder in every piece, command and title', async () => {
    const { pieces, words, hidden } = await redactEvidence(
      [
        piece(`token ${token}`, { command: `curl -H "Authorization: token ${token}"` }),
        piece('nothing', { title: `push ${token}` }),
      ],
      `it says ${token}`,
      { roots: [] },
    );
    assert.equal(hidden.length, 1);
    const { placeholder } = hidden[0]!;
    assert.equal(words, `it says ${placeholder}`);
    assert.equal(pieces[0]!.text, `token ${placeholder}`);
    assert.ok(pieces[0]!.command!.includes(placeholder) && !pieces[0]!.command!.includes(token));
    assert.equal(pieces[1]!.title, `push ${placeholder}`);
    assert.equal(pieces[1]!.text, 'nothing');
  });

  it('leaves what the user wants to keep', async () => {
    const { pieces } = await redactEvidence([piece(`token ${token}`)], '', { roots: [], kept: new Set([token]) });
    assert.equal(pieces[0]!.text, `token ${token}`);
  });

  it('writes paths from the root of the workspace', async () => {
    const { pieces } = await redactEvidence([piece('at /home/ana/shop/src/a.js:1')], '', {
      roots: [{ path: '/home/ana/shop', name: 'shop' }],
    });
    assert.equal(pieces[0]!.text, 'at src/a.js:1');
  });

  it('keeps the pieces apart even when one holds the separator', async () => {
    const { pieces } = await redactEvidence(
      [piece('a\n\u241E\u241E tpm evidence \u241E\u241E\nb'), piece('c', { facts: { branch: 'main' } })],
      'w',
      { roots: [] },
    );
    assert.equal(pieces.length, 2);
    assert.equal(pieces[1]!.text, 'c');
    assert.deepEqual(pieces[1]!.facts, { branch: 'main' });
  });
});

describe('collecting evidence', () => {
  const source = (id: string, collect: EvidenceSource['collect']): EvidenceSource => ({
    id,
    name: id,
    isOnDemand: false,
    collect,
  });
  const never = new Promise<never>(() => undefined);

  it('goes on when one source fails, one hangs and one has nothing', async () => {
    const found = await collectEvidence(
      [
        source('good', async () => piece('x')),
        source('bad', async () => Promise.reject(new Error('no repository'))),
        source('slow', () => never),
        source('empty', async () => undefined),
      ],
      { delay: async () => new Promise((resolve) => setTimeout(resolve, 5)) },
    );
    assert.deepEqual(
      found.map((one) => [one.source.id, one.kind === 'failed' ? one.reason : one.kind]),
      [
        ['good', 'found'],
        ['bad', { message: 'no repository' }],
        ['slow', 'timeout'],
        ['empty', 'nothing'],
      ],
    );
  });

  it('takes a source that throws at once for one that failed', async () => {
    const [one] = await collectEvidence(
      [
        source('bad', () => {
          throw new Error('boom');
        }),
      ],
      { delay: () => never },
    );
    assert.equal(one!.kind, 'failed');
  });
});
