import { questionBetween, questions } from './ask.ts';
import { cleanReport } from './cleanReport.ts';
import type { ReportLine } from './cleanReport.ts';
import { createFinder } from './evidence.ts';
import type { Finder, Hit } from './evidence.ts';
import { scoredKinds } from './kinds.ts';
import type { Confidence, Flag, Kind, Reason, Report, ScoredKind, Verdict } from './kinds.ts';
import { asksForSomething, namesFault, scoresOf } from './score.ts';
import type { Scores } from './score.ts';
import { signals } from './signals.ts';
import { contexts } from './signals/context.ts';
import { experiencePatterns } from './signals/experience.ts';
import { hintSignals } from './signals/hints.ts';
import { flagSignals } from './signals/flags.ts';

const titleFactor = 1.5;
const outputFactor = 0.5;
/** Less than this is not evidence of a kind. */
const enough = 3;
/** How far ahead of the second kind the first must be to be named at all, and for medium and high: difference by sum. */
const anyLead = 0.1;
const clearLead = 0.2;
/** A fault that is filed away as a mere question is never looked at again, so that verdict needs more of a lead. */
const leadToDismiss = 0.4;
const wideLead = 0.65;
/** One soft sign alone makes no verdict sure, however little speaks against it. */
const enoughForHigh = 5;
const excerptLength = 200;
const contextsPerKind = 12;
/** What weighs less than this share of the strongest reason is not worth a line of its own beside others. */
const worthListing = 0.25;
const enoughReasons = 2;

let finder: Finder | undefined;

/**
 * Says what kind of problem a report describes, from the words and tool output in it, with the lines that speak for and
 * against. Any strings return; the same strings return an equal verdict; time is linear in the length of the text.
 */
export function classify(report: Report): Verdict {
  const title = report.title ?? '';
  const lines = cleanReport(report.text);
  finder ??= createFinder([
    ...signals,
    ...flagSignals,
    { patterns: experiencePatterns, where: 'prose' },
    ...contexts.map(({ patterns }) => ({ patterns, max: contextsPerKind, where: 'prose' as const })),
  ]);
  const hits = finder(title, report.text, lines);
  const evidence = together(distinct(inContext(hits)), (hit) => (hit.line === -1 ? title : report.text));
  const reasons = evidence.flatMap((hit) => reasonFor(hit, excerptFor(hit, title, report.text, lines)) ?? []);
  const isOutput = hits.some((hit) => hit.isOutput && signals[hit.family]?.hard === true);
  const isWitness = hits.some((hit) => hit.family === experienceFamily) || namesFault(reasons);
  const scores = scoresOf(reasons, isOutput, isWitness);
  const named = new Set(
    reasons.filter((reason) => reason.weight > 0 && !hintIds.has(reason.signal)).map((reason) => reason.kind),
  );
  const decision = cautious(decide(scores, named), reasons);
  return explain(
    decision,
    reasons,
    flagsIn(hits, (hit) => excerptFor(hit, title, report.text, lines)),
  );
}

/** Without the hits whose meaning other words take away. */
function inContext(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit) => {
    const own = signals[hit.family];
    if (!own || (own.hard && hit.isOutput)) return true;
    return !hits.some((other) => {
      const context = contexts[other.family - firstContext];
      if (!context || other.line !== hit.line || other.start >= hit.end || hit.start >= other.end) return false;
      return context.hides.includes(own.kind) && (context.against ?? false) === own.weight < 0;
    });
  });
}

/** Of a signal that needs several places, only the one to show, if they are evidence together. */
function together(hits: readonly Hit[], source: (hit: Hit) => string): Hit[] {
  return hits.filter((hit) => {
    const pick = signals[hit.family]?.together;
    if (!pick) return true;
    const family = hits.filter((other) => other.family === hit.family);
    const shown = pick(family.map((other) => source(other).slice(other.start, other.end).toLowerCase()));
    return shown !== undefined && family[shown] === hit;
  });
}

/** Where two signals of one kind see the same words, only the stronger one stays. */
function distinct(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, i) => {
    const own = signals[hit.family];
    return !hits.some((other, j) => {
      const theirs = signals[other.family];
      if (i === j || !own || !theirs || own.kind !== theirs.kind || other.line !== hit.line) return false;
      if (other.start >= hit.end || hit.start >= other.end || own.weight < 0 || theirs.weight < 0) return false;
      return theirs.weight > own.weight || (theirs.weight === own.weight && j < i);
    });
  });
}

const hintIds: ReadonlySet<string> = new Set(hintSignals.map((signal) => signal.id));
const experienceFamily = signals.length + flagSignals.length;
const firstContext = experienceFamily + 1;

function reasonFor(hit: Hit, excerpt: string): Reason | undefined {
  const signal = signals[hit.family];
  if (!signal) return undefined;
  let weight = signal.weight;
  if (hit.line === -1) weight *= titleFactor;
  else if (hit.isOutput && signal.where === 'prose') {
    // Tools ask for nothing.
    if (signal.kind === 'not-a-problem') return undefined;
    weight *= outputFactor;
  }
  return { signal: signal.id, kind: signal.kind, weight, meaning: signal.meaning, line: hit.line, excerpt };
}

/** The line around the hit, cut to `excerptLength` without cutting a surrogate pair in two. */
function excerptFor(hit: Hit, title: string, text: string, lines: readonly ReportLine[]): string {
  const source = hit.line === -1 ? title : text;
  const line = hit.line === -1 ? { start: 0, end: title.length } : lines[hit.line];
  if (!line) return '';
  let start = Math.max(line.start, Math.min(hit.start - 60, line.end - excerptLength));
  let end = Math.min(line.end, start + excerptLength);
  if (isLowSurrogate(source, start)) start++;
  if (isLowSurrogate(source, end)) end--;
  return source.slice(start, end).trim();
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

interface Decision {
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly runnerUp: ScoredKind | undefined;
}

/** `named`: the kinds that more than single words speak for. */
function decide(scores: Scores, named: ReadonlySet<ScoredKind>): Decision {
  const ranked = scoredKinds.toSorted((a, b) => scores[b] - scores[a]);
  const [first, second] = [ranked[0] ?? 'broken', ranked[1] ?? 'broken'];
  const runnerUp = scores[second] > 0 ? second : undefined;
  const unknown: Decision = { kind: 'unknown', confidence: 'low', runnerUp: scores[first] > 0 ? first : undefined };
  if (scores[first] < enough || !named.has(first)) return unknown;
  const lead = leadOf(scores[first], scores[second]);
  // Two kinds that are level are a question to ask, not an answer.
  const needed = first === 'not-a-problem' ? leadToDismiss : anyLead;
  if (scores[second] >= enough && lead < needed) return unknown;
  return { kind: first, confidence: confidenceOf(scores[first], scores[second]), runnerUp };
}

/** A fault that somebody describes while asking for something is not a sure one. */
function cautious(decision: Decision, reasons: readonly Reason[]): Decision {
  const isDoubtful = decision.kind !== 'not-a-problem' && decision.confidence === 'high' && asksForSomething(reasons);
  return isDoubtful ? { ...decision, confidence: 'medium' } : decision;
}

function leadOf(best: number, second: number): number {
  return (best - Math.max(0, second)) / (best + Math.max(0, second));
}

function confidenceOf(best: number, second: number): Confidence {
  const lead = leadOf(best, second);
  if (lead >= wideLead && best >= enoughForHigh) return 'high';
  return lead >= clearLead ? 'medium' : 'low';
}

function explain(decision: Decision, reasons: readonly Reason[], flags: readonly Flag[]): Verdict {
  const sorted = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const { kind, confidence, runnerUp } = decision;
  const isFor = (reason: Reason): boolean => kind === 'unknown' || (reason.kind === kind && reason.weight > 0);
  return {
    kind,
    confidence,
    reasons: worthSaying(sorted.filter(isFor)),
    counterReasons: worthSaying(sorted.filter((reason) => !isFor(reason))),
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

function flagsIn(hits: readonly Hit[], excerpt: (hit: Hit) => string): Flag[] {
  return hits.flatMap((hit) => {
    const flag = flagSignals[hit.family - signals.length];
    return flag ? { kind: flag.kind, line: hit.line, excerpt: excerpt(hit) } : [];
  });
}
