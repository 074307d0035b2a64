import { collectEvidence } from '../../core/evidence/collect.ts';
import type { Evidence, Seed } from '../../core/evidence/evidence.ts';
import { redactEvidence, type RedactedEvidence, type RedactionResult } from '../../core/evidence/redactEvidence.ts';
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
  const text = toldIn(pieces).map(wordsOf).join('\n\n');
  const traces = parseStackTraces(text);
  const around = lookAround(mentor, { symptom: words, traces, text });
  return { pieces, symptom: words, hidden, text, traces, verdict: classify({ title: words, text }), around };
}

/** The pieces that tell of the fault; without any, a command that succeeded: some shells and pipes hide a failure. */
function toldIn(pieces: readonly RedactedEvidence[]): readonly RedactedEvidence[] {
  const told = pieces.filter((piece) => !piece.isContext);
  return told.length ? told : pieces.filter(({ command }) => command !== undefined);
}

/** How a command ended may say what its output does not: killed, crashed. It comes last, behind what the program said. */
function wordsOf({ text, exitCode }: RedactedEvidence): string {
  return exitCode ? `${text}\nexit code ${exitCode}` : text;
}

function inOrderOfWeight(evidence: readonly Evidence[], seed: Seed | undefined): Evidence[] {
  const weight = (piece: Evidence): number =>
    piece.source === seed?.source ? -1 : piece.isContext ? 2 : piece.exitCode ? 0 : 1;
  return evidence.toSorted((a, b) => weight(a) - weight(b));
}
