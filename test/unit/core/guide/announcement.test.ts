import assert from 'node:assert/strict';
import { announcementOf } from '../../../../src/core/guide/announcement.ts';
import type { GuideModel } from '../../../../src/core/guide/model.ts';
import { modelOf, uri, words, type Scene } from './guides.ts';

const textOf = (first: string, more = ''): string =>
  `<!-- tpm:checklist slow -->\n- [${first}] **Write it**\n${more}- [ ] Next one\n<!-- /tpm:checklist -->\n`;
const on = (id: string, text: string, scene: Scene = {}): GuideModel =>
  modelOf({ target: { uri, item: { checklist: 'slow', id } }, text, ...scene });
const said = (before: GuideModel | undefined, after: GuideModel): string => announcementOf(before, after, words);

describe('what a screen reader hears from the Guide', () => {
  it('is nothing at first, and nothing when nothing changed', () => {
    assert.equal(said(undefined, on('write-it', textOf(' '))), '');
    assert.equal(said(on('write-it', textOf(' ')), on('write-it', textOf(' '))), '');
  });

  it('is the new state of the item', () => {
    assert.equal(said(on('write-it', textOf(' ')), on('write-it', textOf('x'))), 'done');
    const problem = on('write-it', textOf(' ', '  - Problem: no access\n'));
    assert.equal(said(on('write-it', textOf(' ')), problem), 'Problem: no access');
  });

  it('names the item in a section of many', () => {
    const scene: Scene = { layouts: { 'read-do': 'section' } };
    assert.equal(said(on('next-one', textOf(' '), scene), on('next-one', textOf('x'), scene)), 'Write it: done');
  });

  it('says that a note was added', () => {
    assert.equal(said(on('write-it', textOf(' ')), on('write-it', textOf(' ', '  - Note: seen\n'))), 'Note added');
  });

  it('is the name, state and place of another item', () => {
    const text = textOf(' ');
    assert.equal(said(on('next-one', text), on('write-it', text)), 'Write it, Must, open, 1 of 2');
  });
});
