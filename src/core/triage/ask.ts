import type { Kind, Verdict } from './kinds.ts';

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

/** What a record says already, so that it need not be asked. */
export interface Known {
  readonly command: boolean;
  readonly error: boolean;
  readonly duration: boolean;
  readonly rate: boolean;
  /** Whether it happens every time or only sometimes. */
  readonly frequency: boolean;
  readonly expectation: boolean;
}

const { bottleneck, glitch, broken, unknown } = questions;

/** What is left of a question once something is known; a question that is not here is always asked. */
const left: Readonly<Record<string, (known: Known) => string | undefined>> = {
  [bottleneck[0]!]: ({ duration }) =>
    duration ? 'How long did it take before, and with how much data?' : bottleneck[0],
  [glitch[0]!]: ({ rate }) => (rate ? undefined : glitch[0]),
  [broken[0]!]: ({ command, error }) => {
    if (command) return error ? undefined : 'What is the first error that it prints?';
    return error ? 'What is the exact command, or what are the steps?' : broken[0];
  },
  [unknown[0]!]: ({ frequency }) => (frequency ? undefined : unknown[0]),
  [unknown[1]!]: ({ error, duration }) => (error || duration ? undefined : unknown[1]),
  [unknown[2]!]: ({ expectation }) => (expectation ? undefined : unknown[2]),
};

/** The questions that the record does not answer. */
export function openQuestions(asked: readonly string[], known: Known): string[] {
  return asked.flatMap((question) => (Object.hasOwn(left, question) ? (left[question]!(known) ?? []) : question));
}

const DURATION = /\b\d[\d.,]* ?(?:ms|s|secs?|seconds?|mins?|minutes?|h|hours?)\b/i;
const RATE = /\b\d+ (?:of|out of|in) \d+\b|\b\d+ ?%|\bonce (?:in|every) \d+/i;

/** Read from the lines that the verdict went by, which name the problem; other numbers in an output mean nothing. */
export function knownFrom(
  { reasons, counterReasons }: Pick<Verdict, 'reasons' | 'counterReasons'>,
  facts: Pick<Known, 'command' | 'error' | 'expectation'> & { readonly isStatic: boolean },
): Known {
  const all = [...reasons, ...counterReasons];
  const says = (pattern: RegExp): boolean => all.some(({ excerpt }) => pattern.test(excerpt));
  return {
    ...facts,
    duration: says(DURATION),
    rate: says(RATE),
    frequency: facts.isStatic || all.some(({ kind }) => kind === 'glitch'),
  };
}
