import assert from 'node:assert/strict';
import { addHypothesis, hasManyFailed, hypothesesIn } from '../../../../src/core/triage/hypotheses.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';

const table = (...rows: string[]): string =>
  [
    '## Hypotheses',
    '',
    '| Cause | Prediction | Experiment | Result |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Log',
    '',
  ].join('\n');

const next = { cause: 'Pool | empty', prediction: 'count grows', experiment: 'log it' };

describe('the hypotheses table', () => {
  it('is read row by row, escaped bars included', () => {
    const [row] = hypothesesIn(table('| a \\| b | p | e | no, it still fails |'));
    assert.deepEqual(
      { cause: row?.cause, prediction: row?.prediction, experiment: row?.experiment, result: row?.result },
      { cause: 'a | b', prediction: 'p', experiment: 'e', result: 'no, it still fails' },
    );
  });

  it('tells a refuted cause by the words of its result', () => {
    const results = ['No', 'refuted', 'not it', "didn't help", 'still fails', 'confirmed', 'yes', 'partly', ''];
    const refuted = hypothesesIn(table(...results.map((result) => `| c | p | e | ${result} |`))).map(
      (row) => row.isRefuted,
    );
    assert.deepEqual(refuted, [true, true, true, true, true, false, false, false, false]);
  });

  it('asks to stop after three refuted causes and not one confirmed', () => {
    const refuted = '| c | p | e | no |';
    assert.equal(hasManyFailed(hypothesesIn(table(refuted, refuted))), false);
    assert.equal(hasManyFailed(hypothesesIn(table(refuted, refuted, refuted))), true);
    assert.equal(hasManyFailed(hypothesesIn(table(refuted, refuted, refuted, '| c | p | e | yes |'))), false);
  });

  it('gets a new row below the last one', () => {
    const text = table('| a | p | e | no |');
    assert.equal(
      applyEdits(text, addHypothesis(text, next)),
      table('| a | p | e | no |', '| Pool \\| empty | count grows | log it | |'),
    );
  });

  it('has its first placeholder replaced', () => {
    const text = table('| What do you think it is? | | How often? | |');
    assert.equal(applyEdits(text, addHypothesis(text, next)), table('| Pool \\| empty | count grows | log it | |'));
  });

  it('has its question replaced, unless somebody began to answer', () => {
    const question = '_not said yet: what could cause it_';
    const text = table(`| ${question} | | | |`);
    assert.equal(applyEdits(text, addHypothesis(text, next)), table('| Pool \\| empty | count grows | log it | |'));
    const begun = table(`| ${question} | | log the pool | |`);
    assert.match(applyEdits(begun, addHypothesis(begun, next)), /log the pool \| \|\n\| Pool/);
  });

  it('is made when the user took it out', () => {
    assert.equal(hypothesesIn(applyEdits('# T\n', addHypothesis('# T\n', next))).length, 1);
  });
});
