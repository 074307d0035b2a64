import { questionBetween, questions } from './ask.ts';
import { scoredKinds } from './kinds.ts';
import type { Confidence, Kind, Reason, Report, ScoredKind, Verdict } from './kinds.ts';
import { opinionOf } from './opinion.ts';
import type { Opinion, PerKind } from './opinion.ts';
import { readReport } from './readReport.ts';
import type { Reading } from './readReport.ts';
import { asksForSomething, saysExhausted, scoresOf } from './score.ts';
import type { Scores } from './score.ts';
import { hintSignals } from './signals/hints.ts';
import { traitsOf } from './traits.ts';
import { wordingReasons } from './wording.ts';

// Likelihoods, set on reports that the weights had not learned from: see docs/triage-data.md.
/** From here on a kind is named. */
const enough = 0.68;
/** A fault that is filed away as a mere question is never looked at again, so that verdict needs more. */
const enoughToDismiss = 0.72;
/** For medium confidence. */
const clear = 0.85;
/** For high confidence; the learned weights must say so too, not only the signals. */
const sure = 0.95;
/** For what tools print, in points of the signals: enough to name a kind, and how far ahead of the second it must be. */
const enoughPoints = 3;
const enoughForHigh = 5;
const clearLead = 0.2;
const wideLead = 0.65;
/** What weighs less than this share of the strongest reason is not worth a line of its own beside others. */
const worthListing = 0.25;
const enoughReasons = 2;

/**
 * Says what kind of problem a report describes, from the words and tool output in it, with the lines that speak for and
 * against. Any strings return; the same strings return an equal verdict; time is linear in the length of the text.
 */
export function classify(report: Report): Verdict {
  const reading = readReport(report);
  const { reasons, isOutput, isWitness } = reading;
  const traits = traitsOf(reading);
  const scores = scoresOf(reasons, isOutput, isWitness);
  const telling = reasons.filter(isTelling);
  const isRequest = asksForSomething(reasons);
  const isPrinted = isOutput || reading.title.trim() === '';
  const byPoints = isPrinted ? decideByPoints(scores, telling, isRequest) : undefined;
  if (byPoints) return explain(byPoints, reading, []);
  const wording = isPrinted ? [] : wordingReasons(reading, traits);
  const said = opinionOf(traits, scores);
  const isAsking = telling.some(({ kind }) => kind === 'not-a-problem');
  const opinion = saysExhausted(telling) ? ofExhaustion(said, isAsking) : said;
  return explain(decide(opinion, [...telling, ...wording], isRequest), reading, wording);
}

const hintIds: ReadonlySet<string> = new Set(hintSignals.map((signal) => signal.id));

/** Speaks for its kind by more than a single word. */
function isTelling({ weight, signal }: Reason): boolean {
  return weight > 0 && !hintIds.has(signal);
}

/** What ran out is a bottleneck, whatever broke because of it; it is no request unless words of asking say so. */
function ofExhaustion({ learned, both }: Opinion, isAsking: boolean): Opinion {
  const move = (shares: PerKind): PerKind => ({
    ...shares,
    bottleneck: shares.bottleneck + shares.broken + (isAsking ? 0 : shares['not-a-problem']),
    broken: 0,
    'not-a-problem': isAsking ? shares['not-a-problem'] : 0,
  });
  return { learned: move(learned), both: move(both) };
}

interface Decision {
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly runnerUp: ScoredKind | undefined;
}

/** `evidence`: what can be shown for a kind; without any, likelihood alone names none. */
function decide({ both, learned }: Opinion, evidence: readonly Reason[], isRequest: boolean): Decision {
  const ranked = scoredKinds.toSorted((a, b) => both[b] - both[a]);
  const [first, second] = [ranked[0] ?? 'broken', ranked[1] ?? 'broken'];
  const has = (kind: ScoredKind): boolean => evidence.some((reason) => reason.kind === kind);
  const isEnough = both[first] >= (first === 'not-a-problem' ? enoughToDismiss : enough);
  if (!isEnough || !has(first)) return { kind: 'unknown', confidence: 'low', runnerUp: ranked.find(has) };
  const isSure = both[first] >= sure && learned[first] >= sure;
  const confidence = isSure ? 'high' : both[first] >= clear ? 'medium' : 'low';
  return cautious({ kind: first, confidence, runnerUp: has(second) ? second : undefined }, isRequest);
}

/**
 * What tools print, and what nobody has said a word about, is read by the rules alone: the learned weights know how
 * people write. `undefined`: the rules are level, or find nothing.
 */
function decideByPoints(scores: Scores, evidence: readonly Reason[], isRequest: boolean): Decision | undefined {
  const ranked = scoredKinds.toSorted((a, b) => scores[b] - scores[a]);
  const [first, second] = [ranked[0] ?? 'broken', ranked[1] ?? 'broken'];
  const lead = (scores[first] - Math.max(0, scores[second])) / (scores[first] + Math.max(0, scores[second]));
  if (scores[first] < enoughPoints || !evidence.some(({ kind }) => kind === first) || lead < clearLead)
    return undefined;
  const confidence = lead >= wideLead && scores[first] >= enoughForHigh ? 'high' : 'medium';
  const hasSecond = scores[second] > 0 && evidence.some(({ kind }) => kind === second);
  return cautious({ kind: first, confidence, runnerUp: hasSecond ? second : undefined }, isRequest);
}

/** A fault that somebody describes while asking for something is not a sure one. */
function cautious(decision: Decision, isRequest: boolean): Decision {
  const isDoubtful = decision.kind !== 'not-a-problem' && decision.confidence === 'high' && isRequest;
  return isDoubtful ? { ...decision, confidence: 'medium' } : decision;
}

/** The rules' reasons come first; what the words are typical of comes after them. */
function explain(decision: Decision, { reasons, flags }: Reading, wording: readonly Reason[]): Verdict {
  const sorted = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const { kind, confidence, runnerUp } = decision;
  const isFor = (reason: Reason): boolean => kind === 'unknown' || (reason.kind === kind && reason.weight > 0);
  const rules = worthSaying(sorted.filter(isFor));
  const words = wording.filter(({ weight }) => weight >= worthListing * Math.abs(rules[0]?.weight ?? 0));
  return {
    kind,
    confidence,
    reasons: [...rules, ...words.filter(isFor)],
    counterReasons: [
      ...worthSaying(sorted.filter((reason) => !isFor(reason) && !hintIds.has(reason.signal))),
      ...words.filter((reason) => reason.kind === runnerUp && !isFor(reason)),
    ],
    ...(runnerUp && { runnerUp }),
    flags,
    ask: asksFor(decision),
  };
}

/** One reason per line and meaning; without those that are tiny beside the strongest, unless hardly any others are left. */
function worthSaying(sorted: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  const distinctReasons = sorted.filter(({ line, meaning }) => {
    const key = `${line} ${meaning}`;
    return !seen.has(key) && seen.add(key);
  });
  const least = worthListing * Math.abs(distinctReasons[0]?.weight ?? 0);
  const strong = distinctReasons.filter(({ signal, weight }) => Math.abs(weight) >= least && !hintIds.has(signal));
  return strong.length >= enoughReasons ? strong : distinctReasons.slice(0, Math.max(enoughReasons, strong.length));
}

function asksFor({ kind, confidence, runnerUp }: Decision): string[] {
  const usual = questions[kind];
  if (kind === 'unknown' || confidence !== 'low' || !runnerUp) return [...usual];
  const between = questionBetween(kind, runnerUp);
  return between ? [between, ...usual] : [...usual];
}
