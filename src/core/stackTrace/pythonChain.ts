import { draft, indentOf, numberOf, splitError, textAt, type Draft, type SourceLine } from './reader.ts';

export const TRACEBACK = /(?<!\w)Traceback \(most recent call last\):$/;
const FRAME = /^(\s{0,60})File "([^"]{1,500})", line (\d{1,9})(?:, in (.{1,300}))?$/;
const CHAIN =
  /^\s{0,60}(?:The above exception was the direct cause of the following exception:|During handling of the above exception, another exception occurred:)$/;
const ERROR = /^\s{0,60}([A-Za-z_][\w.]{0,200})(?:: ?(.*))?$/;
/** A caret line may have lost its caret: the blank that is left stands before the error. */
const ERROR_NAME = /^\s{0,60}[A-Za-z_][\w.]{0,200}(?:Error|Exception|Exit|Interrupt|Warning)(?::|$)/;
/** How far below an exception the sentence that links it to the next one is looked for (its message may have many lines). */
const LONGEST_MESSAGE = 40;

function readOne(lines: readonly SourceLine[], at: number): { trace: Draft; next: number } | undefined {
  const trace = draft('python', at, at);
  let index = at + 1;
  let indent = -1;
  for (; index < lines.length; index++) {
    const text = textAt(lines, index);
    const frame = FRAME.exec(text);
    if (frame) {
      indent = indentOf(text);
      trace.frames.unshift({
        file: frame[2],
        line: numberOf(frame[3]),
        symbol: frame[4],
        rawLine: lines[index]!.rawLine,
      });
    } else if (indent < 0) return undefined;
    else if (text === '' && ERROR_NAME.test(textAt(lines, index + 1))) continue;
    else if (indentOf(text) < indent || text === '') break;
  }
  if (indent < 0) return undefined;
  trace.last = index - 1;
  const error = ERROR.exec(textAt(lines, index));
  if (!error) return { trace, next: index };
  trace.type = error[1];
  trace.message = error[2] ?? '';
  trace.last = index;
  return { trace, next: index + 1 };
}

/** Lines of a message up to the sentence that links it to the next exception; `undefined` if there is none. */
function linkBelow(lines: readonly SourceLine[], from: number): number | undefined {
  for (let index = from; index < Math.min(lines.length, from + LONGEST_MESSAGE); index++) {
    const text = textAt(lines, index);
    if (CHAIN.test(text)) return index;
    if (TRACEBACK.test(text)) return undefined;
  }
  return undefined;
}

/** A traceback with everything Python printed before it as its reason. The last one is the error; the earlier ones are causes. */
export function readChain(lines: readonly SourceLine[], at: number): { trace: Draft; next: number } | undefined {
  let found = readOne(lines, at);
  if (!found) return undefined;
  const earlier: Draft[] = [];
  for (;;) {
    const link = linkBelow(lines, found.next);
    if (link === undefined) break;
    let start = link + 1;
    while (start < lines.length && textAt(lines, start) === '') start++;
    const following = TRACEBACK.test(textAt(lines, start)) ? readOne(lines, start) : readBare(lines, start);
    if (!following) break;
    earlier.unshift({ ...found.trace, relation: 'cause' });
    found = following;
  }
  return { trace: { ...found.trace, first: at, causes: earlier }, next: found.next };
}

/** An exception that was never raised has no frames: only its line. */
function readBare(lines: readonly SourceLine[], at: number): { trace: Draft; next: number } | undefined {
  const { type, message } = splitError(textAt(lines, at).trim());
  return type === undefined ? undefined : { trace: draft('python', at, at, { type, message }), next: at + 1 };
}

/** Lines of source below a place, before the next one or the error. */
const MOST_SOURCE = 4;

/** A traceback pasted without its first line, and often without indentation: places, and the error below the last one. */
export function readHeadless(lines: readonly SourceLine[], at: number): { trace: Draft; next: number } | undefined {
  const trace = draft('python', at, at);
  for (let index = at; index <= trace.last + MOST_SOURCE; index++) {
    const text = textAt(lines, index);
    const frame = FRAME.exec(text);
    if (frame?.[4] !== undefined) {
      const place = { file: frame[2], line: numberOf(frame[3]), symbol: frame[4], rawLine: lines[index]!.rawLine };
      trace.frames.unshift(place);
    } else if (ERROR_NAME.test(text)) {
      Object.assign(trace, splitError(text.trim()));
      trace.last = index;
      break;
    } else continue;
    trace.last = index;
  }
  return trace.type === undefined && trace.frames.length < 2 ? undefined : { trace, next: trace.last + 1 };
}
