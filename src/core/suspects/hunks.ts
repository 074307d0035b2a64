/** A longer diff is not read to its end: it rewrites the file, and every line of it is near. */
const MAX_CHANGES = 20_000;

/** Lines (1-based, as they are now) in rising order, each once. */
export interface Hunks {
  /** New or altered. */
  readonly written: readonly number[];
  /** These, and the line behind each removed one. */
  readonly touched: readonly number[];
}

/** What a unified diff of one file does to its lines. */
export function readHunks(diff: string): Hunks {
  const written = new Set<number>();
  const touched = new Set<number>();
  let now = 0;
  let oldLeft = 0;
  let newLeft = 0;
  for (const line of diff.split('\n')) {
    if (touched.size >= MAX_CHANGES) break;
    if (oldLeft <= 0 && newLeft <= 0) {
      const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (!hunk) continue;
      oldLeft = Number(hunk[1] ?? 1);
      newLeft = Number(hunk[3] ?? 1);
      // A hunk that only removes names the line before the gap.
      now = Number(hunk[2]) + (newLeft === 0 ? 1 : 0);
    } else if (line.startsWith('+')) {
      written.add(now);
      touched.add(now++);
      newLeft--;
    } else if (line.startsWith('-')) {
      touched.add(Math.max(1, now));
      oldLeft--;
    } else if (!line.startsWith('\\')) {
      now++;
      oldLeft--;
      newLeft--;
    }
  }
  return { written: rising(written), touched: rising(touched) };
}

function rising(lines: ReadonlySet<number>): number[] {
  return [...lines].toSorted((a, b) => a - b);
}

/** How many lines lie between a line and the nearest of the others; 0 on one of them, infinite when there are none. */
export function distanceTo(line: number, others: readonly number[]): number {
  return others.reduce((least, other) => Math.min(least, Math.abs(other - line)), Infinity);
}
