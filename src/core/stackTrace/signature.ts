import { IDLE } from './jvm.ts';
import type { Frame, StackTrace } from './stackTrace.ts';

/** How many places name a fault; more would tie it to who called, fewer would merge different faults. */
const PLACES = 3;
const LONGEST_MESSAGE = 160;

/** The chain down to the deepest reason; suppressed errors, group members and other threads are beside it. */
function chainOf(trace: StackTrace): readonly StackTrace[] {
  const causes = trace.causes.filter(({ relation }) => relation === 'cause');
  const members = trace.causes.filter(({ relation }) => relation === 'member');
  const deepest = causes.at(-1);
  const below = deepest ?? members[0];
  return [trace, ...causes.slice(0, -1), ...(below ? chainOf(below) : [])];
}

/** The deepest reason that passed through user code; `undefined` if none did. */
function originOf(trace: StackTrace): StackTrace | undefined {
  return chainOf(trace).findLast(({ frames }) => frames.some(({ isUserCode }) => isUserCode));
}

/** What failed or is stuck before the other threads of a dump; otherwise in the order of the text. */
export function byUrgency(traces: readonly StackTrace[]): StackTrace[] {
  return traces.toSorted((a, b) => Number(a.type === IDLE) - Number(b.type === IDLE));
}

/** Where work starts: the first user frame of the deepest cause, of the first trace that has one. A frame with a file is preferred. */
export function firstUserFrame(traces: readonly StackTrace[]): Frame | undefined {
  let named: Frame | undefined;
  for (const trace of byUrgency(traces)) {
    const frames = originOf(trace)?.frames.filter(({ isUserCode }) => isUserCode) ?? [];
    const frame = frames.find(({ file }) => file !== undefined);
    if (frame) return frame;
    named ??= frames[0];
  }
  return named;
}

/** What differs between two runs, machines or inputs, and what it is replaced by. In this order. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/"[^"\n]{0,200}"|(?<![\w])'[^'\n]{0,200}'(?!\w)|`[^`'\n]{0,200}[`']|[‘“][^’”\n]{0,200}[’”]/g, '<text>'],
  [/\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>()]{1,400}/gi, '<url>'],
  [/(?:[A-Za-z]:[\\/]|(?<![\w<])~?\.{0,2}[\\/])[\w.@~-][^\s:,;()<>]{0,300}/g, '<path>'],
  [/\b0x[\da-f]{1,16}\b|\b(?=[\da-f]{0,63}[a-f])(?=[a-f]{0,63}\d)[\da-f]{7,64}\b/gi, '<hex>'],
  [/\d{1,30}(?:[.,]\d{1,30}){0,6}/g, '<n>'],
];

/** The message without values: numbers, addresses, ids, quoted text, paths, times. One line. */
export function normalisedMessage(message: string): string {
  let text = message.slice(0, 1_000);
  for (const [pattern, name] of VARIABLE) text = text.replace(pattern, name);
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);
}

/** A symbol without what compilers number: closures, lambdas, hashes, generic arguments. */
function normalisedSymbol(symbol: string): string {
  return symbol
    .replace(/0x[\da-f]{1,16}/gi, '')
    .replace(/::h[\da-f]{16}$/, '')
    .replace(/(lambda|closure|func|anonymous|[$_#])\d{1,9}/g, '$1')
    .replace(/(?:<locals>\.)/g, '')
    .slice(0, 120);
}

function nameOf({ type, message }: StackTrace): string {
  return [type, normalisedMessage(message)].filter((part) => part).join(': ');
}

function placeOf({ file, symbol }: Frame): string {
  const name = file?.split(/[\\/]/).at(-1) ?? '';
  return `${name}#${normalisedSymbol(symbol ?? '')}`;
}

/**
 * Names the fault: the same for the same error at the same functions, whatever the machine, the line numbers and the values in the
 * message. One line: `type: message < reason @ file#symbol < file#symbol`. Not meant to be parsed.
 */
export function signatureOf(trace: StackTrace): string {
  const origin = originOf(trace) ?? trace;
  const errors = origin === trace ? [nameOf(trace)] : [nameOf(trace), nameOf(origin)];
  const user = origin.frames.filter(({ isUserCode }) => isUserCode);
  const places = user.map(placeOf).filter((place, index, all) => place !== all[index - 1]);
  return `${errors.join(' < ')} @ ${places.slice(0, PLACES).join(' < ')}`.trimEnd();
}
