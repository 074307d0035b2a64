import assert from 'node:assert/strict';
import { libraryOf, modelOf, uri, type Scene } from './guides.ts';
import { layoutsFrom, type GuideModel } from '../../../../src/core/guide/model.ts';

const checklist = (kind: string): string => `---
id: slow
group: problem
kind: ${kind}
trigger: Something is slow.
sources:
  - https://example.com/slow
---
# Slow
## Measure
- [ ] **Write the number**
  - Why: Without it nobody knows.
  - How: Look at the graph.
  - How: Or ask.
  - Ask: Which number?
  - Evidence: The number.
- [ ] Agree on a target
## Fix
- [ ] Change one thing
  - Only for: sql
`;

const record = `---
tpm: triage
title: Orders are slow
status: open
severity: S2
---
# Orders are slow

<!-- tpm:checklist slow -->
### Slow
#### Measure
- [x] **Write the number**
- [ ] Agree on a target
  - Problem: nobody decides
  - Note: asked Ana
#### Fix
- [ ] Change one thing
- [x] ~~Added by hand~~ (n/a: not here)
<!-- /tpm:checklist -->
`;

const library = libraryOf([checklist('read-do')]);
const at = (id: string, scene: Scene = {}): GuideModel =>
  modelOf({ target: { uri, item: { checklist: 'slow', id } }, text: record, library, ...scene });

function the<K extends GuideModel['kind']>(kind: K, model: GuideModel): Extract<GuideModel, { kind: K }> {
  assert.equal(model.kind, kind);
  return model as Extract<GuideModel, { kind: K }>;
}

describe('the model of the Guide', () => {
  it('is empty when nothing is selected, the text is gone, or the checklist is unknown', () => {
    assert.deepEqual(modelOf({}), { kind: 'empty' });
    assert.deepEqual(modelOf({ target: { uri } }), { kind: 'empty' });
    assert.deepEqual(modelOf({ target: { checklistId: 'other' }, library }), { kind: 'empty' });
    assert.deepEqual(modelOf({ target: { uri }, text: 'Just words.' }), { kind: 'empty' });
  });

  it('joins the state of an item in the record with what its checklist says', () => {
    const { item, position, count, trail } = the('item', at('agree-on-a-target'));
    assert.deepEqual(item.state, { kind: 'problem', note: 'nobody decides' });
    assert.deepEqual(item.notes, ['asked Ana']);
    assert.deepEqual([position, count], [2, 2]);
    assert.deepEqual(trail, { checklist: 'Slow', section: 'Measure', overview: { uri } });
    const must = the('item', at('write-the-number')).item;
    assert.equal(must.isMust, true);
    assert.equal(must.teaching?.why, 'Without it nobody knows.');
    assert.deepEqual(must.teaching?.how, ['Look at the graph.', 'Or ask.']);
  });

  it('goes from item to item across sections and stops at the ends', () => {
    const target = (id: string) => ({ uri, item: { checklist: 'slow', id, occurrence: 0 } });
    const first = the('item', at('write-the-number'));
    assert.equal(first.previous, undefined);
    assert.deepEqual(first.next, target('agree-on-a-target'));
    const third = the('item', at('change-one-thing'));
    assert.deepEqual(third.previous, target('agree-on-a-target'));
    assert.deepEqual(third.next, target('added-by-hand'));
    assert.equal(the('item', at('added-by-hand')).next, undefined);
  });

  it('shows an item that no checklist has with what the record says', () => {
    const { item } = the('item', at('added-by-hand'));
    assert.deepEqual(item.state, { kind: 'n/a', reason: 'not here' });
    assert.equal(item.teaching, undefined);
    assert.equal(the('item', at('change-one-thing', { library: [] })).item.teaching, undefined);
  });

  it('shows a whole section of a do-confirm list, unless the user chose otherwise', () => {
    const confirm = libraryOf([checklist('do-confirm')]);
    const section = the('section', at('agree-on-a-target', { library: confirm }));
    assert.deepEqual(
      section.items.map(({ title }) => title),
      ['Write the number', 'Agree on a target'],
    );
    assert.equal(section.current, 'slow:0:agree-on-a-target');
    assert.deepEqual(section.progress, { settled: 1, total: 2, problems: 1, openMusts: 0 });
    assert.deepEqual(section.next, { uri, item: { checklist: 'slow', id: 'change-one-thing', occurrence: 0 } });
    the('item', at('agree-on-a-target', { library: confirm, layouts: { 'do-confirm': 'item' } }));
    the('section', at('agree-on-a-target', { layouts: { 'read-do': 'section' } }));
  });

  it('shows a record with its progress and where to go on', () => {
    const model = the('record', modelOf({ target: { uri }, text: record, library }));
    assert.equal(model.title, 'Orders are slow');
    assert.equal(model.info?.severity, 'S2');
    assert.deepEqual(model.firstOpen?.item?.id, 'change-one-thing');
    assert.deepEqual(model.blocks[0]?.progress, { settled: 2, total: 4, problems: 1, openMusts: 0 });
    assert.deepEqual(
      model.blocks[0]?.sections.map(({ title, progress }) => [title, progress?.settled, progress?.total]),
      [
        ['Measure', 1, 2],
        ['Fix', 1, 2],
      ],
    );
  });

  it('falls back to the record or the checklist when the item is gone', () => {
    the('record', at('no-such-item'));
    the('library', modelOf({ target: { checklistId: 'slow', itemId: 'no-such-item' }, library }));
  });

  it('shows a checklist of the library with its sections, without states', () => {
    const model = the('library', modelOf({ target: { checklistId: 'slow' }, library }));
    assert.deepEqual(
      model.sections.map(({ title, count, target }) => [title, count, target]),
      [
        ['Measure', 2, { checklistId: 'slow', itemId: 'write-the-number' }],
        ['Fix', 1, { checklistId: 'slow', itemId: 'change-one-thing' }],
      ],
    );
    const { item, next } = the(
      'item',
      modelOf({ target: { checklistId: 'slow', itemId: 'agree-on-a-target' }, library }),
    );
    assert.equal(item.state, undefined);
    assert.deepEqual(next, { checklistId: 'slow', itemId: 'change-one-thing' });
  });

  it('tells two blocks of the same checklist apart', () => {
    const block = (mark: string): string =>
      `<!-- tpm:checklist slow -->\n- [${mark}] Agree on a target\n<!-- /tpm:checklist -->\n`;
    const text = `${block(' ')}\n${block('x')}`;
    const item = (occurrence: number) => ({ checklist: 'slow', id: 'agree-on-a-target', occurrence });
    const second = the('item', modelOf({ target: { uri, item: item(1) }, text, library }));
    assert.deepEqual(second.item.state, { kind: 'done' });
    assert.deepEqual(second.previous, { uri, item: item(0) });
  });

  it('remembers layouts, and nothing else that an earlier session may have left', () => {
    assert.deepEqual(layoutsFrom({ 'read-do': 'section', 'do-confirm': 'item' }), {
      'read-do': 'section',
      'do-confirm': 'item',
    });
    assert.deepEqual(layoutsFrom({ 'read-do': 'grid', other: 'item' }), {});
    for (const left of [undefined, null, 'item', 7, []]) assert.deepEqual(layoutsFrom(left), {});
  });

  it('lets team checklists act in trusted workspaces only', () => {
    const team = libraryOf([checklist('read-do')], 'team');
    assert.equal(the('item', at('agree-on-a-target', { library: team })).mayAct, true);
    assert.equal(the('item', at('agree-on-a-target', { library: team, isTrusted: false })).mayAct, false);
    assert.equal(the('item', at('agree-on-a-target', { isTrusted: false })).mayAct, true);
  });
});
