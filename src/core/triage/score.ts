import type { Reason, ScoredKind } from './kinds.ts';

/** Points per kind. */
export type Scores = Readonly<Record<ScoredKind, number>>;

/**
 * Adds up the points, with an allowance for how people write:
 *
 * - words of failure ("error", "does not work") and exceptions are part of every fault, so beside "only sometimes" or
 *   "too slow" they count half for broken, and a quarter beside an exhausted resource or strong words of intermittence;
 * - what is sometimes very slow is still too slow, so beside plain words of cost "sometimes" counts half;
 * - who has met an error also asks how to get rid of it, so beside tool output or the words of a witness a question
 *   counts half;
 * - a title that names a fault and asks for nothing outweighs the form that the text was poured into;
 * - who asks for something new talks about slowness and flakiness without having met them, so beside a request those
 *   words count half, and half again without the words of a witness.
 */
export function scoresOf(reasons: readonly Reason[], isOutput: boolean, isWitness: boolean): Scores {
  const sum = (wanted: (reason: Reason) => boolean): number =>
    reasons.reduce((total, reason) => (wanted(reason) ? total + reason.weight : total), 0);
  const isNamed = namesFault(reasons);
  const asked = (isNamed ? 0.5 : 1) * sum((reason) => reason.kind === 'not-a-problem');
  const isRequest = !isNamed && asksForSomething(reasons);
  const isTalk = !isWitness && !isOutput && (isRequest || asked >= 4.5);
  const said = (isRequest ? 0.5 : 1) * (isTalk ? 0.5 : 1);

  const often = sum((reason) => frequency.has(reason.signal));
  const isCostly = reasons.some((reason) => cost.has(reason.signal));
  const glitch =
    said * sum((reason) => reason.kind === 'glitch' && reason.weight > 0) -
    (isCostly ? (said / 2) * sum((reason) => reason.signal === 'sometimes') : 0) +
    sum((reason) => reason.kind === 'glitch' && reason.weight < 0);
  const bottleneck = said * sum((reason) => reason.kind === 'bottleneck');
  const isAlways = reasons.some((reason) => reason.signal === 'always');
  const isExhausted = saysExhausted(reasons);
  const isStrong = isExhausted || (often >= 6 && !isAlways);
  const failure = isStrong ? 0.25 : glitch >= 2.5 || bottleneck >= 4 ? 0.5 : 1;
  const exception = isStrong ? 0.25 : glitch >= 4 ? 0.5 : 1;
  const broken =
    failure * (isTalk ? 0.5 : 1) * sum((reason) => vagueFailure.has(reason.signal)) +
    exception * (isRequest && !isWitness ? 0.5 : 1) * sum((reason) => exceptions.has(reason.signal)) +
    sum((reason) => reason.kind === 'broken' && !vagueFailure.has(reason.signal) && !exceptions.has(reason.signal)) +
    (isAlways && !isExhausted ? 2 : 0);
  const soft = sum((reason) => softAsking.has(reason.signal));
  const none = asked - ((isOutput || isWitness) && !isRequest ? soft / 2 : 0);
  return { glitch, bottleneck, broken, 'not-a-problem': none };
}

/** A request stands in the title, or the text has the form of one. */
export function asksForSomething(reasons: readonly Reason[]): boolean {
  const inTitle = reasons.some((reason) => reason.line === -1 && requests.has(reason.signal));
  return inTitle || reasons.some((reason) => reason.signal === 'request-form');
}

/** Something ran out: then a crash is what it led to (a P2 hit beats B2 in the triage design). */
export function saysExhausted(reasons: readonly Reason[]): boolean {
  return reasons.some((reason) => exhaustion.has(reason.signal));
}

const requests: ReadonlySet<string> = new Set(['request-form', 'request-title', 'plan', 'wish', 'docs']);
const cost: ReadonlySet<string> = new Set([
  'slow-strong',
  'leak',
  'cpu',
  'out-of-memory',
  'leak-found',
  'grows-faster',
  'resource-exhausted',
  'database-plan',
]);
const exhaustion: ReadonlySet<string> = new Set(['out-of-memory', 'resource-exhausted', 'database-plan']);
const frequency: ReadonlySet<string> = new Set([
  'flaky',
  'sometimes',
  'passes-on-retry',
  'rate',
  'mixed-outcomes',
  'race',
]);
const vagueFailure: ReadonlySet<string> = new Set([
  'not-working',
  'wrong-result',
  'reported-failure',
  'failure-words',
  'regression',
  'bug-form',
  'bug-title',
]);
const exceptions: ReadonlySet<string> = new Set([
  'build-failed',
  'test-failed',
  'program-died',
  'exception',
  'runtime-type-error',
  'config',
  'dependency',
  'package-manager',
]);
const softAsking: ReadonlySet<string> = new Set(['question', 'wish', 'docs', 'question-title']);

/** The title says what is wrong and asks for nothing. */
export function namesFault(reasons: readonly Reason[]): boolean {
  const title = reasons.filter((reason) => reason.line === -1);
  const fault = title.reduce((total, reason) => (predicates.has(reason.signal) ? total + reason.weight : total), 0);
  return fault >= 3 && title.every((reason) => reason.kind !== 'not-a-problem');
}

const predicates: ReadonlySet<string> = new Set([
  'out-of-memory',
  'resource-exhausted',
  'leak',
  'leak-found',
  'cpu',
  'slow-strong',
  'slow',
  'measured-worse',
  'flaky',
  'sometimes',
  'passes-on-retry',
  'rate',
  'mixed-outcomes',
  'grows-faster',
  'waste',
  'compiler',
  'package-manager',
  'runtime-type-error',
  'build-failed',
  'dependency',
  'config',
  'exception',
  'not-working',
  'wrong-result',
  'reported-failure',
]);
