/** Milliseconds per unit. */
const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
};

/** Twice the data may take a little more than twice the time; this much more is not noise. */
const unfair = 1.5;

/**
 * Given texts such as "5000 orders in 163 ms", says which of them shows that time grows faster than the amount: the
 * index of the largest amount. `undefined` if there are no two comparable measurements, or time grows in step.
 */
export function growthIn(found: readonly string[]): number | undefined {
  const points = found.flatMap((text, index) => {
    const match = /^\W*(?:n ?= ?)?(\d[\d.,]*) ?([a-z]*).*?(\d[\d.,]*) ?([nuµm]?s|sec\w*)$/.exec(text.trim());
    const [, amount = '', noun = '', time = '', unit = ''] = match ?? [];
    const point = { index, noun, amount: numberOf(amount), time: numberOf(time) * (units[unit] ?? NaN) };
    return point.amount > 0 && point.time > 0 ? [point] : [];
  });
  for (const last of points) {
    const first = points.find((point) => point.noun === last.noun);
    if (!first || points.some((point) => point.noun === last.noun && point.amount > last.amount)) continue;
    const ratio = last.amount / first.amount;
    if (ratio >= unfair && last.time / first.time >= unfair * ratio) return last.index;
  }
  return undefined;
}

/** Given texts such as "run 3: failed", the index of the first failure if other runs passed. */
export function mixedOutcomeIn(found: readonly string[]): number | undefined {
  const failure = found.findIndex((text) => failed.test(text));
  return failure !== -1 && found.some((text) => !failed.test(text)) ? failure : undefined;
}

const failed = /fail|error|red$|broke/;

function numberOf(text: string): number {
  return Number(text.replaceAll(',', '').replace(/\.$/, ''));
}
