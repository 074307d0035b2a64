import assert from 'node:assert/strict';
import { actionOf, type GuideAction } from '../../../../src/core/guide/action.ts';
import { renderGuide } from '../../../../src/core/guide/render.ts';
import { libraryOf, modelOf, uri, words, type Scene } from './guides.ts';

const file = `---
id: slow
group: problem
kind: read-do
trigger: t
sources: ['https://example.com/source']
---
# Slow
## Measure
- [ ] Write it
  - How: Open [Problems](command:workbench.actions.view.problems), read [this](https://example.com).
    \`\`\`sh
    uptime
    \`\`\`
  - Ask: Which *number*?
- [ ] Next one
`;
const text = `---
tpm: checklist
title: Run
status: open
---
<!-- tpm:checklist slow -->
- [ ] Write it
- [x] Next one
- [x] ~~Not this~~ (n/a: no)
<!-- /tpm:checklist -->
`;
const library = libraryOf([file]);
const item = (id: string) => ({ uri, item: { checklist: 'slow', id, occurrence: 0 } });

function press(action: unknown, key: string | undefined, scene: Scene): GuideAction | undefined {
  const model = modelOf({ text, library, ...scene });
  const { pressables } = renderGuide(model, words);
  return actionOf({ action, ...(key === undefined ? {} : { key }) }, model, pressables);
}

describe('a press in the Guide', () => {
  const onItem: Scene = { target: item('write-it') };
  const onDone: Scene = { target: item('next-one') };
  const inLibrary: Scene = { target: { checklistId: 'slow', itemId: 'write-it' } };

  it('runs the command of the item with the item as its target', () => {
    const command = (action: string, scene: Scene, id: string) => {
      const result = press(action, `slow:0:${id}`, scene);
      return result?.kind === 'command' ? [result.command, result.argument] : result;
    };
    const target = item('write-it');
    assert.deepEqual(command('done', onItem, 'write-it'), ['tpmMentor.markDone', { target }]);
    assert.deepEqual(command('notApplicable', onItem, 'write-it'), ['tpmMentor.markNotApplicable', { target }]);
    assert.deepEqual(command('problem', onItem, 'write-it'), ['tpmMentor.reportProblem', { target }]);
    assert.deepEqual(command('note', onItem, 'write-it'), ['tpmMentor.addNote', { target }]);
    assert.deepEqual(command('ask', onItem, 'write-it'), ['tpmMentor.copyQuestion', { target }]);
    assert.deepEqual(command('done', onDone, 'next-one'), ['tpmMentor.markOpen', { target: item('next-one') }]);
  });

  it('ticks and unticks any item of a section as the tree does', () => {
    const scene: Scene = { ...onItem, layouts: { 'read-do': 'section' } };
    const commandFor = (id: string) => {
      const result = press('check', `slow:0:${id}`, scene);
      return result?.kind === 'command' ? result.command : result;
    };
    assert.equal(commandFor('write-it'), 'tpmMentor.markDone');
    assert.equal(commandFor('next-one'), 'tpmMentor.markOpen');
    assert.equal(commandFor('not-this'), 'tpmMentor.markOpen');
  });

  it('moves to the neighbours, the overview and the sections', () => {
    assert.deepEqual(press('next', undefined, onItem), { kind: 'move', target: item('next-one') });
    assert.equal(press('previous', undefined, onItem), undefined);
    assert.deepEqual(press('overview', undefined, onItem), { kind: 'move', target: { uri } });
    assert.deepEqual(press('overview', undefined, inLibrary), { kind: 'move', target: { checklistId: 'slow' } });
    const overview: Scene = { target: { uri } };
    assert.deepEqual(press('continue', undefined, overview), { kind: 'move', target: item('write-it') });
    assert.deepEqual(press('section', '0:0', overview), { kind: 'move', target: item('write-it') });
    for (const key of ['0:1', '1:0', '-1:0', '0:-1', 'x', '', '0:length', '0.5:0'])
      assert.equal(press('section', key, overview), undefined, key);
  });

  it('switches the layout for lists of the same kind', () => {
    assert.deepEqual(press('layout', undefined, onItem), {
      kind: 'layout',
      checklistKind: 'read-do',
      layout: 'section',
    });
  });

  it('starts and inserts the checklist that is shown', () => {
    const argument = { checklistId: 'slow' };
    for (const scene of [inLibrary, { target: { checklistId: 'slow' } }]) {
      assert.deepEqual(press('start', undefined, scene), {
        kind: 'command',
        command: 'tpmMentor.startChecklist',
        argument,
      });
      assert.deepEqual(press('insert', undefined, scene), {
        kind: 'command',
        command: 'tpmMentor.insertChecklist',
        argument,
      });
    }
    assert.equal(press('start', undefined, onItem), undefined);
  });

  it('copies the question of a checklist that is not in a record', () => {
    assert.deepEqual(press('ask', 'write-it', inLibrary), { kind: 'copy', text: 'Which number?' });
    assert.equal(press('done', 'write-it', inLibrary), undefined);
  });

  it('takes links, commands, copies and terminal lines only when the page shows them', () => {
    assert.deepEqual(press('run', 'workbench.actions.view.problems', onItem), {
      kind: 'run',
      command: 'workbench.actions.view.problems',
    });
    assert.deepEqual(press('open', 'https://example.com', onItem), { kind: 'open', address: 'https://example.com' });
    assert.deepEqual(press('copy', 'uptime', onItem), { kind: 'copy', text: 'uptime' });
    assert.deepEqual(press('type', 'uptime', onItem), { kind: 'type', line: 'uptime' });
    assert.equal(press('run', 'timeline.focus', onItem), undefined, 'allowed, but not shown');
    assert.equal(press('run', 'workbench.action.quit', onItem), undefined);
    assert.equal(press('open', 'https://example.org', onItem), undefined);
    assert.equal(press('type', 'rm -rf .', onItem), undefined);
    assert.equal(press('copy', 'other', onItem), undefined);
    assert.equal(press('run', 'workbench.actions.view.problems', onDone), undefined, 'shown on another item');
    assert.deepEqual(press('open', 'https://example.com/source', { target: { checklistId: 'slow' } }), {
      kind: 'open',
      address: 'https://example.com/source',
    });
  });

  it('leaves any other message unanswered', () => {
    const model = modelOf({ target: item('write-it'), text, library });
    const { pressables } = renderGuide(model, words);
    for (const message of [
      undefined,
      null,
      1,
      'done',
      [],
      {},
      { action: 1 },
      { action: 'constructor' },
      { action: 'done', key: 7 },
      { action: '__proto__', key: '__proto__' },
    ])
      assert.equal(actionOf(message, model, pressables), undefined);
  });
});
