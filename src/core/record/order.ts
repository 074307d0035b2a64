import { dueOn } from '../triage/due.ts';
import type { RecordEntry } from './records.ts';

type Ordered = Pick<RecordEntry, 'info' | 'name'>;

/** Records that wait for a person at that moment, ISO 8601: an update is overdue, or nobody owns an S1 or S2. */
export function waitingAmong<T extends Ordered>(entries: readonly T[], now: string): T[] {
  return entries.filter(({ info }) => dueOn(info, now).length > 0);
}

/** What waits first, then the more severe, then the newer. A record without a severity stands among the moderate ones. */
export function byNeed<T extends Ordered>(entries: readonly T[], now: string): T[] {
  const waiting = new Set(waitingAmong(entries, now));
  return entries.toSorted(
    (a, b) =>
      Number(waiting.has(b)) - Number(waiting.has(a)) || compare(severityOf(a), severityOf(b)) || compareAge(a, b),
  );
}

/** `undefined` without any. */
export function newestAmong<T extends Ordered>(entries: readonly T[]): T | undefined {
  return entries.toSorted(compareAge)[0];
}

function severityOf({ info }: Ordered): string {
  return info.severity ?? 'S3';
}

/** Newer first: by the moment when it was made, else by the day in the file's name. */
function compareAge(a: Ordered, b: Ordered): number {
  return momentOf(b) - momentOf(a) || compare(b.name, a.name);
}

function momentOf({ info, name }: Ordered): number {
  const created = Date.parse(info.created ?? '');
  return Number.isNaN(created) ? Date.parse(name.slice(0, 10)) || 0 : created;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
