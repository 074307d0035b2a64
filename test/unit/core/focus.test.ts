import assert from 'node:assert/strict';
import { Focus } from '../../../src/core/focus.ts';

describe('the focus', () => {
  const item = { uri: 'file:///a.md', item: { checklist: 'slow', id: 'one' } };

  it('tells of a new target once, and of one that is asked for every time', () => {
    const focus = new Focus();
    const heard: boolean[] = [];
    focus.onDidChange(({ isAsked }) => heard.push(isAsked));
    focus.follow(item);
    focus.follow({ uri: item.uri, item: { ...item.item, occurrence: 0 } });
    focus.show(item);
    focus.show(item);
    assert.deepEqual(heard, [false, true, true]);
  });

  it('keeps the last record for commands while a checklist is looked at', () => {
    const focus = new Focus();
    focus.follow(item);
    focus.follow({ checklistId: 'slow' });
    assert.deepEqual(focus.current, { checklistId: 'slow' });
    assert.deepEqual(focus.record, item);
  });

  it('tells the checklist from its items and a record from its items', () => {
    const focus = new Focus();
    let count = 0;
    focus.onDidChange(() => count++);
    focus.follow({ checklistId: 'slow' });
    focus.follow({ checklistId: 'slow', itemId: 'one' });
    focus.follow({ uri: item.uri });
    focus.follow(item);
    assert.equal(count, 4);
  });
});
