import type { Reason, ScoredKind } from './kinds.ts';
import { scoredKinds } from './kinds.ts';
import { typicalWords } from './opinion.ts';
import type { TypicalWord } from './opinion.ts';
import { excerptAround } from './readReport.ts';
import type { Reading } from './readReport.ts';
import type { Traits } from './traits.ts';

/** Less than this is no reason that anybody would believe. */
const leastWeight = 0.6;
/** Hints weigh less; they are shown only when there is nothing better. */
const leastRuleWeight = 1.5;
const mostWords = 3;
/** Words that weigh something and would convince nobody. */
const plain =
  /^(?:a|an|and|are|as|at|be|by|can|do|for|from|has|have|i|if|in|is|it|its|me|my|of|on|or|so|that|the|then|there|this|to|us|was|we|will|with|you|your|\d+|\?)$/;

/**
 * For every kind at most one reason: the words that are typical of it, on the line that has the strongest one. Lines that
 * the rules have a reason from for the same kind need no other.
 */
export function wordingReasons(reading: Reading, traits: Traits): Reason[] {
  const isOpen = (kind: ScoredKind, line: number): boolean =>
    !reading.reasons.some((reason) => reason.kind === kind && reason.line === line && reason.weight >= leastRuleWeight);
  return scoredKinds.flatMap((kind) => {
    const words = typicalWords(traits, kind).filter(({ place }) => isOpen(kind, place.line));
    return reasonFor(kind, words, reading) ?? [];
  });
}

function reasonFor(kind: ScoredKind, all: readonly TypicalWord[], reading: Reading): Reason | undefined {
  const said = ({ place }: TypicalWord): string =>
    (place.line === -1 ? reading.title : reading.text).slice(place.start, place.end).toLowerCase();
  const words = all.filter((word) => !plain.test(said(word)));
  const line = words[0]?.place.line;
  const together = words.filter(({ place }) => place.line === line).slice(0, mostWords);
  const weight = together.reduce((sum, word) => sum + word.weight, 0);
  if (line === undefined || weight < leastWeight) return undefined;
  const quoted = together.toSorted((a, b) => a.place.start - b.place.start).map((word) => `“${said(word)}”`);
  return {
    signal: 'wording',
    kind,
    weight,
    meaning: `${quoted.join(', ')} ${quoted.length === 1 ? 'leans' : 'lean'} this way in the reports that it learned from`,
    line,
    excerpt: excerptAround(reading, line, together[0]?.place.start ?? 0),
  };
}
