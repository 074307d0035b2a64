import { cleanLine } from '../stackTrace/cleanLine.ts';

/** What a test wanted and what it got, as its runner printed them, each on one line. */
export interface Assertion {
  readonly expected: string;
  readonly actual: string;
}

/** Longer values are to be read in the evidence: a summary names short ones. */
const LONGEST = 120;
/** Lines above a comparison among which the line of code is that made it. */
const LINES_ABOVE = 8;

const EXPECTED = /^expected(?: \w+)? ?: *(\S.*)$/i;
const ACTUAL = /^(?:actual|received|got|but)(?: \w+)? *: *(?:was )?(\S.*)$/i;

/** Runners that say in one sentence what they wanted: JUnit, TestNG, PHPUnit, Chai and Vitest; and what people write in Go. */
const sentences: readonly RegExp[] = [
  /expected: ?<(?<expected>[^<>]+)> but was: ?<(?<actual>[^<>]+)>/,
  /expected \[(?<expected>[^[\]]+)\] but found \[(?<actual>[^[\]]+)\]/,
  /Failed asserting that (?<actual>.+?) (?:matches expected|is identical to) (?<expected>.+?)\.?$/,
  /AssertionError: expected (?<actual>.+?) to (?:be|equal|deeply equal|strictly equal|eql) (?<expected>.+?)(?: \/\/ .*)?$/,
  /\bgot:? (?<actual>[^,;]+)[,;] (?:but )?want(?:ed)?:? (?<expected>.+)$/,
  /\bwant(?:ed)?:? (?<expected>[^,;]+)[,;] (?:but )?got:? (?<actual>.+)$/,
];

/** The first comparison in an output, in the shapes of the usual test runners. `undefined` where none tells which value was wanted. */
export function assertionIn(text: string): Assertion | undefined {
  const lines = text.split('\n').map((line) => cleanLine(line).text.trim());
  for (const index of lines.keys()) {
    const found =
      inPair(lines, index) ?? inDifference(lines, index) ?? inSentence(lines[index]!) ?? bySource(lines, index);
    if (found && [found.expected, found.actual].every((value) => value !== '' && value.length <= LONGEST)) return found;
  }
  return undefined;
}

/** Two lines with labels, in either order: node:test, TAP, Jest, testify, xUnit, NUnit, Hamcrest, RSpec. */
function inPair(lines: readonly string[], index: number): Assertion | undefined {
  const [one = '', other = ''] = lines.slice(index, index + 2).map((line) => line.replace(/,$/, ''));
  const [first, second] = [EXPECTED.exec(one)?.[1], ACTUAL.exec(other)?.[1]];
  if (first !== undefined && second !== undefined) return { expected: first, actual: second };
  const [actual, expected] = [ACTUAL.exec(one)?.[1], EXPECTED.exec(other)?.[1]];
  return actual !== undefined && expected !== undefined ? { expected, actual } : undefined;
}

/** A difference of one line each, below a heading that says which is which: Mocha, Vitest, Jest. */
function inDifference(lines: readonly string[], index: number): Assertion | undefined {
  const heading = lines[index]!;
  const isPlusExpected = heading === '+ expected - actual';
  if (!isPlusExpected && !(/^- Expected\b/.test(heading) && /^\+ Received\b/.test(lines[index + 1] ?? '')))
    return undefined;
  const start = lines.findIndex((line, at) => at > index + (isPlusExpected ? 0 : 1) && line !== '');
  const end = start + lines.slice(start).findIndex((line) => line === '' || !/^[+-]/.test(line));
  const changed = lines.slice(start, end < start ? undefined : end);
  if (changed.length !== 2) return undefined;
  const [minus, plus] = ['-', '+'].map((sign) =>
    changed
      .find((line) => line.startsWith(sign))
      ?.slice(1)
      .trim(),
  );
  if (minus === undefined || plus === undefined) return undefined;
  return isPlusExpected ? { expected: plus, actual: minus } : { expected: minus, actual: plus };
}

function inSentence(line: string): Assertion | undefined {
  if (line.length > 4 * LONGEST) return undefined;
  const groups = sentences.map((sentence) => sentence.exec(line)?.groups).find((found) => found !== undefined);
  return groups && { expected: groups['expected']!.trim(), actual: groups['actual']!.trim() };
}

/** pytest and unittest print two values in the order of the code: the one that stands there as it is was expected. */
function bySource(lines: readonly string[], index: number): Assertion | undefined {
  const [, left, right] =
    /^(?:E {1,8}(?:Assertion|assert)\w*:? |AssertionError: )(\S+) (?:==|!=) (\S+)$/.exec(lines[index]!) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const code =
    lines.slice(Math.max(0, index - LINES_ABOVE), index).findLast((line) => /\bassert\w*\b/.test(line)) ?? '';
  const [hasLeft, hasRight] = [left, right].map((value) => isWrittenIn(code, value));
  if (hasLeft === hasRight) return undefined;
  return hasRight ? { expected: right, actual: left } : { expected: left, actual: right };
}

function isWrittenIn(code: string, value: string): boolean {
  const at = code.indexOf(value);
  return at >= 0 && !/[\w.]/.test(code[at - 1] ?? '') && !/[\w.]/.test(code[at + value.length] ?? '');
}
