import { shorten } from '../evidence/shorten.ts';
import { parseStackTraces } from '../stackTrace/parse.ts';
import { classify } from './classify.ts';
import { titleOf } from './title.ts';

/** What a piece of evidence says failed, in the words that would be the title of its record. `undefined`: it names nothing. */
export function faultLine(text: string): string | undefined {
  const { text: short } = shorten(text);
  const verdict = classify({ text: short });
  const traces = parseStackTraces(short);
  return traces.length || verdict.reasons.length ? titleOf('', traces, verdict, short) : undefined;
}
