import type { StackTrace } from '../stackTrace/stackTrace.ts';
import type { CodePlace } from './triageRecord.ts';

const MAX_PLACES = 8;

/** Where the traces point, the user's own code only, in their order, each place once. */
export function placesOf(traces: readonly StackTrace[]): CodePlace[] {
  const places = new Map<string, CodePlace>();
  for (const trace of traces.flatMap(withCauses)) {
    for (const { file, line, symbol, isUserCode } of trace.frames) {
      if (!isUserCode || file === undefined) continue;
      const key = `${file}:${line ?? ''}`;
      if (!places.has(key))
        places.set(key, { file, ...(line === undefined ? {} : { line }), ...(symbol === undefined ? {} : { symbol }) });
    }
  }
  return [...places.values()].slice(0, MAX_PLACES);
}

/** The deepest cause first: that is where it began. */
function withCauses(trace: StackTrace): StackTrace[] {
  return [...trace.causes.flatMap(withCauses), trace];
}
