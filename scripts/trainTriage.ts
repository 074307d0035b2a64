import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scoredKinds } from '../src/core/triage/kinds.ts';
import type { ScoredKind } from '../src/core/triage/kinds.ts';
import { readReport } from '../src/core/triage/readReport.ts';
import { letters, stepsPerUnit, zero } from '../src/core/triage/learnedWeights.ts';
import { isWord, traitsOf, worthOfWord } from '../src/core/triage/traits.ts';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

// node scripts/run.mjs trainTriage FILE.jsonl[@weight] ... [FILE.json] : learns src/core/triage/weightTable.ts from labelled reports.
// Each line of a .jsonl file: {"title", "text", "label"}, optionally "heldOut": true for a row that must not be learned from.
// A .json file has weights to start from ({"trait": [glitch, bottleneck, broken, not-a-problem]}), learned from reports that
// are not at hand any more: new reports move a weight away from there, and from nothing where there is none.
// The reports stay outside the repository; only weights of single words, signals and forms of titles come in.
interface Example {
  readonly traits: readonly string[];
  /** What each word counts; all other traits count 1. */
  readonly worth: number;
  readonly label: number;
  readonly weight: number;
}

const kinds = scoredKinds.length;
const epochs = 150;
const rate = 0.05;
/** A trait that fewer reports have tells more about these reports than about others. */
const leastReports = 2;
/** Words are many and rare, so they are trusted less than signals and forms. */
const penalty = (trait: string): number => (isWord(trait) ? 4 : 1.5);
/** Weights are kept in steps of 1/10; a trait that sets no two kinds apart by so many steps is left out. */
const leastSteps = 2;

await runScript(async () => {
  const files = process.argv.slice(2);
  const examples = files.filter((file) => !file.endsWith('.json')).flatMap(examplesIn);
  const start = startIn(files.find((file) => file.endsWith('.json')));
  if (examples.length === 0) throw new Error('Name files with labelled reports, one JSON object a line.');
  const names = namesIn(examples, start);
  const weights = learn(examples, names, start);
  const rows = namesWithWeights(names, weights);
  const target = path.join(projectFolder, 'src/core/triage/weightTable.ts');
  writeFileSync(target, moduleText(rows, examples.length));
  console.log(`${examples.length} reports, ${names.length} traits, ${rows.length - 1} kept, written to ${target}`);
  return 0;
});

function examplesIn(argument: string): Example[] {
  const [file = '', weight = '1'] = argument.split('@');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line): Example[] => {
      const row: { title: string; text: string; label: ScoredKind; heldOut?: boolean } = JSON.parse(line);
      if (row.heldOut) return [];
      const traits = [...traitsOf(readReport(row)).keys()];
      return [{ traits, worth: worthOfWord(traits), label: scoredKinds.indexOf(row.label), weight: Number(weight) }];
    });
}

/** Weights by trait, one for each kind; the bias is named ''. */
type Start = ReadonlyMap<string, readonly number[]>;

function startIn(file: string | undefined): Start {
  return new Map(file ? Object.entries<number[]>(JSON.parse(readFileSync(file, 'utf8'))) : []);
}

function namesIn(examples: readonly Example[], start: Start): string[] {
  const counts = new Map<string, number>();
  for (const trait of examples.flatMap(({ traits }) => traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const seen = [...counts].flatMap(([name, count]) => (count >= leastReports ? [name] : []));
  return [...new Set([...seen, ...start.keys()])].filter((name) => name !== '').toSorted();
}

/**
 * Multinomial logistic regression with the squared distance from the start as penalty, by Adam over all examples. Row 0 is
 * the bias.
 */
function learn(examples: readonly Example[], names: readonly string[], start: Start): Float64Array {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  const rows = examples.map(({ traits, worth }): Part[] => [
    [0, 1],
    ...traits.flatMap((trait): Part[] => {
      const number = numbers.get(trait);
      return number === undefined ? [] : [[number, isWord(trait) ? worth : 1]];
    }),
  ]);
  const begin = Float64Array.from(['', ...names].flatMap((name) => start.get(name) ?? Array(kinds).fill(0)));
  const size = begin.length;
  const weights = begin.slice();
  const [slope, mean, square] = [0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    slope.fill(0);
    examples.forEach(({ label, weight }, i) => {
      const row = rows[i] ?? [];
      likelihoods(row, weights).forEach((likelihood, kind) => {
        const error = weight * (likelihood - (label === kind ? 1 : 0));
        for (const [trait, value] of row) slope[trait * kinds + kind]! += value * error;
      });
    });
    names.forEach((name, i) => {
      for (let at = (i + 1) * kinds; at < (i + 2) * kinds; at++)
        slope[at]! += penalty(name) * (weights[at]! - begin[at]!);
    });
    const step = rate * Math.min(1, 2 * (1 - epoch / (epochs + 1)));
    for (let at = 0; at < size; at++) {
      mean[at] = 0.9 * mean[at]! + 0.1 * slope[at]!;
      square[at] = 0.999 * square[at]! + 0.001 * slope[at]! ** 2;
      weights[at]! -=
        (step * (mean[at]! / (1 - 0.9 ** epoch))) / (Math.sqrt(square[at]! / (1 - 0.999 ** epoch)) + 1e-8);
    }
  }
  return weights;
}

/** The number of a trait and what it counts. */
type Part = readonly [trait: number, value: number];

function likelihoods(row: readonly Part[], weights: Float64Array): number[] {
  const sums = scoredKinds.map((_, kind) =>
    row.reduce((sum, [trait, value]) => sum + value * weights[trait * kinds + kind]!, 0),
  );
  const powers = sums.map((sum) => Math.exp(sum - Math.max(...sums)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Each with three letters behind it: the steps for all kinds but the last, which is what makes their sum nothing. */
function namesWithWeights(names: readonly string[], weights: Float64Array): string[] {
  return ['', ...names].flatMap((name, i) => {
    const row = [...weights.subarray(i * kinds, (i + 1) * kinds)];
    const mean = row.reduce((sum, weight) => sum + weight, 0) / kinds;
    const steps = row.map((weight) => Math.round((weight - mean) * stepsPerUnit));
    const isKept = name === '' || Math.max(...steps) - Math.min(...steps) >= leastSteps;
    return isKept ? [name.replaceAll(' ', '_') + steps.slice(0, -1).map(letterOf).join('')] : [];
  });
}

function letterOf(steps: number): string {
  const letter = letters[steps + zero];
  if (letter === undefined) throw new Error(`A weight of ${steps} steps is out of bounds.`);
  return letter;
}

function moduleText(rows: readonly string[], reports: number): string {
  return `// Written by scripts/trainTriage.ts from ${reports} labelled reports; docs/triage-data.md says which. Not to be edited by hand.
// Each entry: a trait and three letters, read by learnedWeights.ts. The first one, without a name, is where every report starts.
export const weightTable =
  '${rows.join(' ')}';
`;
}
