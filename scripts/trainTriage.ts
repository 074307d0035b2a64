import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scoredKinds } from '../src/core/triage/kinds.ts';
import type { ScoredKind } from '../src/core/triage/kinds.ts';
import { readReport } from '../src/core/triage/readReport.ts';
import { letters, stepsPerUnit, zero } from '../src/core/triage/learnedWeights.ts';
import { isWord, traitsOf } from '../src/core/triage/traits.ts';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

// node scripts/run.mjs trainTriage FILE[@weight] ... : learns src/core/triage/weightTable.ts from labelled reports.
// Each line of a file: {"title", "text", "label"}, optionally "heldOut": true for a row that must not be learned from.
// The reports stay outside the repository; only weights of single words, signals and forms of titles come in.
interface Example {
  readonly traits: readonly string[];
  readonly label: number;
  readonly weight: number;
}

const kinds = scoredKinds.length;
const epochs = 150;
const rate = 0.05;
/** A trait that fewer reports have tells more about these reports than about others. */
const leastReports = 2;
/** Words are many and rare, so they are trusted less than signals and forms. */
const penalty = (trait: string): number => (isWord(trait) ? 2 : 1.5);
/** Weights are kept in steps of 1/20; a trait that sets no two kinds apart by so many steps is left out. */
const leastSteps = 4;

await runScript(async () => {
  const examples = process.argv.slice(2).flatMap(examplesIn);
  if (examples.length === 0) throw new Error('Name files with labelled reports, one JSON object a line.');
  const names = namesIn(examples);
  const weights = learn(examples, names);
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
      return [{ traits, label: scoredKinds.indexOf(row.label), weight: Number(weight) }];
    });
}

function namesIn(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const trait of examples.flatMap(({ traits }) => traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= leastReports ? [name] : [])).toSorted();
}

/** Multinomial logistic regression with squared weights as penalty, by Adam over all examples. Row 0 is the bias. */
function learn(examples: readonly Example[], names: readonly string[]): Float64Array {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  const rows = examples.map(({ traits }) => [0, ...traits.flatMap((trait) => numbers.get(trait) ?? [])]);
  const size = (names.length + 1) * kinds;
  const [weights, slope, mean, square] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
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
        for (const trait of row) slope[trait * kinds + kind]! += error;
      });
    });
    names.forEach((name, i) => {
      for (let at = (i + 1) * kinds; at < (i + 2) * kinds; at++) slope[at]! += penalty(name) * weights[at]!;
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

function likelihoods(row: readonly number[], weights: Float64Array): number[] {
  const sums = scoredKinds.map((_, kind) => row.reduce((sum, trait) => sum + weights[trait * kinds + kind]!, 0));
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
