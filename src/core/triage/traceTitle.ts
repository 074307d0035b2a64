import { byUrgency, firstUserFrame } from '../stackTrace/signature.ts';
import type { Frame, StackTrace } from '../stackTrace/stackTrace.ts';
import { singleLine } from '../text/lines.ts';
import { saysSomething } from './emptyWords.ts';
import { simpleName, tidy, wordsOfLine } from './titleWords.ts';

/** From the first trace that says what happened; empty if none does. */
export function wordsOfTraces(traces: readonly StackTrace[]): string {
  for (const trace of byUrgency(traces)) {
    const own = ownError(trace);
    const words = [own, trace].map(wordsOfError).find(saysSomething);
    if (words !== undefined) return words;
  }
  return '';
}

/** Languages whose frameworks wrap an error several times before they print it. */
const WRAPPING: ReadonlySet<string> = new Set(['java', 'kotlin', 'scala', 'groovy', 'csharp']);

/**
 * The error to name: a wrapper that a framework threw, without words or with no place of the user's, says less than the
 * reason inside it that has one.
 */
function ownError(trace: StackTrace): StackTrace {
  if (trace.message !== '' && trace.frames.some(({ isUserCode }) => isUserCode)) return trace;
  const place = firstUserFrame([trace]);
  if (place) return holderOf(trace, place) ?? trace;
  return (WRAPPING.has(trace.language) && trace.causes.findLast(({ relation }) => relation === 'cause')) || trace;
}

function holderOf(trace: StackTrace, place: Frame): StackTrace | undefined {
  if (trace.frames.includes(place)) return trace;
  for (const cause of trace.causes) {
    const holder = holderOf(cause, place);
    if (holder) return holder;
  }
  return undefined;
}

/** The words of an error that another one was made of: `RuntimeException: java.io.IOException: no space`. */
const ERROR_NAME = /^[A-Za-z][\w.$\\]{0,200}(?:Error|Exception): \S/;

function wordsOfError(trace: StackTrace): string {
  const type = trace.type === undefined ? undefined : simpleName(trace.type);
  const message = firstWords(trace.message);
  if (type === undefined) return inTest(wordsOfLine(message), trace);
  if (ERROR_NAME.test(message)) return wordsOfLine(message);
  if (message === 'null' || message === type) return inPlace(type, trace);
  const words = message.startsWith(type) ? message : [type, message].filter(Boolean).join(': ');
  return /^\w*$/.test(message) ? inPlace(words, trace) : words;
}

const LONGEST_MESSAGE = 1_000;
/** Goes on with the sentence, or with what was expected and what came instead. */
const GOES_ON = /^(?:[\p{Ll}\])}>,]|[-+]? ?(?:Expected|Received|Actual|Got|Left|Right)\b)/u;

/** The first sentence of a message that goes on with advice, a stack of modules or a log of calls. */
function firstWords(message: string): string {
  const lines = message
    .slice(0, LONGEST_MESSAGE)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const words = [(lines[0] ?? '').split('nested exception is ').at(-1)!];
  for (const line of lines.slice(1)) {
    if (!words.at(-1)!.endsWith(':') && !GOES_ON.test(line)) break;
    words.push(line);
  }
  return tidy(singleLine(words.join(' '))).replace(/:$/, '');
}

/** What an assertion library says to every test ("Not equal") is told from others by the name of the test. */
function inTest(words: string, { test }: StackTrace): string {
  return test !== undefined && /^\S{1,30} \S{1,30}$/.test(words) ? `${test}: ${words}` : words;
}

/** An error of hardly any words is told from others by where it was thrown. */
function inPlace(words: string, trace: StackTrace): string {
  return [words, placeOf(trace)].filter(Boolean).join(' in ');
}

/** For errors of which only the places were kept. */
export function placeOfTraces(traces: readonly StackTrace[]): string {
  const place = traces.map(placeOf).find((one) => one !== undefined);
  return place === undefined ? '' : `Error in ${place}`;
}

function placeOf(trace: StackTrace): string | undefined {
  const frame = firstUserFrame([trace]);
  const symbol = frame?.symbol;
  if (symbol !== undefined && /^[\w.:#]{1,200}$/.test(symbol))
    return symbol
      .split(/(?<=\w)\.(?=\w)/)
      .slice(-2)
      .join('.');
  return frame?.file?.split(/[\\/]/).at(-1);
}
