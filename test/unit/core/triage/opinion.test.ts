import assert from 'node:assert/strict';
import { scoredKinds } from '../../../../src/core/triage/kinds.ts';
import { opinionOf, typicalWords } from '../../../../src/core/triage/opinion.ts';
import { readReport } from '../../../../src/core/triage/readReport.ts';
import { traitsOf, worthOfWord, type Traits } from '../../../../src/core/triage/traits.ts';
import { weightsOf } from '../../../../src/core/triage/learnedWeights.ts';
import { classify } from '../../../../src/core/triage/classify.ts';

const traits = (title: string, text = ''): Traits => traitsOf(readReport({ title, text }));
const noPoints = { glitch: 0, bottleneck: 0, broken: 0, 'not-a-problem': 0 };

describe('traits', () => {
  it('are words by their stem, once each, with the place where they stand first', () => {
    const found = traits('Crashes twice', 'It crashed.\nIt is crashing.');
    assert.deepEqual(found.get('crash'), { line: -1, start: 0, end: 7 });
    assert.deepEqual(found.get('it'), { line: 0, start: 0, end: 2 });
    assert.ok(found.has('t:crash') && found.has('^crash') && !found.has('t:it'));
  });

  it('are not read from what tools printed', () => {
    assert.ok(!traits('Build', '```\nzebra: command not found\n```').has('zebra'));
  });

  it('are read from the beginning of a long text only', () => {
    assert.ok(!traits('Long', `${'word '.repeat(100)}\n`.repeat(20) + 'zebra').has('zebra'));
  });
});

describe('the worth of a word', () => {
  const worth = (text: string): number => worthOfWord(traits('', text).keys());
  const words = (count: number): string =>
    Array.from({ length: count }, (_, i) => `w${String.fromCodePoint(97 + (i % 26), 97 + Math.floor(i / 26))}`).join(
      ' ',
    );

  it('is the smaller the more words a report has, by the square root', () => {
    const [short, long] = [worth(words(40)), worth(words(160))];
    assert.ok(Math.abs(short - 1) < 0.05 && Math.abs(long - 0.5) < 0.05, `${short} ${long}`);
  });

  it('has an end for short reports', () => {
    assert.equal(worth('Broken'), worth(words(20)));
  });
});

describe('an opinion', () => {
  it('is a share for each kind, in all one', () => {
    const { learned, both } = opinionOf(traits('Stutters while scrolling'), noPoints);
    for (const shares of [learned, both]) {
      const sum = scoredKinds.reduce((total, kind) => total + shares[kind], 0);
      assert.ok(Math.abs(sum - 1) < 1e-9);
    }
    assert.deepEqual(learned, both);
  });

  it('moves towards the kind that the signals speak for', () => {
    const found = traits('Something about the list');
    const before = opinionOf(found, noPoints).both.broken;
    assert.ok(opinionOf(found, { ...noPoints, broken: 6 }).both.broken > before);
  });

  it('rests on weights that sum up to nearly nothing over the kinds, and on no word of a single report', () => {
    const { glitch = 0, bottleneck = 0, broken = 0, 'not-a-problem': none = 0 } = weightsOf('s:flaky') ?? {};
    assert.ok(glitch > Math.max(bottleneck, broken, none));
    assert.ok(Math.abs(glitch + bottleneck + broken + none) < 0.2);
    assert.equal(weightsOf('kaqchikel'), undefined);
  });
});

describe('wording', () => {
  it('names the words that a verdict rests on, after the reasons of the rules', () => {
    const { kind, reasons } = classify({ title: 'Dropped keystrokes over Bluetooth', text: 'I type on a phone.' });
    assert.equal(kind, 'glitch');
    const wording = reasons.findIndex(({ signal }) => signal === 'wording');
    assert.ok(wording > 0 && wording === reasons.length - 1, JSON.stringify(reasons));
    assert.match(reasons[wording]?.meaning ?? '', /^“\w+”.* leans? this way in the reports that it learned from$/);
  });

  it('finds the strongest words first', () => {
    const weights = typicalWords(traits('Sometimes random order of the flaky list'), 'glitch').map(
      ({ weight }) => weight,
    );
    assert.ok(weights.length > 1);
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    );
  });

  it('is left out for tool output that nobody said a word about', () => {
    const { reasons } = classify({ text: 'Traceback (most recent call last):\n  File "a.py", line 3\nKeyError: 3' });
    assert.ok(reasons.length > 0 && reasons.every(({ signal }) => signal !== 'wording'));
  });
});
