/** The usual constants of BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.5. */
const K1 = 1.2;
const B = 0.75;
/** As if so many texts without any of the words were there too: in a folder of three records a word is not rare because it is in one. */
const PRIOR = 10;

export interface Match {
  /** Number of the text. */
  readonly index: number;
  /** Share of the query's weight that the text covers, 0 to 1. */
  readonly score: number;
  /** The shared words, the most telling first. */
  readonly words: readonly string[];
}

/** How well each text covers the words of the query. Texts that share no word are left out; best first, then in the given order. */
export function rankTexts(query: readonly string[], texts: readonly (readonly string[])[]): Match[] {
  const wanted = [...new Set(query)];
  if (!wanted.length) return [];
  const counts = texts.map((text) => countsOf(text, new Set(wanted)));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length) || 1;
  const weights = new Map(
    wanted.map((word) => {
      const count = counts.filter((one) => one.has(word)).length;
      return [word, Math.log(1 + (texts.length + PRIOR) / (count + 1))];
    }),
  );
  const most = wanted.reduce((sum, word) => sum + weights.get(word)! * saturation(1, average, average), 0);
  const matches = counts.map((count, index): Match => {
    const gains = [...count].map(([word, times]) => {
      const gain =
        weights.get(word)! *
        Math.min(saturation(times, texts[index]!.length, average), saturation(1, average, average));
      return { word, gain };
    });
    const ordered = gains.toSorted((a, b) => b.gain - a.gain || (a.word < b.word ? -1 : 1));
    return {
      index,
      score: Math.min(1, gains.reduce((sum, { gain }) => sum + gain, 0) / most),
      words: ordered.map(({ word }) => word),
    };
  });
  return matches.filter(({ words }) => words.length).toSorted((a, b) => b.score - a.score || a.index - b.index);
}

function saturation(times: number, length: number, average: number): number {
  return (times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average));
}

function countsOf(text: readonly string[], wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text) if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
