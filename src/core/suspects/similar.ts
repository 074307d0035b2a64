import type { RecordStatus } from '../record/model.ts';
import type { RecordEntry } from '../record/records.ts';
import type { Files, RecordsPlace } from '../ports.ts';
import { plainText } from '../markdown/plainText.ts';
import { rankTexts } from './bm25.ts';
import type { Patience } from './patience.ts';
import { plainSections } from './plainSections.ts';
import { wordsOf } from './words.ts';

/** The newest records; what is older is compared by nobody. */
export const MAX_RECORDS = 2000;
const MAX_SIMILAR = 5;
/** How many files are read at a time. */
const BATCH = 32;
const MAX_QUERY_WORDS = 80;
/** A record is similar from this share of the query's weight on, and with so many words. Measured on the records of the tests. */
const MIN_SCORE = 0.3;
const MIN_WORDS = 3;
const MAX_OUTCOME = 200;

export interface SimilarRecord {
  readonly name: string;
  readonly title: string;
  readonly status: RecordStatus;
  readonly place: RecordsPlace;
  /** The workspace folder's name; absent for private records. */
  readonly workspace?: string;
  /** ISO 8601, as written. */
  readonly created?: string;
  /** The same fault by its signature, or the words that both have, the most telling first. */
  readonly match: { readonly kind: 'signature' } | { readonly kind: 'words'; readonly words: readonly string[] };
  /** Cause and fix, else the last line of the log. */
  readonly outcome?: string;
}

/** What a triage knows about the fault before the record is written. */
export interface Fault {
  readonly signature?: string;
  /** What tells it from others: the user's words, error messages, functions, files. */
  readonly text: string;
}

/** Existing triage records of the same fault first, then those with its words; at most five. Never rejects; stops when the time is up. */
export async function similarRecords(
  fault: Fault,
  entries: readonly RecordEntry[],
  files: Pick<Files, 'read'>,
  patience: Pick<Patience, 'isOver'>,
): Promise<SimilarRecord[]> {
  const triages = entries.filter(({ info }) => info.kind === 'triage').slice(0, MAX_RECORDS);
  const read: { entry: RecordEntry; text: string }[] = [];
  for (let start = 0; start < triages.length && !patience.isOver; start += BATCH) {
    const batch = triages
      .slice(start, start + BATCH)
      .map(async (entry) => ({ entry, text: await files.read(entry.uri).catch(() => undefined) }));
    for (const { entry, text } of await Promise.all(batch)) if (text !== undefined) read.push({ entry, text });
  }
  return rankRecords(fault, read);
}

/** The pure part: `read` is newest first. */
export function rankRecords(
  { signature, text }: Fault,
  read: readonly { readonly entry: Omit<RecordEntry, 'blocks' | 'problems'>; readonly text: string }[],
): SimilarRecord[] {
  const known = read.map(({ entry, text }) => ({ entry, sections: plainSections(text) }));
  const same = known.filter(({ entry }) => signature !== undefined && entry.info.signature === signature);
  const others = known.filter((one) => !same.includes(one));
  const query = [...new Set(wordsOf(text))].slice(0, MAX_QUERY_WORDS);
  const texts = others.map(({ entry, sections }) =>
    wordsOf(comparable(entry.info.title, entry.info.signature, sections)),
  );
  const alike = rankTexts(query, texts).filter(({ score, words }) => score >= MIN_SCORE && words.length >= MIN_WORDS);
  return [
    ...same.map((one) => toSimilar(one, { kind: 'signature' })),
    ...alike.map(({ index, words }) => toSimilar(others[index]!, { kind: 'words', words: words.slice(0, 5) })),
  ].slice(0, MAX_SIMILAR);
}

/** The list under a summary repeats the rubric, which every record has. */
function comparable(title: string, signature: string | undefined, sections: ReadonlyMap<string, string>): string {
  const summary = (sections.get('summary') ?? '').replace(/^- \*\*.*$/gm, '');
  return [title, signature ?? '', summary, sections.get('evidence') ?? '', sections.get('resolution') ?? ''].join('\n');
}

function toSimilar(
  { entry, sections }: { entry: Omit<RecordEntry, 'blocks' | 'problems'>; sections: ReadonlyMap<string, string> },
  match: SimilarRecord['match'],
): SimilarRecord {
  const { name, place, workspace, info } = entry;
  const outcome = outcomeOf(sections);
  return {
    name,
    title: info.title,
    status: info.status,
    place,
    match,
    ...(workspace === undefined ? {} : { workspace }),
    ...(info.created === undefined ? {} : { created: info.created }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function outcomeOf(sections: ReadonlyMap<string, string>): string | undefined {
  const resolution = itemsOf(sections.get('resolution')).filter((line) => /^(?:cause|fix)\b/i.test(line));
  const log = itemsOf(sections.get('log')).filter((line) => !/^\S+ (?:Triaged as |Resolved\.$)/.test(line));
  const words = resolution.length ? resolution.map((line) => line.replace(/[.\s]*$/, '.')).join(' ') : log.at(-1);
  return words === undefined || words.length <= MAX_OUTCOME
    ? words
    : `${Array.from(words).slice(0, MAX_OUTCOME).join('')}...`;
}

function itemsOf(section = ''): string[] {
  return section.split('\n').flatMap((line) => {
    const item = /^[-*+] (.+)/.exec(line)?.[1];
    return item === undefined ? [] : [plainText(item)];
  });
}
