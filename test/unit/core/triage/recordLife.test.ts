import assert from 'node:assert/strict';
import { parseRecord } from '../../../../src/core/record/parse.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { addMinutes, durationBetween } from '../../../../src/core/text/time.ts';
import { dueOn } from '../../../../src/core/triage/due.ts';
import { logUpdate, resolveTriage } from '../../../../src/core/triage/resolution.ts';

const record = [
  '---',
  'tpm: triage',
  'title: "Checkout is slow"',
  'status: open',
  'severity: S2',
  'created: 2026-11-23T14:05+01:00',
  'next-update: 2026-11-23T16:05+01:00',
  '---',
  '',
  '# Checkout is slow',
  '',
  '## Summary',
  '',
  'Slow since noon.',
  '',
  '## Hypotheses',
  '',
  '| Cause | Prediction | Experiment | Result |',
  '| --- | --- | --- | --- |',
  '| index | plan | explain | no |',
  '',
  '## Stakeholder update',
  '',
  '> **Now**: It is slow.',
  '>',
  '> **Next update**: at four.',
  '',
  '## Log',
  '',
  '- 2026-11-23T14:05+01:00 Triaged.',
  '',
].join('\n');

const info = parseRecord(record).record;

describe('what is due', () => {
  it('is the next update once its time has passed, in whatever offset', () => {
    assert.deepEqual(dueOn({ ...info, owner: 'Ana' }, '2026-11-23T15:04Z'), []);
    assert.deepEqual(dueOn({ ...info, owner: 'Ana' }, '2026-11-23T15:06Z'), ['update-overdue']);
  });

  it('is an owner on S1 and S2, but not on S3', () => {
    assert.deepEqual(dueOn(info, '2026-11-23T14:10+01:00'), ['no-owner']);
    assert.deepEqual(dueOn({ ...info, severity: 'S3' }, '2026-11-23T14:10+01:00'), []);
  });

  it('is nothing on a resolved record or one whose date cannot be read', () => {
    assert.deepEqual(dueOn({ ...info, status: 'resolved' }, '2027-01-01T00:00Z'), []);
    assert.deepEqual(dueOn({ ...info, owner: 'Ana', nextUpdate: 'soon' }, '2027-01-01T00:00Z'), []);
  });
});

describe('logging an update', () => {
  it('adds a line to the log and sets when the next is due by the severity', () => {
    const after = applyEdits(record, logUpdate(record, 'Rolled back\nto 1.4', '2026-11-23T15:00+01:00'));
    assert.match(after, /Triaged\.\n- 2026-11-23T15:00\+01:00 Rolled back to 1\.4\n$/);
    assert.equal(parseRecord(after).record.nextUpdate, '2026-11-23T17:00+01:00');
    assert.match(after, /^next-update: 2026-11-23T17:00\+01:00$/m);
  });
});

describe('resolving a triage', () => {
  it('keeps cause, fix and how long it was open', () => {
    const after = applyEdits(
      record,
      resolveTriage(record, { cause: 'No index', fix: 'Added it', at: '2026-11-23T15:35+01:00' }),
    );
    assert.equal(parseRecord(after).record.status, 'resolved');
    assert.match(after, /^resolved: 2026-11-23T15:35\+01:00$/m);
    assert.match(
      after,
      /## Resolution\n\n- \*\*Cause\*\*: No index\n- \*\*Fix\*\*: Added it\n- \*\*Open for\*\*: 1 h 30 min\n/,
    );
    assert.match(after, /- 2026-11-23T15:35\+01:00 Resolved\.\n/);
  });
});

describe('moments', () => {
  it('are added in their own offset, over midnight', () => {
    assert.equal(addMinutes('2026-11-23T23:50-03:30', 30), '2026-11-24T00:20-03:30');
    assert.equal(addMinutes('2026-12-31T23:59Z', 1), '2027-01-01T00:00Z');
    assert.equal(addMinutes('tomorrow', 1), 'tomorrow');
  });

  it('are apart in days, hours and minutes', () => {
    assert.equal(durationBetween('2026-11-23T14:00+01:00', '2026-11-23T14:45+01:00'), '45 min');
    assert.equal(durationBetween('2026-11-23T14:00+01:00', '2026-11-25T17:00+01:00'), '2 d 3 h');
    assert.equal(durationBetween('x', '2026-11-25T17:00+01:00'), undefined);
  });
});
