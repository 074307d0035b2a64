import { escapeInline } from '../markdown/write.ts';
import type { RecordsPlace } from '../ports.ts';
import type { SimilarRecord } from './similar.ts';

/** Where the new record is written. */
export interface RecordHome {
  readonly place: RecordsPlace;
  readonly workspace?: string;
}

/** Which of them may be named there: a record that others read says nothing about private ones. */
export function namedIn(home: RecordHome | undefined, similar: readonly SimilarRecord[]): SimilarRecord[] {
  return similar.filter(({ place }) => home?.place !== 'shared' || place === 'shared');
}

/** One line for each, linked when it lies in the same folder as the new record. Empty without any. */
export function renderSimilar(similar: readonly SimilarRecord[], home: RecordHome | undefined): string {
  return similar
    .map((one) => `- ${titleOf(one, home)}: ${[one.status, becauseOf(one), ...outcomeOf(one)].join('; ')}`)
    .join('\n');
}

function titleOf({ name, title, place, workspace, created }: SimilarRecord, home: RecordHome | undefined): string {
  const isBeside = home !== undefined && place === home.place && (place === 'private' || workspace === home.workspace);
  const words = escapeInline(title);
  const day = created ? ` (${escapeInline(created.slice(0, 10))})` : '';
  return `${isBeside ? `[${words}](<${encodeURI(`./${name}`).replace(/[#?]/g, encodeURIComponent)}>)` : words}${day}`;
}

function becauseOf({ match }: SimilarRecord): string {
  return match.kind === 'signature'
    ? 'same error at the same place'
    : `both say ${match.words.map(escapeInline).join(', ')}`;
}

function outcomeOf({ outcome }: SimilarRecord): string[] {
  return outcome === undefined ? [] : [escapeInline(outcome)];
}
