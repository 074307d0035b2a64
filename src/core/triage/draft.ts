import type { Collected, Evidence, Seed } from '../evidence/evidence.ts';
import type { RedactedEvidence } from '../evidence/redactEvidence.ts';
import type { StackTrace } from '../stackTrace/stackTrace.ts';
import type { Surroundings } from '../suspects/lookAround.ts';
import type { Kind, Verdict } from './kinds.ts';
import type { Impact, Severity, Urgency } from './severity.ts';

/** A triage while it is made. Later steps fill in what earlier ones need to be asked only once. */
export interface TriageDraft {
  readonly collected: readonly Collected[];
  /** What the triage was started on; its evidence comes first. */
  readonly seed?: Seed;
  /** The user's own words. */
  symptom: string;
  /** Ids of the sources whose evidence is taken. */
  picked: ReadonlySet<string> | undefined;
  /** Texts that the redaction found and the user wants to keep as they are. */
  kept?: ReadonlySet<string>;
  /** Read from the evidence once it is picked. */
  reading?: Reading;
  kind?: Kind;
  level?: { readonly impact: Impact; readonly urgency: Urgency };
  override?: { readonly severity: Severity; readonly reason: string };
}

export interface Reading {
  readonly pieces: readonly RedactedEvidence[];
  readonly symptom: string;
  /** What was replaced, each text once. */
  readonly hidden: readonly Hidden[];
  /** What traces and verdict were read from: the pieces as one text, without those that are only context. */
  readonly text: string;
  readonly traces: readonly StackTrace[];
  readonly verdict: Verdict;
  /** Looked up while the user goes through the steps; never rejects. */
  readonly around: Promise<Surroundings>;
}

/** A secret or personal detail and what stands for it in the record. */
export interface Hidden {
  readonly placeholder: string;
  readonly original: string;
}

export function foundIn(collected: readonly Collected[]): Evidence[] {
  return collected.flatMap((one) => (one.kind === 'found' ? [one.evidence] : []));
}
