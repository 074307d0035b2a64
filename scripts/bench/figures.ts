/** One measured figure. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** `ms`, `KB`, `µs` ... */
  readonly unit: string;
  /** What it is compared with, in words: "3.1 x the empty extension". */
  readonly compared?: string;
}

/** The middle of some measurements; the mean of the two middle ones when their number is even. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('Nothing was measured.');
  return (lower + upper) / 2;
}

/** Runs each of the tasks in turn, `runs` times after one run to warm up, and returns the median time of each in milliseconds. */
export async function medianTimes<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  runs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run <= runs; run++) {
    for (const name of names) {
      const start = performance.now();
      await tasks[name]();
      if (run > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

/** "12 x what" or "2.1 % of what": how many times the second figure the first one is. */
export function times(value: number, base: number, what: string): string {
  const ratio = value / base;
  if (ratio < 0.1) return `${(ratio * 100).toPrecision(2)} % of ${what}`;
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2)} x ${what}`;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, value, unit, compared } of figures) {
    const number = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
    console.log(`  ${what.padEnd(width)} ${number.padStart(9)} ${unit.padEnd(3)} ${compared ?? ''}`.trimEnd());
  }
}
