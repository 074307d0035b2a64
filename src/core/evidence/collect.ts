import type { Clock } from '../ports.ts';
import type { Collected, EvidenceSource } from './evidence.ts';

/** Nobody waits longer than this for one source; what comes later is not used. */
export const COLLECT_LIMIT_MS = 4000;

/** Asks all sources at once, each with its own time limit. One that fails or hangs is named and stops nothing. */
export function collectEvidence(
  sources: readonly EvidenceSource[],
  clock: Pick<Clock, 'delay'>,
  limit = COLLECT_LIMIT_MS,
): Promise<Collected[]> {
  return Promise.all(sources.map((source) => collectOne(source, clock, limit)));
}

async function collectOne(source: EvidenceSource, clock: Pick<Clock, 'delay'>, limit: number): Promise<Collected> {
  const timeout = clock.delay(limit).then((): Collected => ({ kind: 'failed', source, reason: 'timeout' }));
  try {
    const found = source
      .collect()
      .then((evidence): Collected => (evidence ? { kind: 'found', source, evidence } : { kind: 'nothing', source }));
    return await Promise.race([found, timeout]);
  } catch (error) {
    return { kind: 'failed', source, reason: { message: error instanceof Error ? error.message : String(error) } };
  }
}
