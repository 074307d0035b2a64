import type { Clock } from '../ports.ts';
import type { Collected, EvidenceSource, Seed } from './evidence.ts';

/** Nobody waits longer than this for one source; what comes later is not used. */
const COLLECT_LIMIT_MS = 4000;

/**
 * Asks all sources at once, each with its own time limit. One that fails or hangs is named and stops nothing. What the
 * seed belongs to comes first; the others keep their order.
 */
export async function collectEvidence(
  sources: readonly EvidenceSource[],
  clock: Pick<Clock, 'delay'>,
  seed?: Seed,
  limit = COLLECT_LIMIT_MS,
): Promise<Collected[]> {
  const collected = await Promise.all(sources.map((source) => collectOne(source, clock, seed, limit)));
  return collected.toSorted((a, b) => Number(isOf(seed, b)) - Number(isOf(seed, a)));
}

function isOf(seed: Seed | undefined, one: Collected): boolean {
  return seed?.source === one.source.id;
}

async function collectOne(
  source: EvidenceSource,
  clock: Pick<Clock, 'delay'>,
  seed: Seed | undefined,
  limit: number,
): Promise<Collected> {
  const timeout = clock.delay(limit).then((): Collected => ({ kind: 'failed', source, reason: 'timeout' }));
  try {
    const found = source
      .collect(seed?.source === source.id ? seed.about : undefined)
      .then((evidence): Collected => (evidence ? { kind: 'found', source, evidence } : { kind: 'nothing', source }));
    return await Promise.race([found, timeout]);
  } catch (error) {
    return { kind: 'failed', source, reason: { message: error instanceof Error ? error.message : String(error) } };
  }
}
