import assert from 'node:assert/strict';
import { compilePattern } from '../../../../src/core/triage/phrase.ts';
import { signals } from '../../../../src/core/triage/signals.ts';
import { contexts } from '../../../../src/core/triage/signals/context.ts';
import { experiencePatterns } from '../../../../src/core/triage/signals/experience.ts';
import { flagSignals } from '../../../../src/core/triage/signals/flags.ts';

const matches = (phrase: string, text: string): boolean => compilePattern(phrase).expression.test(text);

describe('a phrase', () => {
  it('is one word or another, and nothing inside longer words', () => {
    assert.ok(matches('slow|laggy', 'it is laggy.'));
    assert.ok(!matches('slow', 'slowpath'));
    assert.ok(!matches('slow', 'is_slow'));
  });

  it('can be a prefix', () => {
    assert.ok(matches('stutter*', 'stuttering badly'));
    assert.ok(!matches('stutter*', 'astutter'));
  });

  it('can have absent and any words between', () => {
    assert.ok(matches('very? slow', 'slow'));
    assert.ok(matches('takes ~2 long', 'takes way too long'));
    assert.ok(!matches('takes ~2 long', 'takes one of the very long'));
  });

  it('knows numbers with a unit', () => {
    assert.ok(matches('takes # seconds', 'takes 1.5 seconds'));
    assert.ok(matches('uses #', 'uses 4gb'));
  });

  it('does without apostrophes', () => {
    assert.ok(matches("doesn't work", 'doesnt work'));
    assert.ok(matches("doesn't work", "doesn't work"));
  });

  it('is looked for by its rarest word that is always there', () => {
    assert.deepEqual(compilePattern('the? heap out of memory').anchors, ['memory']);
    assert.throws(() => compilePattern('# ~2 #'));
  });

  it('cannot go wild: no expression takes long on hostile text', () => {
    const words = 'a the not very out of memory slow can be is to 12 s error test time failed '.repeat(8).slice(0, 600);
    const hostile = [words, ' '.repeat(600), '-'.repeat(600), 'a '.repeat(300), '1.'.repeat(300), '(:'.repeat(300)];
    const patterns = [...signals, ...flagSignals, ...contexts]
      .flatMap((family) => family.patterns)
      .concat(experiencePatterns);
    const slow = patterns.filter((pattern) => {
      const { expression } = compilePattern(pattern);
      const start = performance.now();
      for (const text of hostile) expression.test(text);
      return performance.now() - start > 20 && secondTry(expression, hostile) > 20;
    });
    assert.deepEqual(slow, []);
  });
});

/** A collection of garbage or a busy machine explains one slow run, not two. */
function secondTry(expression: RegExp, texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) expression.test(text);
  return performance.now() - start;
}

describe('the signals', () => {
  it('have ids of their own, a meaning in plain words and a weight', () => {
    assert.equal(new Set(signals.map(({ id }) => id)).size, signals.length);
    for (const { id, meaning, weight, patterns } of signals) {
      assert.match(id, /^[a-z-]+$/);
      assert.ok(meaning.length > 10 && meaning.length < 90 && !meaning.endsWith('.'), id);
      assert.ok(weight !== 0 && patterns.length > 0, id);
    }
  });

  it('can all be found: every anchor is one lower-case word', () => {
    for (const { id, patterns } of signals) {
      for (const pattern of patterns) {
        for (const anchor of compilePattern(pattern).anchors) assert.match(anchor, /^[a-z0-9_]+\*?$/, id);
      }
    }
  });
});
