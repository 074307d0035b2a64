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
  [/\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>()]{1,400}/gi, '<url>'],
  [/(?:[A-Za-z]:[\\/]|(?<![\w<])~?\.{0,2}[\\/])[\w.@~-][^\s:,;()<>]{0,300}/g, '<path>'],
  // An object of the JVM or of Ruby: its address may happen to have no letter.
  [/(?<=[\w$\]])@[\da-f]{5,16}(?!\.?\w)/gi, '@<hex>'],
  [/\b0x[\da-f]{1,16}\b|\b(?=[\da-f]{0,63}[a-f])(?=[a-f]{0,63}\d)[\da-f]{7,64}\b/gi, '<hex>'],
  [/\d{1,30}(?:[.,]\d{1,30}){0,6}/g, '<n>'],
];

const QUOTED = /"[^"\n]{0,200}"|(?<![\w])'[^'\n]{0,200}'(?!\w)|`[^`'\n]{0,200}[`']|[‘“][^’”\n]{0,200}[’”]/g;
/** Not a path of one machine, and nothing that a program counts or makes up: those differ in the next run. */
const NAME = /^(?=.{1,60}$)(?:\.{1,2}\/)*[A-Za-z_$@][\w$@./#:-]*$/;
/** What a compiler quotes: types and declarations too. */
const SOURCE = /^(?![A-Za-z]:[\\/]|[\\/~]).{1,80}$/;
const MADE_UP = /\d{4}|\d[a-z]+\d|[-_.]\d+$|(?:^|[/._-])te?mp(?:[/._-]|$)|:\/\//i;
/** Words beside a quoted text that say that it is a name in the program, not a value that it worked on. */
const NAMES_BEFORE =
  /(?:\b(?:attribute|class|column|constant|constraint|export|field|function|identifier|import|key|local variable|member|method|module|name|named|package|parameter|property|reading|relation|resolve|setting|symbol|table|type|variable)|^) ?:? ?$/i;
const NAMES_BEHIND =
  /^ (?:(?:was|is) not (?:declared|defined|exported)|(?:object )?has no|does not exist|undeclared)\b/;

function isName(quoted: string, before: string, behind: string, isDiagnostic: boolean): boolean {
  if (MADE_UP.test(quoted)) return false;
  if (isDiagnostic && SOURCE.test(quoted)) return true;
  if (!NAME.test(quoted)) return false;
  // A message that is nothing but a quoted word names a key.
  return (before === '' ? behind === '' : NAMES_BEFORE.test(before)) || NAMES_BEHIND.test(behind);
}

function withoutValues(text: string): string {
  return VARIABLE.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text);
}

/**
 * The message without values: numbers, addresses, ids, paths, times, quoted text that is no name. One line. What a compiler quotes
 * stands in the source and is the same in every run (`isDiagnostic`).
 */
export function normalisedMessage(message: string, isDiagnostic = false): string {
  const whole = message.slice(0, 1_000);
  const parts: string[] = [];
  let from = 0;
  for (const match of whole.matchAll(QUOTED)) {
    const end = match.index + match[0].length;
    const [quoted, before] = [match[0].slice(1, -1), whole.slice(Math.max(from, match.index - 40), match.index)];
    const kept = isName(quoted, before, whole.slice(end, end + 40), isDiagnostic);
    parts.push(withoutValues(whole.slice(from, match.index)), kept ? `'${quoted}'` : '<text>');
    from = end;
  }
  parts.push(withoutValues(whole.slice(from)));
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);
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

/** What a compiler or linter found: it names no function that was running. */
function isDiagnostic({ tool, test, frames }: StackTrace): boolean {
  return tool !== undefined && test === undefined && frames.every(({ symbol }) => symbol === undefined);
}

function nameOf(trace: StackTrace): string {
  const said = [trace.type, normalisedMessage(trace.message, isDiagnostic(trace))].filter((part) => part);
  return said.join(': ') || (trace.test ?? '');
}

/** `index.78c07bfe.js`, `main-D1bx7f_Q.chunk.js`: new with every build. */
const BUILD_HASH =
  /(?<=[.-])(?=\w{0,19}\d[A-Za-z_]|\d{8})\w{8,20}(?=(?:\.(?:bundle|chunk|esm|min))?\.(?:[cm]?js|css)$)/;
/** Only bundles have lines so long; what they call their functions is new with every build too. */
const LONGEST_COLUMN = 1_000;
const MINIFIED = /^(?:new )?[\w$]{1,3}(?:\.[\w$]{1,3})*$/;

function placeOf({ file, symbol = '', column = 0 }: Frame): string {
  const name = (file?.split(/[\\/]/).at(-1) ?? '').replace(BUILD_HASH, '<hash>');
  return `${name}#${column > LONGEST_COLUMN && MINIFIED.test(symbol) ? '' : normalisedSymbol(symbol)}`;
}

/** Fewer words name many faults, if no frame tells where: `java.lang.NullPointerException: null`. */
const FEWEST_WORDS = 3;

function saysLittle({ frames, message }: StackTrace): boolean {
  return frames.length === 0 && message.trim().split(/\s+/).length < FEWEST_WORDS;
}

/**
 * Names the fault: the same for the same error at the same functions, whatever the machine, the line numbers and the values in the
 * message. One line: `type: message < reason @ file#symbol < file#symbol`. Not meant to be parsed. Empty for a trace that does not
 * say what failed: places alone are common to many faults.
 */
export function signatureOf(trace: StackTrace): string {
  const origin = originOf(trace) ?? trace;
  const errors = [...new Set([trace, origin].map(nameOf))].filter((name) => name !== '');
  if (errors.length === 0 || (trace.test === undefined && saysLittle(origin))) return '';
  const user = origin.frames.filter(({ isUserCode }) => isUserCode);
  const places = user.map(placeOf).filter((place, index, all) => place !== all[index - 1]);
  return `${errors.join(' < ')} @ ${places.slice(0, PLACES).join(' < ')}`.trim();
}
