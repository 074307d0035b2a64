import type { StackTrace } from '../stackTrace/stackTrace.ts';
import { singleLine } from '../text/lines.ts';
import type { Verdict } from './kinds.ts';
import { wordsOfFirstLine, wordsOfLines } from './lineTitle.ts';
import { placeOfTraces, wordsOfTraces } from './traceTitle.ts';

const MAX_TITLE = 90;
/** A word that is longer than this may be cut in two: a title of few words would lose too much. */
const LONGEST_WORD = 30;

/**
 * A title from the user's words, else from the first stack trace that says what happened, else from a line of evidence.
 * `text`: what traces and verdict were read from.
 */
export function titleOf(symptom: string, traces: readonly StackTrace[], verdict: Verdict, text: string): string {
  const words =
    singleLine(symptom) ||
    wordsOfTraces(traces) ||
    wordsOfLines(verdict, text) ||
    placeOfTraces(traces) ||
    wordsOfFirstLine(verdict, text);
  return shortened(words || 'Untitled issue');
}

function shortened(words: string): string {
  const letters = Array.from(words);
  if (letters.length <= MAX_TITLE) return words;
  const cut = letters.slice(0, MAX_TITLE).join('');
  const whole = letters[MAX_TITLE] === ' ' ? cut : cut.replace(new RegExp(`(?<=\\S) \\S{0,${LONGEST_WORD}}$`), '');
  return `${whole.replace(/[\s,;:([{–-]{1,8}$/, '')}...`;
}
