import type { Commit } from './history.ts';
import type { SurroundingKind } from './surroundingFiles.ts';

/** Why a change is suspected. Files are written as the record shows them. */
export type SuspectReason =
  | { readonly kind: 'line'; readonly file: string; readonly line: number }
  | { readonly kind: 'near'; readonly file: string; readonly line: number }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: SurroundingKind; readonly file: string };

/** A commit, or what is in no commit yet. */
export type Change = { readonly kind: 'commit'; readonly commit: Commit } | { readonly kind: 'uncommitted' };

/** One change that touched one of the places. */
export interface Finding {
  readonly change: Change;
  readonly reason: SuspectReason;
  /** How many places of the trace are nearer to the fault; 0 for files that are in no trace. */
  readonly order: number;
  /** False for a commit that was there when all was still good. */
  readonly isRecent: boolean;
}

export interface Suspect {
  readonly change: Change;
  readonly isRecent: boolean;
  /** The strongest first, each once. */
  readonly reasons: readonly SuspectReason[];
}

/**
 * What each reason counts, for changes in no commit, in the window, and before it *(choice)*. The order is what matters: work in
 * progress on the line itself, then who wrote the line, then the file, then what surrounds it; old code that always worked comes last.
 */
const WEIGHTS: Readonly<Record<SuspectReason['kind'], readonly [uncommitted: number, recent: number, old: number]>> = {
  line: [100, 80, 12],
  near: [60, 40, 8],
  file: [45, 35, 6],
  dependencies: [30, 25, 0],
  configuration: [25, 20, 0],
};

/** Each place further from the fault counts this much less: 1, 1/1.4, 1/1.8 ... */
const PER_PLACE = 0.4;

/** The changes behind the findings, the likeliest first; of two alike the newer one. Same findings, same order. */
export function rankSuspects(findings: readonly Finding[]): Suspect[] {
  const changes = new Map<string, { change: Change; isRecent: boolean; found: Finding[] }>();
  for (const finding of findings) {
    const key = keyOf(finding.change);
    const entry = changes.get(key) ?? { change: finding.change, isRecent: false, found: [] };
    entry.isRecent ||= finding.isRecent;
    entry.found.push(finding);
    changes.set(key, entry);
  }
  return [...changes.values()]
    .map(({ change, isRecent, found }) => {
      const weighed = strongestPerFile(found.map((finding) => ({ ...finding, isRecent })));
      const weight = weighed.reduce((sum, { weight }) => sum + weight, 0);
      return { suspect: { change, isRecent, reasons: weighed.map(({ reason }) => reason) }, weight };
    })
    .toSorted(
      (a, b) =>
        b.weight - a.weight ||
        compare(dateOf(b.suspect.change), dateOf(a.suspect.change)) ||
        compare(keyOf(a.suspect.change), keyOf(b.suspect.change)),
    )
    .map(({ suspect }) => suspect);
}

/** Who wrote the line has changed the file as well: that is one reason. */
function strongestPerFile(findings: readonly Finding[]): { reason: SuspectReason; weight: number }[] {
  const best = new Map<string, { reason: SuspectReason; weight: number }>();
  for (const finding of findings) {
    const weight = weightOf(finding);
    const old = best.get(finding.reason.file);
    if (!old || weight > old.weight) best.set(finding.reason.file, { reason: finding.reason, weight });
  }
  return [...best.values()].toSorted((a, b) => b.weight - a.weight || compare(a.reason.file, b.reason.file));
}

function weightOf({ change, reason, order, isRecent }: Finding): number {
  const [uncommitted, recent, old] = WEIGHTS[reason.kind];
  const weight = change.kind === 'uncommitted' ? uncommitted : isRecent ? recent : old;
  return weight / (1 + PER_PLACE * order);
}

function keyOf(change: Change): string {
  return change.kind === 'uncommitted' ? '' : change.commit.hash;
}

/** As an instant, so that offsets do not matter. What is in no commit is newest. */
function dateOf(change: Change): number {
  return change.kind === 'uncommitted' ? Infinity : Date.parse(change.commit.date) || 0;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
