import type { StackTrace } from '../stackTrace/stackTrace.ts';
import { singleLine } from '../text/lines.ts';
import type { Verdict } from './kinds.ts';

const MAX_TITLE = 90;

/** A title from the user's words, else from the first stack trace, else from the strongest line of evidence. */
export function titleOf(symptom: string, traces: readonly StackTrace[], verdict: Verdict): string {
  const trace = traces[0];
  const fromTrace = trace && [trace.type, trace.message].filter(Boolean).join(': ');
  const words = singleLine(symptom) || singleLine(fromTrace ?? '') || singleLine(verdict.reasons[0]?.excerpt ?? '');
  if (words === '') return 'Untitled issue';
  return words.length > MAX_TITLE ? `${Array.from(words).slice(0, MAX_TITLE).join('').trimEnd()}...` : words;
}
