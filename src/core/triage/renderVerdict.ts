import { inlineCode } from '../markdown/write.ts';
import type { Kind, Reason, Verdict } from './kinds.ts';

const MAX_REASONS = 6;
const MAX_AGAINST = 3;

/** What each kind means, in the words of the product. */
const kindWords: Readonly<Record<Kind, string>> = {
  bottleneck: 'bottleneck (right answer, wrong cost)',
  glitch: 'glitch (same input, different outcome)',
  broken: 'broken (wrong or no answer, repeatably)',
  'not-a-problem': 'not a problem (a question or a request)',
  unknown: 'unknown (not enough evidence yet)',
};

/**
 * Why this kind: the lines that speak for it, those that speak for another one, and what would settle it. `asked` are the
 * questions that are still open.
 */
export function renderVerdict(verdict: Verdict, decided: Kind, asked: readonly string[] = verdict.ask): string {
  const isUnknown = verdict.kind === 'unknown';
  const nextBest = verdict.runnerUp ? ` (next best: ${verdict.runnerUp})` : '';
  const heading = isUnknown ? 'What there is:' : 'What speaks for it:';
  return [
    proposalOf(verdict, decided),
    ...listed(heading, linesOf(verdict.reasons.slice(0, MAX_REASONS), isUnknown)),
    ...listed(
      `What speaks for something else${nextBest}:`,
      linesOf(verdict.counterReasons.slice(0, MAX_AGAINST), true),
    ),
    ...listed(
      OBSERVATIONS,
      asked.map((question) => `- ${question}`),
    ),
  ].join('\n');
}

/** Heads what is still to be found out: for those who work on the record, not for those whom it is sent to. */
export const OBSERVATIONS = 'Cheapest next observations:';

function proposalOf({ kind, confidence }: Verdict, decided: Kind): string {
  const words = kindWords[kind];
  if (decided !== kind) {
    const proposed = kind === 'unknown' ? 'does not say' : `proposed ${kind} (${confidence})`;
    return `Decided by hand: ${kindWords[decided]}. The evidence alone ${proposed}.`;
  }
  return kind === 'unknown'
    ? 'The evidence does not say yet.'
    : `Proposed from the evidence: ${words}, confidence ${confidence}.`;
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length ? ['', heading, '', ...lines] : [];
}

/** One line for each place in the evidence, with all that it says; `isNamed`: and for which kind. */
function linesOf(reasons: readonly Reason[], isNamed: boolean): string[] {
  const meanings = new Map<string, string[]>();
  for (const { meaning, excerpt, kind, weight } of reasons) {
    const side = weight < 0 ? `not ${kind}` : kind;
    meanings.set(excerpt, [...(meanings.get(excerpt) ?? []), isNamed ? `${meaning} (${side})` : meaning]);
  }
  return Array.from(meanings, ([excerpt, all]) => `- ${[...new Set(all)].join('; ')}: ${inlineCode(excerpt)}`);
}
