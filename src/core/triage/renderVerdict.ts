import { inlineCode } from '../markdown/write.ts';
import type { Kind, Reason, Verdict } from './kinds.ts';

const MAX_REASONS = 6;
const MAX_AGAINST = 3;

/** What each kind means, in the words of the product. */
export const kindWords: Readonly<Record<Kind, string>> = {
  bottleneck: 'bottleneck (right answer, wrong cost)',
  glitch: 'glitch (same input, different outcome)',
  broken: 'broken (wrong or no answer, repeatably)',
  'not-a-problem': 'not a problem (a question or a request)',
  unknown: 'unknown (not enough evidence yet)',
};

/** Why this kind: the lines that speak for it, those that speak for another one, and what would settle it. */
export function renderVerdict(verdict: Verdict, decided: Kind): string {
  const against = verdict.counterReasons.slice(0, MAX_AGAINST).map((reason) => `- ${quote(reason)} (${reason.kind})`);
  const nextBest = verdict.runnerUp ? ` (next best: ${verdict.runnerUp})` : '';
  return [
    proposalOf(verdict, decided),
    ...listed(
      'What speaks for it:',
      verdict.reasons.slice(0, MAX_REASONS).map((reason) => `- ${quote(reason)}`),
    ),
    ...listed(`What speaks for something else${nextBest}:`, against),
    ...listed(
      'Cheapest next observations:',
      verdict.ask.map((question) => `- ${question}`),
    ),
  ].join('\n');
}

function proposalOf(verdict: Verdict, decided: Kind): string {
  if (decided !== verdict.kind)
    return `Decided by hand. The evidence alone proposed ${verdict.kind} (${verdict.confidence}).`;
  return decided === 'unknown'
    ? 'The evidence does not say yet.'
    : `Proposed from the evidence, confidence ${verdict.confidence}.`;
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length ? ['', heading, '', ...lines] : [];
}

function quote(reason: Reason): string {
  return `${reason.meaning}: ${inlineCode(reason.excerpt)}`;
}
