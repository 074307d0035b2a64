import { byUrgency } from '../stackTrace/signature.ts';
import type { Frame, StackTrace } from '../stackTrace/stackTrace.ts';

const MAX_PLACES = 8;
/** Without a frame of the user's own code: enough to see which library it was. */
const MAX_LIBRARY_PLACES = 3;

/** A place in the code that the evidence points to. */
export interface CodePlace {
  /** As the trace has it, or as the workspace has it. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly symbol?: string;
  /** `file` is the path of a file in the workspace, as `Places.hasFile` takes it. */
  readonly isInWorkspace?: boolean;
  /** The workspace has a file of this name, but not below the folder that the trace says. */
  readonly isByName?: boolean;
  /** Link target from the workspace's root, when the workspace has the file. */
  readonly link?: string;
}

/** `src/a.js:22`, as people and editors write a place. */
export function placeName({ file, line }: Pick<CodePlace, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** Where the traces point, nearest to the fault first, each place once: the user's own code, or libraries when there is none. */
export function placesOf(traces: readonly StackTrace[]): CodePlace[] {
  const frames = byUrgency(traces)
    .flatMap(withCauses)
    .flatMap((trace) => trace.frames);
  const own = distinct(frames.filter(({ isUserCode }) => isUserCode)).slice(0, MAX_PLACES);
  return own.length ? own : distinct(frames).slice(0, MAX_LIBRARY_PLACES);
}

function distinct(frames: readonly Frame[]): CodePlace[] {
  const places = new Map<string, CodePlace>();
  for (const { file, line, symbol } of frames) {
    if (file === undefined) continue;
    const key = `${file}:${line ?? ''}`;
    if (!places.has(key))
      places.set(key, { file, ...(line === undefined ? {} : { line }), ...(symbol === undefined ? {} : { symbol }) });
  }
  return [...places.values()];
}

/** The deepest cause first: that is where it began. */
function withCauses(trace: StackTrace): StackTrace[] {
  return [...trace.causes.flatMap(withCauses), trace];
}
