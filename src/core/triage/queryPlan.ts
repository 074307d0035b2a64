/** A scan that reads a whole table to throw most of it away, as PostgreSQL's EXPLAIN ANALYZE prints it. */
export interface WastefulScan {
  readonly table: string;
  readonly column: string;
  /** Rows that were read for nothing. */
  readonly removed: number;
}

/** Fewer rows than this are read from memory faster than any index. *(choice)* */
const MANY_ROWS = 1000;
/** The condition and the count stand directly below the scan. */
const LINES_BELOW = 4;

/** The scan of a plan that throws away most rows; `undefined` where none throws away many. */
export function wastefulScanIn(text: string): WastefulScan | undefined {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index): WastefulScan[] => {
    const table = /\bSeq Scan on (\w{1,80})/.exec(line)?.[1];
    if (table === undefined) return [];
    const below = lines.slice(index + 1, index + 1 + LINES_BELOW).join('\n');
    const column = /Filter: \(+(?:\w{1,80}\.)?(\w{1,80})\)?(?:::\w+)? [=<>]/.exec(below)?.[1];
    const removed = Number(/Rows Removed by Filter: (\d{1,15})/.exec(below)?.[1] ?? 0);
    return column !== undefined && removed >= MANY_ROWS ? [{ table, column, removed }] : [];
  });
  return found.toSorted((a, b) => b.removed - a.removed)[0];
}
