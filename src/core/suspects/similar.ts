import type { RecordInfo, RecordStatus } from '../record/model.ts';
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
/** Characters of a record: the error stands in the first piece of evidence. */
const MAX_COMPARED = 6000;

export interface SimilarRecord {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly status: RecordStatus;
  readonly place: RecordsPlace;
  /** The workspace folder's name; absent for private records. */
  readonly workspace?: string;
  /** ISO 8601, as written. */
  readonly created?: string;
  /** The same fault by its signature, from wherever it was called; or the words that both have, the most telling first. */
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
  const known: Known[] = [];
  for (let start = 0; start < triages.length && !patience.isOver; start += BATCH) {
    const batch = triages.slice(start, start + BATCH).map(async (entry) => {
      const text = await files.read(entry.uri).catch(() => undefined);
      return text === undefined ? [] : [toKnown(entry, text)];
    });
    known.push(...(await Promise.all(batch)).flat());
  }
  return rankRecords(fault, known);
}

/** What is compared of a record. */
export interface Known {
  readonly entry: RecordEntry;
  readonly sections: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

export function toKnown(entry: RecordEntry, text: string): Known {
  const sections = plainSections(text);
  return { entry, sections, words: wordsOf(comparable(entry.info, sections)) };
}

/** The pure part: `known` is newest first. */
export function rankRecords({ signature, text }: Fault, known: readonly Known[]): SimilarRecord[] {
  const isSame = ({ entry }: Known): boolean => signature !== undefined && entry.info.signature === signature;
  const isSamePlace = ({ entry }: Known): boolean =>
    signature !== undefined &&
    entry.info.signature !== undefined &&
    placeOf(entry.info.signature) === placeOf(signature);
  const same = [...known.filter(isSame), ...known.filter((one) => !isSame(one) && isSamePlace(one))];
  const others = known.filter((one) => !same.includes(one));
  const query = [...new Set(wordsOf(ownWords(text)))].slice(0, MAX_QUERY_WORDS);
  const ranked = rankTexts(
    query,
    others.map(({ words }) => words),
  );
  const alike = ranked.filter(({ score, words }) => score >= MIN_SCORE && words.length >= MIN_WORDS);
  return [
    ...same.map((one) => toSimilar(one, { kind: 'signature' })),
    ...alike.map(({ index, words }) =>
      toSimilar(others[index]!, { kind: 'words', words: tellingOf(words).slice(0, 5) }),
    ),
  ].slice(0, MAX_SIMILAR);
}

/** The error and its innermost place: the callers behind it differ from test to test. */
function placeOf(signature: string): string {
  return signature.split(' < ', 1)[0]!;
}

/** Without what we put for values and names into a signature, what runtimes call code without a name, and how the command ended. */
function ownWords(text: string): string {
  return text
    .replace(
      /\b(?:TestContext|Context|Object)\.<anonymous>|<(?:text|id|time|url|path|hex|n|anonymous|module|genexpr)>/g,
      ' ',
    )
    .replace(/^exit code -?\d+$/gm, '');
}

/** A part of an identifier says nothing beside the whole. */
function tellingOf(words: readonly string[]): string[] {
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
}

/** What tells of the fault. Git and versions surround it and are much the same in every record; headings of pieces say how and when. */
function toldEvidence(section: string): string {
  return section
    .replace(/<details>\s*<summary>(?:Git|Environment) ·[^]*?<\/details>/g, '')
    .replace(/^(?:<summary>.*|\*\*.* · .*\*\*|<\/?details>)$/gm, '');
}

/** The list under a summary repeats the rubric, which every record has. */
function comparable({ title, signature = '' }: RecordInfo, sections: ReadonlyMap<string, string>): string {
  const summary = (sections.get('summary') ?? '').replace(/^- \*\*.*$/gm, '');
  const evidence = toldEvidence(sections.get('evidence') ?? '');
  const parts = [title, signature, summary, sections.get('resolution') ?? '', evidence];
  return ownWords(parts.join('\n')).slice(0, MAX_COMPARED);
}

function toSimilar({ entry, sections }: Known, match: SimilarRecord['match']): SimilarRecord {
  const { uri, name, place, workspace, info } = entry;
  const outcome = outcomeOf(sections);
  return {
    uri,
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
