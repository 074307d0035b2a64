import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { titleForms, type TitleForm } from '../../../../src/core/triage/titleForm.ts';

/** The first form, which says how the title is built. */
const expected: Readonly<Record<string, TitleForm>> = {
  'Remember the last position': 'to do',
  '[Feature] Please show a hint': 'to do',
  'feat(ui): sort by name': 'to do',
  'Display is wonky on phones': 'statement',
  'Log in with a long name fails': 'statement',
  'Reduce memory of the indexer': 'to quicken',
  'Fix wrong totals': 'to mend',
  'Does it work offline': 'question',
  'Why two windows?': 'question',
  'Signing out takes several clicks': 'gerund',
  'Export loses the header': 'statement',
  'Battery usage at night': 'noun',
};

describe('the form of a title', () => {
  for (const [title, form] of Object.entries(expected)) {
    it(`of "${title}" is ${form}`, () => assert.equal(titleForms(title)[0], form));
  }

  it('also tells that something happens, under which condition, and to whom', () => {
    assert.deepEqual(titleForms('My list is empty after a restart'), [
      'statement',
      'says what happens',
      'person',
      'condition',
    ]);
  });

  it('is nothing without words', () => {
    assert.deepEqual(titleForms(''), []);
    assert.deepEqual(titleForms('421743 !'), []);
  });

  it('is found quickly in any title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => Array.isArray(titleForms(title))));
    const start = performance.now();
    titleForms('[a:'.repeat(100_000));
    assert.ok(performance.now() - start < 200);
  });
});
