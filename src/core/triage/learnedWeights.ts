import type { ScoredKind } from './kinds.ts';
import { weightTable } from './weightTable.ts';

/** A weight is written as one letter: `0` is nothing, `A` to `Z` are 1 to 26 steps, `a` to `z` so many below nothing. */
export const letters = 'zyxwvutsrqponmlkjihgfedcba0ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const zero = letters.indexOf('0');
export const stepsPerUnit = 10;

type Weights = Readonly<Record<ScoredKind, number>>;

let weights: ReadonlyMap<string, Weights> | undefined;

/** What a trait adds for each kind, in all nothing; `''` is where every report starts. `undefined`: it says nothing. */
export function weightsOf(trait: string): Weights | undefined {
  weights ??= new Map(weightTable.split(' ').map((entry) => [nameIn(entry), weightsIn(entry)]));
  return weights.get(trait);
}

function nameIn(entry: string): string {
  return entry.slice(0, -3).replaceAll('_', ' ');
}

function weightsIn(entry: string): Weights {
  const [glitch = 0, bottleneck = 0, broken = 0] = Array.from(
    entry.slice(-3),
    (letter) => (letters.indexOf(letter) - zero) / stepsPerUnit,
  );
  return { glitch, bottleneck, broken, 'not-a-problem': -glitch - bottleneck - broken };
}
