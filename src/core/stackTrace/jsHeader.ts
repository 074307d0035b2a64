import { draft, findAbove, numberOf, splitError, textAt, type Draft, type Place } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

/**
 * `TypeError: x`, `Uncaught (in promise) Error`, `[AggregateError: x] {`, `AssertionError [ERR_ASSERTION]: x`, and what programs put
 * before it when they print somebody's error: `error: TypeError: x`, `- Error: x`, `<ref *1> Error: x`.
 */
export const ERROR =
  /^\s{0,60}(?:(?:error:|Error:|ERROR:?|Stack:|-|<ref \*\d{1,3}>) )?(?:Uncaught (?:\(in promise\) )?|Unhandled (?:Promise )?Rejection:? |\[)?((?:[A-Za-z_$][\w$.]{0,100}?)?(?:Error|Exception|Rejection|Failure|Fault|Warning|Timeout|Abort))(?: \[[\w-]{1,80}\])?(?:\]? ?\{?$|: (.*))/;

interface Title {
  readonly tool: string;
  readonly pattern: RegExp;
  /** How far above the error the title of the test may stand. */
  readonly within: number;
}

const TITLES: readonly Title[] = [
  {
    tool: 'jest',
    pattern: /^\s{0,4}(?:● (?!Console|Validation|Deprecation)|(?=Test suite failed))(\S.{0,400})$/,
    within: 4,
  },
  { tool: 'vitest', pattern: /^\s{0,2}FAIL {1,3}(\S.{0,400} > .{1,400})$/, within: 3 },
  { tool: 'node:test', pattern: /^\s{0,60}✖ (\S.{0,400}?)(?: \([\d.]{1,20}m?s\))?$/, within: 3 },
];

/** How far above its first frame an error is looked for: diffs of assertions are long. */
const LONGEST_MESSAGE = 120;

function mochaTitle(place: Place, header: number): { index: number; test: string } | undefined {
  const found = findAbove({ ...place, at: header }, /^\s{1,4}\d{1,6}\) (\S.{0,300}?):?$/, 12);
  if (!found) return undefined;
  const parts = [found.match[1]!];
  for (let index = found.index + 1; index < header; index++) {
    const text = textAt(place.lines, index).trim();
    if (text !== '') parts.push(text.replace(/:$/, ''));
  }
  return textAt(place.lines, found.index + 1).startsWith('   ') || parts.length === 1
    ? { index: found.index, test: parts.join(' ') }
    : undefined;
}

function addTest(trace: Draft, place: Place): void {
  for (const { tool, pattern, within } of TITLES) {
    const title = findAbove({ ...place, at: trace.first }, pattern, within);
    if (title) {
      Object.assign(trace, { tool, test: title.match[1], first: title.index });
      return;
    }
  }
  const mocha = mochaTitle(place, trace.first);
  if (mocha) Object.assign(trace, { tool: 'mocha', test: mocha.test, first: mocha.index });
}

/** The lines up to the first blank one: below it assertions print diffs and source. "... strictly equal:" goes on below it. */
function messageOf({ lines, at }: Place, from: number, head: string): string {
  const message = [head];
  for (let index = from; index < at; index++) {
    const text = textAt(lines, index).trim();
    if (/^\d{1,6} \||^> \d|^[+-] |^❯ |^Require stack:/.test(text)) break;
    // Deno: source and a caret below the message.
    if (/^\s{0,900}\^/.test(textAt(lines, index + 1))) break;
    if (text === '' && !message.at(-1)!.endsWith(':')) break;
    if (text !== '') message.push(text);
  }
  return message.join('\n').trim();
}

/** The message, with what jest and Bun print apart from it: `Expected: 1`, `Received: 2`. */
function assertionOf(place: Place, head: number, message = textAt(place.lines, head).trim()): string {
  const values: string[] = [];
  for (let index = head + 1; index < Math.min(place.at, head + 12); index++) {
    const text = textAt(place.lines, index).trim();
    if (/^(?:Expected|Received)\b[^:]{0,60}: .*[^[{]$/.test(text)) values.push(text);
  }
  return [messageOf(place, head + 1, message), ...values].join('\n');
}

/** jest prints what was expected instead of an error's name: the title is the header. */
function jestHeader(place: Place): Draft | undefined {
  const title = findAbove(place, TITLES[0]!.pattern, LONGEST_MESSAGE);
  if (!title) return undefined;
  let from = title.index + 1;
  while (from < place.at && textAt(place.lines, from) === '') from++;
  const message = assertionOf(place, from);
  return draft('javascript', title.index, place.at, { tool: 'jest', test: title.match[1], message });
}

/** Source with its carets, fields and places, which stand between a message and its first frame. */
const BETWEEN = /^\s{0,60}(?:[>|^~]|\d{1,6} {0,4}[|:](?: |$)|[A-Z][a-z]{2,20}: |\S{1,400}:\d{1,9}:\d{1,9}$|$)/;
const LONGEST_SOURCE = 12;

/** An error without a name: `error: x` as Bun and Deno print it, else the nearest line that is neither source nor a field. */
function namelessHeader(place: Place): Draft {
  const { lines, at, floor } = place;
  const said = findAbove(place, /^error: (\S.*)$/, LONGEST_MESSAGE);
  if (said) return draft('javascript', said.index, at, { message: assertionOf(place, said.index, said.match[1]) });
  let head = at - 1;
  while (head >= Math.max(floor, at - LONGEST_SOURCE) && BETWEEN.test(textAt(lines, head))) head--;
  const isApart = textAt(lines, at - 1) === '' || head < Math.max(floor, at - LONGEST_SOURCE);
  if (isApart) return draft('javascript', at, at);
  return draft('javascript', head, at, splitError(textAt(lines, head).trim()));
}

/** Node prints the place, the source and a caret above an uncaught error; for a SyntaxError that is the only place. */
function addPreamble(trace: Draft, { lines, floor }: Place): void {
  for (let index = trace.first - 1; index >= Math.max(floor, trace.first - 7); index--) {
    const place = /^(\S.{0,500}):(\d{1,9})$/.exec(textAt(lines, index));
    if (!place || !/^\s{0,900}\^/.test(textAt(lines, index + 2))) continue;
    trace.first = index;
    const file = sourceFile(place[1]);
    if (trace.type === 'SyntaxError' && file !== undefined && !file.startsWith('node:'))
      trace.frames.push({ file, line: numberOf(place[2]), rawLine: lines[index]!.rawLine });
    return;
  }
}

/** The error that a run of frames belongs to, read from the lines above the first frame. */
export function javascriptHeader(place: Place, limit = LONGEST_MESSAGE): Draft {
  const { lines, at } = place;
  const error = findAbove(place, ERROR, limit);
  const jest = limit === LONGEST_MESSAGE ? jestHeader(place) : undefined;
  if (jest && (!error || error.index < jest.first || textAt(lines, error.index).trim() !== jest.message.split('\n')[0]))
    return jest;
  if (!error) return namelessHeader(place);
  const trace = draft('javascript', error.index, at, { type: error.match[1] });
  trace.message = messageOf(place, error.index + 1, error.match[2] ?? '').replace(/\] \{$/, '');
  addPreamble(trace, place);
  addTest(trace, place);
  return trace;
}
