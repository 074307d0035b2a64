import assert from 'node:assert/strict';
import { checklistsFor } from '../../../../src/core/triage/checklistsFor.ts';

describe('the checklists of a triage', () => {
  it('are that of its kind, and none for a question', () => {
    assert.deepEqual(checklistsFor('glitch', 'S2'), ['glitch']);
    assert.deepEqual(checklistsFor('unknown', 'S3'), ['triage-issue']);
    assert.deepEqual(checklistsFor('not-a-problem', 'S4'), []);
  });

  it('begin with that of a live incident for an S1', () => {
    assert.deepEqual(checklistsFor('broken', 'S1'), ['incident-live', 'broken']);
  });
});
