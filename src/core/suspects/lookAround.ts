import type { Host } from '../ports.ts';
import type { Records } from '../record/records.ts';
import { redact } from '../redact/redact.ts';
import { signatureOf } from '../stackTrace/signature.ts';
import type { StackTrace } from '../stackTrace/stackTrace.ts';
import { placesOf, type CodePlace } from '../triage/places.ts';
import { locatePlaces } from './codePlaces.ts';
import { findSuspects, type Suspects } from './findSuspects.ts';
import { Patience } from './patience.ts';
import type { Suspect } from './rank.ts';
import { similarRecords, type SimilarRecord } from './similar.ts';

/** For the records: they are many, and the user reads the steps of the triage meanwhile. *(choice)* */
const SIMILAR_LIMIT_MS = 3000;
const LOCATE_LIMIT_MS = 2000;

/** What a triage finds in the workspace, its history and its records, beyond the evidence. */
export interface Surroundings {
  /** Where the fault shows, nearest first. */
  readonly places: readonly CodePlace[];
  readonly suspects: Suspects;
  /** Names the fault in later triages. Absent without a stack trace. */
  readonly signature?: string;
  readonly similar: readonly SimilarRecord[];
}

/** All texts are redacted already. */
export interface LookedAt {
  readonly symptom: string;
  readonly traces: readonly StackTrace[];
  /** The evidence that tells of the fault, not of what surrounds it. */
  readonly text: string;
}

/** Looks up files, history and records, each within its own time. Never rejects: what fails is logged and left out. */
export async function lookAround(
  { host, records }: { readonly host: Host; readonly records: Pick<Records, 'entries'> },
  { symptom, traces, text }: LookedAt,
): Promise<Surroundings> {
  const failed =
    <T>(what: string, instead: T) =>
    (error: unknown): T => {
      host.log.error(`Triage without ${what}`, error);
      return instead;
    };
  const signature = signatureFrom(traces);
  const [{ places, suspects }, similar] = await Promise.all([
    placesAndSuspects(host, placesOf(traces)).catch(
      failed('suspects', { places: placesOf(traces), suspects: { suspects: [], unanswered: ['git'] } }),
    ),
    similarTo(host, records, { text: faultText(symptom, traces, text), ...(signature ? { signature } : {}) }).catch(
      failed<SimilarRecord[]>('similar records', []),
    ),
  ]);
  return { places, suspects, similar, ...(signature ? { signature } : {}) };
}

async function placesAndSuspects(
  host: Host,
  found: readonly CodePlace[],
): Promise<Pick<Surroundings, 'places' | 'suspects'>> {
  const patience = new Patience(host.clock, LOCATE_LIMIT_MS);
  const places = (await patience.ask('files', () => locatePlaces(found, host.places))) ?? found;
  const known = places.flatMap(({ file, line, isInWorkspace }) =>
    isInWorkspace ? [{ path: file, ...(line === undefined ? {} : { line }) }] : [],
  );
  const suspects = await findSuspects(host.history, host.clock, known);
  return {
    places,
    suspects: { ...suspects, suspects: await Promise.all(suspects.suspects.map((one) => withoutSecrets(host, one))) },
  };
}

/** The numbers of placeholders belong to the evidence; a subject has its own, so it goes without. */
async function withoutSecrets({ settings }: Host, suspect: Suspect): Promise<Suspect> {
  if (suspect.change.kind !== 'commit') return suspect;
  const { commit } = suspect.change;
  const { text, findings } = await redact(commit.subject, { extra: settings.redactionPatterns });
  const subject = findings.reduce(
    (now, { placeholder }) => now.replaceAll(placeholder, placeholder.replace(/-\d+>$/, '>')),
    text,
  );
  return { ...suspect, change: { kind: 'commit', commit: { ...commit, subject } } };
}

async function similarTo(
  host: Host,
  records: Pick<Records, 'entries'>,
  fault: { text: string; signature?: string },
): Promise<SimilarRecord[]> {
  const patience = new Patience(host.clock, SIMILAR_LIMIT_MS);
  const entries = (await patience.ask('records', () => records.entries())) ?? [];
  return similarRecords(fault, entries, host.files, patience);
}

/** The first trace that passed through the user's code names the fault, else the first one, of those that say what failed. */
function signatureFrom(traces: readonly StackTrace[]): string | undefined {
  const isNamed = (one: StackTrace): boolean => signatureOf(one) !== '';
  const passedOurs = (one: StackTrace): boolean =>
    placesOf([one]).length > 0 && one.frames.some(({ isUserCode }) => isUserCode);
  const trace = traces.find((one) => passedOurs(one) && isNamed(one)) ?? traces.find(isNamed);
  return trace && signatureOf(trace);
}

/** What is worth comparing: of a trace its errors and the user's frames, of other evidence the lines themselves. */
function faultText(symptom: string, traces: readonly StackTrace[], text: string): string {
  const own = traces.slice(0, 5).flatMap((trace) => [
    trace.type ?? '',
    trace.test ?? '',
    trace.message,
    signatureOf(trace),
    ...trace.frames
      .filter(({ isUserCode }) => isUserCode)
      .slice(0, 5)
      .map(({ symbol = '' }) => symbol),
  ]);
  return [symptom, ...(own.length ? own : [text])].join('\n');
}
