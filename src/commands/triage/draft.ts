import type { Collected, Evidence } from '../../core/evidence/evidence.ts';
import type { RedactedEvidence } from '../../core/evidence/redactEvidence.ts';
import type { Kind, Verdict } from '../../core/triage/kinds.ts';
import type { Impact, Severity, Urgency } from '../../core/triage/severity.ts';
import type { StackTrace } from '../../core/stackTrace/stackTrace.ts';

/** A triage while it is made. Later steps fill in what earlier ones need to be asked only once. */
export interface TriageDraft {
  readonly collected: readonly Collected[];
  /** The user's own words. */
  symptom: string;
  /** Ids of the sources whose evidence is taken. */
  picked: ReadonlySet<string> | undefined;
  /** Read from the evidence once it is picked. */
  reading?: Reading;
  kind?: Kind;
  level?: { readonly impact: Impact; readonly urgency: Urgency };
  override?: { readonly severity: Severity; readonly reason: string };
}

export interface Reading {
  readonly pieces: readonly RedactedEvidence[];
  readonly symptom: string;
  readonly redactions: number;
  readonly traces: readonly StackTrace[];
  readonly verdict: Verdict;
}

export function foundIn(collected: readonly Collected[]): Evidence[] {
  return collected.flatMap((one) => (one.kind === 'found' ? [one.evidence] : []));
}
