/** Words that carry the grammar of a title and not its thought. */
const STOP_WORDS = new Set(
  `a about again all also an and any anyone are as at be because been before but by can check could did do does each every
  everybody everyone first for from had has have here how if in into is it its let make more much no nobody not of off on
  once one only or other our out over own per say see should so some somebody someone than that the their them then there
  these they this those through to too until up us was we were what when where which while who whom whose why will with
  without would you your`.split(/\s+/),
);

/** The words of a text that carry its thought, in lower case and without the endings of plural, past and -ing. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}

/** Jaccard index: shared words divided by all words, 0 to 1. Two empty sets have nothing in common. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Crude on purpose: it has to bring "tests" and "test" together, not to yield words. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[^s]{2})s$/, '');
  return word.replace(/ies$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '');
}
