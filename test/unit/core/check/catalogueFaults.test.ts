import assert from 'node:assert/strict';
import { catalogueFaults } from '../../../../src/core/check/catalogueFaults.ts';
import { codeOf } from '../../../../src/core/check/model.ts';

const list = (id: string, ...items: string[]): string =>
  `---\nid: ${id}\ngroup: delivery\nkind: read-do\ntrigger: Now.\n---\n\n# L\n\n## A\n\n${items.map((item) => `- [ ] ${item}\n`).join('')}`;
const faults = (...texts: string[]): string[][] =>
  catalogueFaults(texts).map((own) => own.map((fault) => `${fault.line + 1} ${codeOf(fault)}`));

describe('checklists side by side', () => {
  it('have nothing to mend when each says its own', () => {
    assert.deepEqual(faults(), []);
    assert.deepEqual(faults(list('a', 'Tag the commit'), list('b', 'Rehearse the way back')), [[], []]);
  });

  it('are told which file takes an id again, and which item repeats another', () => {
    assert.deepEqual(
      faults(list('a', 'Tag the commit'), list('a', 'Call support', 'Tag the commit'), list('b', 'Tag the commit')),
      [[], ['1 repeated-checklist-id', '13 repeated-title'], ['12 repeated-title', '12 repeated-title']],
    );
    const [, [fault]] = catalogueFaults([list('a', 'Tag the commit'), list('b', 'Tag the commit')]) as [
      unknown,
      [{ finding: object }],
    ];
    assert.deepEqual(fault.finding, {
      rule: 'repeated-title',
      other: { checklist: 'a', item: 'Tag the commit' },
      checklist: 'b',
      item: 'Tag the commit',
      line: 11,
    });
  });

  it('are not compared with a text that only hides another', () => {
    const hidden = list('b', 'Tag the commit').replace('---\nid', '---\ndisabled: true\nid');
    assert.deepEqual(faults(list('a', 'Tag the commit'), hidden), [[], []]);
  });
});
