import type { Kind } from './kinds.ts';

/** The cheapest next observations for a kind, cheapest first; for `unknown` the questions that settle the kind. */
export const questions: Readonly<Record<Kind, readonly string[]>> = {
  bottleneck: [
    'How long does it take now, how long did it take before, and with how much data?',
    'Which resource is busy while it is slow: processor, memory, disk, network, or a lock?',
  ],
  glitch: [
    'How often does it fail: how many of ten identical runs?',
    'What differs between a run that passes and one that fails: order, time, machine, load?',
  ],
  broken: [
    'What is the exact command and input, and the first error that it prints?',
    'Which was the last version or commit that worked?',
  ],
  'not-a-problem': [
    'Does anything work differently from what its documentation promises?',
    'What would the person like to do that they cannot do today?',
  ],
  unknown: [
    'Does it happen every time, or only sometimes?',
    'Is the result wrong, or just slow?',
    'What did you expect to happen instead?',
  ],
};

/** Tells two kinds apart, whichever way round they are given. `undefined` if nothing cheaper than the usual questions does. */
export function questionBetween(a: Kind, b: Kind): string | undefined {
  const pair = new Set([a, b]);
  if (pair.has('not-a-problem')) return 'Does something fail today, or is something new being asked for?';
  if (pair.has('glitch') && pair.has('broken'))
    return 'Does it happen every time with the same input, or only sometimes?';
  if (pair.has('bottleneck') && pair.has('broken'))
    return 'Does the right answer come in the end, only late, or never?';
  if (pair.has('bottleneck') && pair.has('glitch')) return 'Is it slow every time, or does it fail only sometimes?';
  return undefined;
}
