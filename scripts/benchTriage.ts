import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify } from '../src/core/triage/classify.ts';
import type { Confidence, Kind, ScoredKind } from '../src/core/triage/kinds.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly label: ScoredKind;
  readonly difficulty: string;
  readonly split: string;
}

interface Outcome extends Row {
  readonly kind: Kind;
  readonly confidence: Confidence;
}

/** Figures of the classifier on labelled reports. Shares are 0 to 1; a share of nothing is 0. */
export interface TriageFigures {
  readonly reports: number;
  readonly perLabel: Readonly<Record<ScoredKind, { precision: number; recall: number; f1: number }>>;
  /** Mean of the four F1 values; a verdict `unknown` counts as a miss. */
  readonly macroF1: number;
  /** The same with `unknown` counted apart: only the reports that got a kind. */
  readonly macroF1Named: number;
  /** Right verdicts among the verdicts with this confidence, `unknown` left out. */
  readonly perConfidence: Readonly<Record<Confidence, { right: number; of: number }>>;
  readonly unknown: number;
  /** Faults (every label but not-a-problem) that were called not a problem. */
  readonly faultsLost: number;
  readonly faults: number;
  /** `confusion[label][verdict]` counts reports. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const labels = ['bottleneck', 'glitch', 'broken', 'not-a-problem'] as const satisfies readonly ScoredKind[];
const verdicts = [...labels, 'unknown'] as const;
const devFile = fileURLToPath(new URL('../../shared/triage-dev.jsonl', import.meta.url));

/** Prints quality and speed of the classifier. Without the labelled reports beside the checkout it prints the speed only. */
export function benchTriage(print: (line: string) => void = console.log): void {
  if (existsSync(devFile)) printQuality(readFileSync(devFile, 'utf8'), print);
  else print(`No labelled reports at ${devFile}; quality is not measured.`);
  printSpeed(print);
}

function printQuality(json: string, print: (line: string) => void): void {
  const rows = json
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line));
  const outcomes = rows.map((row): Outcome => {
    const { kind, confidence } = classify({ title: row.title, text: row.text });
    return { ...row, kind, confidence };
  });
  printGroup('all', outcomes, print);
  // The rules were written on the first half and the weights learned from it (scripts/trainTriage.ts); the second half
  // was used for neither, only its totals were seen.
  printGroup(
    'learned from',
    outcomes.filter((row) => !isHeldOut(row.id)),
    print,
  );
  printGroup(
    'held out',
    outcomes.filter((row) => isHeldOut(row.id)),
    print,
  );
  for (const key of ['split', 'difficulty'] as const) {
    for (const value of new Set(outcomes.map((row) => row[key]))) {
      const figures = figuresOf(outcomes.filter((row) => row[key] === value));
      print(`${`${key} ${value}`.padEnd(20)} ${summary(figures)}`);
    }
  }
}

/** A fixed half of the reports: those whose id's SHA-256 starts with an odd byte. */
export function isHeldOut(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1;
}

/** Figures for some verdicts whose right answer is known. */
export function figuresOf(outcomes: readonly Pick<Outcome, 'label' | 'kind' | 'confidence'>[]): TriageFigures {
  const count = (label: string, kind: string): number =>
    outcomes.filter((row) => row.label === label && row.kind === kind).length;
  const perLabel = Object.fromEntries(
    labels.map((label) => {
      const right = count(label, label);
      const precision = share(right, outcomes.filter((row) => row.kind === label).length);
      const recall = share(right, outcomes.filter((row) => row.label === label).length);
      return [label, { precision, recall, f1: share(2 * precision * recall, precision + recall) }];
    }),
  ) as TriageFigures['perLabel'];
  const perConfidence = Object.fromEntries(
    (['high', 'medium', 'low'] as const).map((confidence) => {
      const those = outcomes.filter((row) => row.confidence === confidence && row.kind !== 'unknown');
      return [confidence, { right: those.filter((row) => row.kind === row.label).length, of: those.length }];
    }),
  ) as TriageFigures['perConfidence'];
  const faults = outcomes.filter((row) => row.label !== 'not-a-problem');
  return {
    reports: outcomes.length,
    perLabel,
    macroF1: macroF1(outcomes),
    macroF1Named: macroF1(outcomes.filter((row) => row.kind !== 'unknown')),
    perConfidence,
    unknown: outcomes.filter((row) => row.kind === 'unknown').length,
    faults: faults.length,
    faultsLost: faults.filter((row) => row.kind === 'not-a-problem').length,
    confusion: Object.fromEntries(
      labels.map((label) => [label, Object.fromEntries(verdicts.map((kind) => [kind, count(label, kind)]))]),
    ),
  };
}

function printGroup(name: string, outcomes: readonly Outcome[], print: (line: string) => void): void {
  const figures = figuresOf(outcomes);
  print(`\n${name.padEnd(20)} ${summary(figures)}`);
  print(`  ${'label'.padEnd(14)} ${['prec.', 'recall', 'F1', ...verdicts].map((head) => head.padStart(14)).join('')}`);
  for (const label of labels) {
    const { precision, recall, f1 } = figures.perLabel[label];
    const cells = [precision, recall, f1].map((value) => value.toFixed(2).padStart(14));
    const row = verdicts.map((kind) => String(figures.confusion[label]?.[kind] ?? 0).padStart(14));
    print(`  ${label.padEnd(14)} ${[...cells, ...row].join('')}`);
  }
}

function summary(figures: TriageFigures): string {
  const confidences = Object.entries(figures.perConfidence).map(
    ([name, { right, of }]) => `${name} ${right}/${of} (${percent(right, of)})`,
  );
  return [
    `n ${figures.reports}`,
    `macro-F1 ${figures.macroF1Named.toFixed(3)} (unknown as a miss: ${figures.macroF1.toFixed(3)})`,
    ...confidences,
    `unknown ${figures.unknown} (${percent(figures.unknown, figures.reports)})`,
    `faults called not a problem ${figures.faultsLost}/${figures.faults} (${percent(figures.faultsLost, figures.faults)})`,
  ].join(', ');
}

function printSpeed(print: (line: string) => void): void {
  print('\nClassify, best of several runs:');
  for (const [name, line] of Object.entries(logs)) {
    const small = timeOf(line, 1_000_000, 9);
    const large = timeOf(line, 10_000_000, 4);
    const ratio = (large / small).toFixed(1);
    print(`  ${name.padEnd(14)} 1 MB ${small.toFixed(1)} ms, 10 MB ${large.toFixed(1)} ms (${ratio} times)`);
  }
}

/** Milliseconds of the fastest run, which is the one that other programs disturbed least. */
function timeOf(line: (i: number) => string, size: number, runs: number): number {
  const parts: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const part = line(i);
    parts.push(part);
    length += part.length;
  }
  const text = parts.join('').slice(0, size);
  classify({ text });
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    classify({ text });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const logs: Readonly<Record<string, (i: number) => string>> = {
  'service log': (i) =>
    `2026-05-12T10:${String(i % 60).padStart(2, '0')}:11.123Z INFO [worker-${i % 7}] c.acme.Orders - handled request ` +
    `id=${i * 7919} path=/api/v1/items/${i} status=200 in ${i % 97} ms\n`,
  'failing log': (i) =>
    `2026-05-12 10:00:${String(i % 60).padStart(2, '0')} ERROR failed to process order ${i}: connection timed out\n` +
    `java.net.SocketTimeoutException: Read timed out\n\tat com.acme.Orders.read(Orders.java:${i % 300})\n`,
  prose: (i) =>
    `Sometimes the page ${i} is slow and we have to wait, it should not be like this. Would it be possible to add ` +
    `an option? The test fails with an error after a while when many users are there.\n`,
  'one long line': (i) => `{"level":"info","message":"request ${i} took ${i % 50} ms","user":"u${i}"},`,
};

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`;
}

function macroF1(outcomes: readonly Pick<Outcome, 'label' | 'kind'>[]): number {
  const scores = labels.map((label) => {
    const right = outcomes.filter((row) => row.label === label && row.kind === label).length;
    const touched =
      outcomes.filter((row) => row.label === label).length + outcomes.filter((row) => row.kind === label).length;
    return share(2 * right, touched);
  });
  return scores.reduce((sum, score) => sum + score, 0) / labels.length;
}
