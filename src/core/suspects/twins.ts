import type { SimilarRecord } from './similar.ts';

/** A fault that was settled longer ago has come back: that is a new record. *(choice)* */
const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Records of the same fault that a new one would double: those that are worked on, and those that were made not long ago. */
export function twinsAmong(similar: readonly SimilarRecord[], now: string): SimilarRecord[] {
  return similar.filter((one) => one.match.kind === 'signature' && (isWorkedOn(one) || isRecent(one, now)));
}

export function isWorkedOn({ status }: SimilarRecord): boolean {
  return status === 'open' || status === 'mitigated';
}

function isRecent({ created = '' }: SimilarRecord, now: string): boolean {
  return Date.parse(now) - Date.parse(created) < RECENT_DAYS * DAY_MS;
}
