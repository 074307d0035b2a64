import assert from 'node:assert/strict';
import { contentWords, likenessOf } from '../../../../src/core/checklist/likeness.ts';
import { lintCatalogue, type LintRule } from '../../../../src/core/checklist/lint.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import { front, item, list, ruleOf } from './sampleList.ts';

describe('the lint of a catalogue', () => {
  it('finds nothing in lists that say different things', () => {
    assert.deepEqual(rulesAcross(['Read the log'], ['Tell the sponsor']), []);
  });

  it('finds the id that two lists share', () => {
    const { checklist } = parseChecklist(list({ count: 0 }));
    const other = { ...checklist, sections: [] };
    assert.deepEqual(lintCatalogue([checklist, other]), [
      { rule: 'repeated-checklist-id', checklist: 'sample', line: 0 },
    ]);
  });

  it('finds a title that is there twice, whatever its case and marks', () => {
    assert.deepEqual(rulesAcross(['Read the *first* error'], ['Read the first error!']), [
      { rule: 'repeated-title', other: { checklist: 'list-0', item: 'Read the first error' } },
    ]);
  });

  it('finds a title that says the same in nearly the same words', () => {
    assert.deepEqual(
      rulesAcross(['Find the hole in the net that should have caught it'], ['Find out which net had the hole']),
      [
        {
          rule: 'similar-item',
          other: { checklist: 'list-0', item: 'Find the hole in the net that should have caught it' },
          likeness: 0.75,
        },
      ],
    );
  });

  it('finds an item of another list that says the same under another title', () => {
    const body = {
      why: 'A leaked token opens every customer account',
      how: 'Rotate the token, revoke sessions, audit access logs',
    };
    const one = parseChecklist(
      list({ count: 0, first: item({ ...body, title: '**Replace what leaked**' }) }),
    ).checklist;
    const other = parseChecklist(
      list({ count: 0, first: item({ ...body, title: '**Act on an exposed key**' }) }),
    ).checklist;
    const findings = lintCatalogue([one, { ...other, id: 'other' }]);
    assert.deepEqual(
      findings.map(({ rule, checklist }) => [rule, checklist]),
      [['similar-item', 'other']],
    );
  });

  it('measures likeness as shared words by all words', () => {
    assert.equal(likenessOf(contentWords('Run the tests'), contentWords('Testing a run')), 1);
    assert.equal(likenessOf(contentWords('Count slow queries'), contentWords('Count queries')), 2 / 3);
    assert.equal(likenessOf(contentWords('Read the log'), contentWords('Tell the sponsor')), 0);
    assert.equal(likenessOf(contentWords('the'), contentWords('of')), 0);
  });
});

/** One list for each array of titles. */
function rulesAcross(...lists: readonly (readonly string[])[]): LintRule[] {
  const checklists = lists.map((titles, index) => {
    const body = titles.map((title) => `- [ ] ${title}\n`).join('');
    return { ...parseChecklist(`${front()}# Sample\n\n## Look\n\n${body}`).checklist, id: `list-${index}` };
  });
  return lintCatalogue(checklists).map(ruleOf);
}
