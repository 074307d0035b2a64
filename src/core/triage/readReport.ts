import { cleanReport } from './cleanReport.ts';
import type { ReportLine } from './cleanReport.ts';
import { createFinder } from './evidence.ts';
import type { Finder, Hit } from './evidence.ts';
import type { Flag, Reason, Report } from './kinds.ts';
import { namesFault } from './score.ts';
import { signals } from './signals.ts';
import { contexts } from './signals/context.ts';
import { experiencePatterns } from './signals/experience.ts';
import { flagSignals } from './signals/flags.ts';

const titleFactor = 1.5;
const outputFactor = 0.5;
const excerptLength = 200;
const contextsPerKind = 12;

/** A report and its lines after cleaning. */
interface Source {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly ReportLine[];
}

/** A report as the classifier sees it: every piece of evidence, before anything is decided. */
export interface Reading extends Source {
  /** In the order of the lines; several of one signal if it allows that. */
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
  /** Tool output shows that somebody has met the problem. */
  readonly isOutput: boolean;
  /** Somebody tells what happened, in contrast to talking about what could be. */
  readonly isWitness: boolean;
}

let finder: Finder | undefined;

/** Reads title and text once. Time is linear in their length. */
export function readReport(report: Report): Reading {
  const title = report.title ?? '';
  const { text } = report;
  const lines = cleanReport(text);
  finder ??= createFinder([
    ...signals,
    ...flagSignals,
    { patterns: experiencePatterns, where: 'prose' },
    ...contexts.map(({ patterns }) => ({ patterns, max: contextsPerKind, where: 'prose' as const })),
  ]);
  const hits = finder(title, text, lines);
  const evidence = together(distinct(inContext(hits)), (hit) => (hit.line === -1 ? title : text));
  const excerpt = (hit: Hit): string => excerptAround({ title, text, lines }, hit.line, hit.start);
  const reasons = evidence.flatMap((hit) => reasonFor(hit, excerpt(hit)) ?? []);
  return {
    title,
    text,
    lines,
    reasons,
    flags: flagsIn(hits, excerpt),
    isOutput: hits.some((hit) => hit.isOutput && signals[hit.family]?.hard === true),
    isWitness: hits.some((hit) => hit.family === experienceFamily) || namesFault(reasons),
  };
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

/** The line (-1: the title) around a place, cut to `excerptLength` where a word begins and ends. */
export function excerptAround({ title, text, lines }: Source, number: number, at: number): string {
  const source = number === -1 ? title : text;
  const line = number === -1 ? { start: 0, end: title.length } : lines[number];
  if (!line) return '';
  const first = Math.max(line.start, Math.min(at - 60, line.end - excerptLength));
  const last = Math.min(line.end, first + excerptLength);
  const start = first === line.start ? first : wordStart(source, first, at);
  const end = last === line.end ? last : wordEnd(source, last);
  return source.slice(start, end).trim();
}

/** A word longer than this is cut in two after all, though no surrogate pair is. */
const longestWord = 30;

/** Where the next word begins, not behind `at`. */
function wordStart(source: string, from: number, at: number): number {
  const gap = source.slice(from - 1, Math.min(at, from + longestWord)).search(/\s/);
  return gap === -1 ? from + Number(isLowSurrogate(source, from)) : from + gap;
}

/** Where the last whole word before `to` ends. */
function wordEnd(source: string, to: number): number {
  if (/\s/.test(source.charAt(to))) return to;
  const gap = source.slice(to - longestWord, to).search(/\s\S*$/);
  return gap === -1 ? to - Number(isLowSurrogate(source, to)) : to - longestWord + gap;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function flagsIn(hits: readonly Hit[], excerpt: (hit: Hit) => string): Flag[] {
  return hits.flatMap((hit) => {
    const flag = flagSignals[hit.family - signals.length];
    return flag ? { kind: flag.kind, line: hit.line, excerpt: excerpt(hit) } : [];
  });
}
