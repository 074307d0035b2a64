import { goTestReader } from './goTest.ts';
import { draft, numberOf, textAt, type Draft, type Reader, type SourceLine } from './reader.ts';
import { isUserCode } from './userCode.ts';

const GOROUTINE = /^goroutine \d{1,9}(?: gp=\S{1,30} m=\S{1,30}(?: mp=\S{1,30})?)? \[(.{1,200})\]:$/;
const PLACE = /^\s{1,8}(\S.{0,400}?):(\d{1,9})(?: \+0x[\da-f]{1,16})?(?: fp=.{1,100})?$/;
/** Go prints the signal, registers and blank lines between the reason and the first goroutine. */
const HEADER_LINES = 16;

/** `main.(*cart).add(0xc0, ...)` or `created by main.main in goroutine 1`; `undefined` for any other line. */
function symbolOf(text: string): string | undefined {
  const created = /^created by (\S{1,400})/.exec(text);
  if (created) return created[1];
  return text.endsWith(')') && /^[\w.\-/*()[\]{}%~·]{2,400}\(/.test(text)
    ? text.slice(0, text.lastIndexOf('('))
    : undefined;
}

/** Pairs of a function line and a place line. Returns the first line that is neither. */
function readFrames(lines: readonly SourceLine[], from: number, into: Draft): number {
  let index = from;
  while (index < lines.length) {
    const text = textAt(lines, index).trim();
    const symbol = symbolOf(text);
    const place = symbol === undefined ? null : PLACE.exec(textAt(lines, index + 1));
    if (place) {
      into.frames.push({ file: place[1], line: numberOf(place[2]), symbol, rawLine: lines[index + 1]!.rawLine });
      into.last = index + 1;
      index += 2;
    } else if (/^\.{3}(?:additional frames elided|\d{1,9} frames elided)/.test(text)) index++;
    else break;
  }
  return index;
}

/** The goroutines below: the first gets its frames into `trace`, the others hang beside it. */
function readGoroutines(lines: readonly SourceLine[], from: number, trace: Draft): number {
  let next = from;
  let isFirst = true;
  for (let index = from; index < lines.length && index <= next + HEADER_LINES; index++) {
    const text = textAt(lines, index);
    if (!GOROUTINE.test(text)) {
      if (isFirst || text === '') continue;
      break;
    }
    const into = isFirst
      ? trace
      : draft('go', index, index, { type: 'goroutine', message: text.slice(0, -1), relation: 'related' });
    next = readFrames(lines, index + 1, into);
    if (into.frames.length === 0) break;
    if (!isFirst) trace.causes.push(into);
    isFirst = false;
    trace.last = next - 1;
    index = next - 1;
  }
  return next;
}

const panicReader: Reader = {
  opens: /^(panic|fatal error|SIG[A-Z]{2,6}): (.*)$/,
  read({ lines, at }, match) {
    const trace = draft('go', at, at, { type: match[1] });
    const errors = [match[2]!.replace(/ \[recovered\]$/, '')];
    let index = at + 1;
    for (; index < at + HEADER_LINES; index++) {
      const again = /^\s{1,8}panic: (.*)$/.exec(textAt(lines, index));
      if (!again) break;
      errors.push(again[1]!.replace(/ \[recovered\]$/, ''));
    }
    trace.message = errors.at(-1)!;
    const next = readGoroutines(lines, index, trace);
    if (trace.frames.length === 0) return undefined;
    trace.causes.unshift(...earlierPanics(trace, errors.slice(0, -1)));
    return { traces: [trace], next };
  },
};

/**
 * A panic that a deferred function panicked about again. Its frames are those below the runtime's last `panic`; above it stands who
 * recovered. The testing package recovers too, but says nothing new: no cause then.
 */
function earlierPanics(trace: Draft, errors: readonly string[]): Draft[] {
  const panic = trace.frames.findLastIndex(({ symbol }) => symbol === 'panic');
  const isUsers = trace.frames.slice(0, Math.max(0, panic)).some((frame) => isUserCode('go', frame));
  return errors
    .filter((error) => error !== trace.message || isUsers)
    .map((message, index): Draft => {
      const frames = index === 0 && panic >= 0 ? trace.frames.slice(panic + 1) : [];
      return { ...trace, message, frames, causes: [], relation: 'cause' };
    })
    .toReversed();
}

const dumpReader: Reader = {
  opens: GOROUTINE,
  read({ lines, at }, match) {
    const trace = draft('go', at, at, { type: 'goroutine', message: match[0].slice(0, -1) });
    const next = readGoroutines(lines, at, trace);
    return trace.frames.length > 0 ? { traces: [trace], next } : undefined;
  },
};

const raceReader: Reader = {
  opens: /^WARNING: DATA RACE$/,
  read({ lines, at }) {
    const trace = draft('go', at, at, { type: 'DATA RACE' });
    let into = trace;
    let index = at + 1;
    while (index < lines.length) {
      const text = textAt(lines, index);
      if (/^={10,80}$/.test(text)) break;
      const after = /^\S.{1,300}:$/.test(text)
        ? readFrames(lines, index + 1, (into = draft('go', index, index)))
        : index;
      if (after > index) {
        into.message = text.slice(0, -1);
        if (trace.frames.length === 0) Object.assign(trace, { message: into.message, frames: into.frames });
        else trace.causes.push({ ...into, relation: 'related' });
        trace.last = into.last;
        index = after;
      } else if (text === '') index++;
      else break;
    }
    return trace.frames.length > 0 ? { traces: [trace], next: trace.last + 1 } : undefined;
  },
};

export const goReaders: readonly Reader[] = [panicReader, raceReader, dumpReader, goTestReader];
