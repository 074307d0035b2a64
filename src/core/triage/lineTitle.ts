import { saysSomething } from './emptyWords.ts';
import type { Reason, Verdict } from './kinds.ts';
import { signals } from './signals.ts';
import { wordsOfLine } from './titleWords.ts';

/** So far below a line that ends in a colon the words that it announces may stand. */
const FAR = 3;
/** So many lines are looked through when no rule of the verdict stands on a line that says something. */
const MOST_LINES = 2_000;
const LONGEST = 400;

/** Evidence of less than this share of the strongest names something beside the fault. */
const WORTH = 0.5;
/** Where a tool printed them they are mostly there by chance. */
const WORDS_OF_PEOPLE: ReadonlySet<string> = new Set(
  signals.filter(({ where }) => where === 'prose').map(({ id }) => id),
);

const ERROR_LINE = new RegExp(
  [
    // `ValueError: x`, `error TS2345: x`, `[error] x`
    String.raw`(?:^|[\s\]"'(])(?:[\w.$\\]{0,120}(?:Error|Exception|Failure|Group)|[Ee]rror(?: [A-Z]{1,4}\d{1,6})?|fatal error): \S`,
    String.raw`(?:^|[\s\]"'(])(?:ERROR|FATAL|CRITICAL|\[(?:error|crit|alert|emerg|fatal)\]):? \S`,
    // Package managers and build tools, test runners.
    String.raw`npm (?:ERR!|error) (?!(?:code|errno|syscall|path|dest|command|not ok|Test failed|A complete)\b)\S`,
    String.raw`^(?:Warning|Failed tests|The following build commands failed):`,
    String.raw`\bFailure$`,
  ].join('|'),
);
/** What a shell says, mostly of a helper: "sh: 1: prettify: not found". */
const SHELL_LINE = /: (?:not found|No such file or directory|Permission denied)$/;

/**
 * From the strongest line of evidence; if that only says that something failed, from a line that has the shape of an error
 * or from what is nearly as strong. Empty if none of them says what happened.
 */
export function wordsOfLines({ reasons }: Verdict, text: string): string {
  const lines = text.split('\n');
  const least = WORTH * (reasons[0]?.weight ?? 0);
  const printed = reasons.filter(({ signal, weight }) => weight >= least && !WORDS_OF_PEOPLE.has(signal));
  const numbers = [...linesOf(reasons.slice(0, 1)), ...linesLike(ERROR_LINE, lines), ...linesOf(printed)];
  return firstThatSays(lines, numbers) ?? firstThatSays(lines, linesLike(SHELL_LINE, lines)) ?? '';
}

/** Better than nothing: that something failed. */
export function wordsOfFirstLine({ reasons }: Verdict, text: string): string {
  const [first] = linesOf(reasons);
  return first === undefined ? '' : wordsOfLine(text.split('\n')[first] ?? '');
}

function linesOf(reasons: readonly Reason[]): number[] {
  return reasons.map(({ line }) => line).filter((line) => line >= 0);
}

function firstThatSays(lines: readonly string[], numbers: readonly number[]): string | undefined {
  for (const number of numbers) {
    const words = wordsAt(lines, number);
    if (saysSomething(words)) return words;
  }
  return undefined;
}

/** Ends in a colon, or names the task whose reason stands below. */
const ANNOUNCES = /:$|with root cause$|^Execution failed for task /;

/** The line, with the one that it announces. */
function wordsAt(lines: readonly string[], number: number): string {
  const words = wordsOfLine(lines[number] ?? '');
  const next = ANNOUNCES.test(words) ? announcedBelow(lines, number) : undefined;
  if (next === undefined) return words;
  return saysSomething(words) && words.endsWith(':') ? `${words} ${next}` : next;
}

function announcedBelow(lines: readonly string[], number: number): string | undefined {
  for (let at = number + 1; at <= number + FAR && at < lines.length; at++) {
    const words = wordsOfLine(lines[at] ?? '');
    if (words !== '') return saysSomething(words) ? words : undefined;
  }
  return undefined;
}

/** Those near the end: what comes long before is mostly what a log went on after. */
function linesLike(pattern: RegExp, lines: readonly string[]): number[] {
  const numbers: number[] = [];
  for (let at = Math.max(0, lines.length - MOST_LINES); at < lines.length; at++)
    if (pattern.test((lines[at] ?? '').slice(0, LONGEST).trimEnd())) numbers.push(at);
  return numbers;
}
