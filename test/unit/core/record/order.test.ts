import assert from 'node:assert/strict';
import type { RecordInfo } from '../../../../src/core/record/model.ts';
import { byNeed, newestAmong, waitingAmong } from '../../../../src/core/record/order.ts';

const now = '2026-11-28T22:40+00:00';

const record = (name: string, info: Partial<RecordInfo>): { name: string; info: RecordInfo } => ({
  name,
  info: { kind: 'triage', title: name, status: 'open', checklists: [], ...info },
});

const overdue = record('2026-11-28-export.md', {
  severity: 'S3',
  created: '2026-11-28T20:00+00:00',
  nextUpdate: '2026-11-28T22:30+00:00',
});
const ownerless = record('2026-11-28-login.md', { severity: 'S2', created: '2026-11-28T20:00+00:00' });
const severe = record('2026-11-27-rounding.md', { severity: 'S2', owner: 'Ana', created: '2026-11-27T09:00+00:00' });
const older = record('2026-11-28-untitled.md', { severity: 'S3', created: '2026-11-28T21:00+00:00' });
const newer = record('2026-11-28-cart.md', { severity: 'S3', created: '2026-11-28T22:35+00:00' });
const run = record('2026-11-28-glitch.md', { kind: 'checklist', created: '2026-11-28T22:00+00:00' });
const minor = record('2026-11-28-colour.md', { severity: 'S4', created: '2026-11-28T22:39+00:00' });
const all = [older, run, minor, newer, severe, overdue, ownerless];
const names = (entries: readonly { name: string }[]): string[] => entries.map(({ name }) => name);

describe('the records in progress', () => {
  it('come in the order in which somebody has to see to them', () => {
    assert.deepEqual(names(byNeed(all, now)), names([ownerless, overdue, severe, newer, run, older, minor]));
  });

  it('are newer by the moment when they were made, whatever their names; by their names where none is written', () => {
    assert.equal(newestAmong([older, minor, newer]), minor);
    const unmarked = [record('2026-11-26-a.md', {}), record('2026-11-27-a.md', {}), record('notes.md', {})];
    assert.equal(newestAmong(unmarked), unmarked[1]);
    assert.equal(newestAmong([]), undefined);
  });

  it('wait for somebody when an update is overdue or a severe one has no owner', () => {
    assert.deepEqual(names(waitingAmong(all, now)), names([overdue, ownerless]));
  });
});
