import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { wordsOf } from '../../../../src/core/suspects/words.ts';
import { anyText } from './anyText.ts';

describe('the words of a text', () => {
  it('are lower case, without numbers and words that say nothing', () => {
    assert.deepEqual(wordsOf('The checkout FAILED with 3 errors in 200 ms'), ['checkout']);
  });

  it('count an identifier whole and in its parts', () => {
    assert.deepEqual(wordsOf('discountOn MAX_RETRIES HTTPServer'), [
      'discounton',
      'discount',
      'max_retries',
      'max',
      'retries',
      'httpserver',
      'http',
      'server',
    ]);
  });

  it('read scripts without spaces two letters at a time', () => {
    assert.deepEqual(wordsOf('接続失敗'), ['接続', '続失', '失敗']);
    assert.deepEqual(wordsOf('Ошибка соединения'), ['ошибка', 'соединения']);
  });

  it('come from any text in reasonable size', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) assert.ok(word !== '' && word.length <= 80);
      }),
    );
  });
});
