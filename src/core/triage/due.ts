import { isInProgress, type RecordInfo } from '../record/model.ts';

/** What a record is waiting for from a person. */
export type Due = 'update-overdue' | 'no-owner';

/**
 * What is due on a triage record at a moment (both ISO 8601): its next update has passed, or it is S1 or S2 and nobody
 * owns it. Empty for other records, for settled ones, and where a date cannot be read.
 */
export function dueOn(record: RecordInfo, now: string): Due[] {
  if (record.kind !== 'triage' || !isInProgress(record)) return [];
  const isOverdue = record.nextUpdate !== undefined && Date.parse(record.nextUpdate) < Date.parse(now);
  const needsOwner = (record.severity === 'S1' || record.severity === 'S2') && record.owner === undefined;
  return [...(isOverdue ? ['update-overdue' as const] : []), ...(needsOwner ? ['no-owner' as const] : [])];
}
