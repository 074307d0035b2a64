import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { rankTexts } from '../../../../src/core/suspects/bm25.ts';

const rank = (query: string, ...texts: string[]) =>
  rankTexts(
    query.split(' '),
    texts.map((text) => text.split(' ')),
  );

describe('ranking texts by words', () => {
  it('puts the text that covers more of the query first, and leaves out those that share nothing', () => {
    const found = rank('gift wrap receipt', 'gift receipt total', 'gift wrap receipt', 'stock count');
    assert.deepEqual(
      found.map(({ index }) => index),
      [1, 0],
    );
  });

  it('counts a rare word more than one that every text has, and names it first', () => {
    const found = rank('order receipt', 'order total', 'order receipt', 'order stock', 'order count');
    assert.equal(found[0]?.index, 1);
    assert.deepEqual(found[0]?.words, ['receipt', 'order']);
    assert.ok(found[0].score > 2 * found[1]!.score);
  });

  it('does not let a word win by being repeated', () => {
    const [first] = rank('gift wrap', 'gift gift gift gift gift gift', 'gift wrap hat pin map box');
    assert.equal(first?.index, 1);
  });

  it('gives 1 for the same words and nothing for no query', () => {
    assert.equal(rank('gift wrap', 'gift wrap')[0]?.score, 1);
    assert.deepEqual(rankTexts([], [['gift']]), []);
  });

  it('gives scores from 0 to 1, best first, whatever the texts', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const text = fc.array(word, { maxLength: 12 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 8 }), (query, texts) => {
        const scores = rankTexts(query, texts).map(({ score }) => score);
        assert.ok(scores.every((score) => score > 0 && score <= 1));
        assert.deepEqual(
          scores,
          scores.toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
