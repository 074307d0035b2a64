import { scoredKinds } from './kinds.ts';
import type { ScoredKind } from './kinds.ts';
import type { Scores } from './score.ts';
import { isWord, worthOfWord, type TraitPlace, type Traits } from './traits.ts';
import { weightsOf } from './learnedWeights.ts';

/** One number for each kind. */
export type PerKind = Readonly<Record<ScoredKind, number>>;

/** What reports like this one mostly were. */
export interface Opinion {
  /** Likelihood of each kind by the learned weights alone; they sum to 1. */
  readonly learned: PerKind;
  /** The same with the points of the signals added. */
  readonly both: PerKind;
}

/** Beyond so many points a signal's kind does not become more likely. */
const mostPoints = 12;
/** Points that count as much as one unit of the learned weights. Both were set on reports that the weights had not seen. */
const pointsPerUnit = 4;

/** Adds what the traits of a report are worth to the points of its signals. */
export function opinionOf(traits: Traits, scores: Scores): Opinion {
  const sums = perKind((kind) => weightsOf('')?.[kind] ?? 0);
  const worth = worthOfWord(traits.keys());
  for (const name of traits.keys()) {
    const weights = weightsOf(name);
    if (weights) for (const kind of scoredKinds) sums[kind] += (isWord(name) ? worth : 1) * weights[kind];
  }
  return {
    learned: likelihoods(sums),
    both: likelihoods(perKind((kind) => sums[kind] + Math.max(0, Math.min(mostPoints, scores[kind])) / pointsPerUnit)),
  };
}

/** A word of the report that makes a kind likelier, by how much more than the others, and where it stands. */
export interface TypicalWord {
  readonly place: TraitPlace;
  readonly weight: number;
}

/** The words that speak most for a kind, strongest first, each place once. */
export function typicalWords(traits: Traits, kind: ScoredKind): TypicalWord[] {
  const byPlace = new Map<string, TypicalWord>();
  const worth = worthOfWord(traits.keys());
  for (const [name, place] of traits) {
    const weights = weightsOf(name);
    if (!place || !weights || !isWord(name)) continue;
    const mean = scoredKinds.reduce((sum, other) => sum + weights[other], 0) / scoredKinds.length;
    const key = `${place.line} ${place.start}`;
    byPlace.set(key, { place, weight: (byPlace.get(key)?.weight ?? 0) + worth * (weights[kind] - mean) });
  }
  return [...byPlace.values()].filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
}

function likelihoods(sums: PerKind): PerKind {
  const most = Math.max(...Object.values(sums));
  const powers = perKind((kind) => Math.exp(sums[kind] - most));
  const total = Object.values(powers).reduce((sum, power) => sum + power, 0);
  return perKind((kind) => powers[kind] / total);
}

function perKind(value: (kind: ScoredKind) => number): Record<ScoredKind, number> {
  return {
    glitch: value('glitch'),
    bottleneck: value('bottleneck'),
    broken: value('broken'),
    'not-a-problem': value('not-a-problem'),
  };
}
