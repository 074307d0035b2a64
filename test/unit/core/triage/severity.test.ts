import assert from 'node:assert/strict';
import { impacts, severities, severityOf, urgencies } from '../../../../src/core/triage/severity.ts';
import type { Impact, Urgency } from '../../../../src/core/triage/severity.ts';

describe('severity', () => {
  it('follows the table of impact and urgency', () => {
    const table = impacts.map(({ id }) => urgencies.map((urgency) => severityOf(id, urgency.id)).join(' '));
    assert.deepEqual(table, ['S1 S1 S2', 'S1 S2 S3', 'S2 S3 S4', 'S3 S4 S4']);
  });

  it('is at least S2 while a security or data-loss flag is a suspicion', () => {
    assert.equal(severityOf('I4', 'U3', [{ kind: 'security' }]), 'S2');
    assert.equal(severityOf('I3', 'U3', [{ kind: 'data-loss', confirmed: false }]), 'S2');
    assert.equal(severityOf('I1', 'U1', [{ kind: 'security' }]), 'S1');
  });

  it('is S1 once a flag is confirmed', () => {
    assert.equal(severityOf('I4', 'U3', [{ kind: 'security' }, { kind: 'data-loss', confirmed: true }]), 'S1');
  });

  it('goes up in doubt when a record holds a level that is not in the rubric', () => {
    assert.equal(severityOf('I9' as Impact, 'U1'), 'S1');
    assert.equal(severityOf('I3', 'constructor' as Urgency), 'S2');
  });

  it('has a rubric that says the cadence of updates', () => {
    assert.deepEqual(
      severities.map(({ id, updateMinutes }) => [id, updateMinutes]),
      [
        ['S1', 30],
        ['S2', 120],
        ['S3', 1440],
        ['S4', undefined],
      ],
    );
  });
});
