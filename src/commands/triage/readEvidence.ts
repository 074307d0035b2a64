import { collectEvidence } from '../../core/evidence/collect.ts';
import type { Evidence, Seed } from '../../core/evidence/evidence.ts';
import { redactEvidence, type RedactionResult } from '../../core/evidence/redactEvidence.ts';
import type { Mentor } from '../../core/mentor.ts';
import { parseStackTraces } from '../../core/stackTrace/parse.ts';
import { lookAround } from '../../core/suspects/lookAround.ts';
import { classify } from '../../core/triage/classify.ts';
import { foundIn, type Reading, type TriageDraft } from '../../core/triage/draft.ts';

/** The picked evidence as it may be written: on-demand sources asked now, shortened, redacted, what was clicked or failed first. */
export async function readEvidence(
  { host }: Mentor,
  { collected, seed, picked, symptom, kept }: TriageDraft,
): Promise<RedactionResult> {
  const onDemand = host.evidence.filter((source) => source.isOnDemand && picked?.has(source.id));
  const late = await collectEvidence(onDemand, host.clock);
  const evidence = foundIn([...collected, ...late]).filter((piece) => picked?.has(piece.source));
  const result = await redactEvidence(inOrderOfWeight(evidence, seed), symptom, {
    roots: host.places.roots(),
    extra: host.settings.redactionPatterns,
    ...(kept ? { kept } : {}),
  });
  for (const { name, message } of result.problems) host.log.warn(`Redaction pattern "${name}": ${message}`);
  return result;
}

/** What the evidence says: its stack traces and the kind of problem. Surroundings such as versions are not read for it. */
export async function readTriage(mentor: Mentor, draft: TriageDraft): Promise<Reading> {
  const { pieces, words, hidden } = await readEvidence(mentor, draft);
  const text = pieces
    .filter((piece) => !piece.isContext)
    .map((piece) => piece.text)
    .join('\n\n');
  const traces = parseStackTraces(text);
  const around = lookAround(mentor, { symptom: words, traces, text });
  return { pieces, symptom: words, hidden, text, traces, verdict: classify({ title: words, text }), around };
}

function inOrderOfWeight(evidence: readonly Evidence[], seed: Seed | undefined): Evidence[] {
  const weight = (piece: Evidence): number =>
    piece.source === seed?.source ? -1 : piece.isContext ? 2 : piece.exitCode ? 0 : 1;
  return evidence.toSorted((a, b) => weight(a) - weight(b));
}
