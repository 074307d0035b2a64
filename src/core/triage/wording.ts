import type { Reason, ScoredKind } from './kinds.ts';
import { scoredKinds } from './kinds.ts';
import { typicalWords } from './opinion.ts';
import type { TypicalWord } from './opinion.ts';
import { excerptAround } from './readReport.ts';
import type { Reading } from './readReport.ts';
import type { Traits } from './traits.ts';

/** Less than this is no reason that anybody would believe. */
const leastWeight = 0.6;
const mostWords = 3;

/** For every kind at most one reason: the words that are typical of it, on the line that has the strongest one. */
export function wordingReasons(reading: Reading, traits: Traits): Reason[] {
  return scoredKinds.flatMap((kind) => reasonFor(kind, typicalWords(traits, kind), reading) ?? []);
}

function reasonFor(kind: ScoredKind, words: readonly TypicalWord[], reading: Reading): Reason | undefined {
  const line = words[0]?.place.line;
  const together = words.filter(({ place }) => place.line === line).slice(0, mostWords);
  const weight = together.reduce((sum, word) => sum + word.weight, 0);
  if (line === undefined || weight < leastWeight) return undefined;
  const source = line === -1 ? reading.title : reading.text;
  const said = together
    .toSorted((a, b) => a.place.start - b.place.start)
    .map(({ place }) => `“${source.slice(place.start, place.end).toLowerCase()}”`);
  return {
    signal: 'wording',
    kind,
    weight,
    meaning: `reports with ${said.length === 1 ? 'the word' : 'the words'} ${said.join(', ')} are mostly of this kind`,
    line,
    excerpt: excerptAround(reading, line, together[0]?.place.start ?? 0),
  };
}
