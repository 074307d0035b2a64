import type { Collected, Evidence, Seed } from './evidence.ts';

/** What is ticked before the user says anything. */
export interface Ticks {
  /** Ids of sources. */
  readonly ticked: ReadonlySet<string>;
  /** Of these the one that goes as soon as there is anything else: a command that succeeded, where nothing failed. */
  readonly lastResort?: string;
}

/** For a new record: all that was found, except a command that succeeded beside what tells of the fault. What was clicked stays. */
export function ticksOf(
  collected: readonly Collected[],
  { seed, hasWords }: { seed?: Seed; hasWords: boolean },
): Ticks {
  const found = collected.flatMap((one) => (one.kind === 'found' && !one.source.isOnDemand ? [one] : []));
  const idsOf = (all: typeof found): Set<string> => new Set(all.map(({ source }) => source.id));
  const succeeded = found.find(({ evidence, source }) => isSuccess(evidence) && source.id !== seed?.source);
  const others = found.filter((one) => one !== succeeded);
  if (!succeeded || hasWords || others.some(({ evidence }) => !evidence.isContext)) return { ticked: idsOf(others) };
  return { ticked: idsOf(found), lastResort: succeeded.source.id };
}

/** For a record that is there: what tells of the fault and does not stand in it yet. */
export function newTicksOf(collected: readonly Collected[], record: string): Ticks {
  const fresh = collected.flatMap((one) =>
    one.kind === 'found' && !one.source.isOnDemand && !one.evidence.isContext && !standsIn(record, one.evidence)
      ? [one.source.id]
      : [],
  );
  return { ticked: new Set(fresh) };
}

function isSuccess({ command, exitCode }: Evidence): boolean {
  return command !== undefined && exitCode === 0;
}

/** The last lines tell: the first ones of a program are the same in every run. */
const COMPARED = 3;

function standsIn(record: string, { text }: Evidence): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.slice(-COMPARED).every((line) => record.includes(line));
}
