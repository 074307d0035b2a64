import { draft, indentOf, numberOf, textAt, type Draft, type Place, type Reader } from './reader.ts';

const FAIL = /^(\s{0,40})--- FAIL: (\S{1,300}) \([\d.]{1,12}s\)$/;
const LOG = /^\s{4,60}([\w.-]{1,200}\.go):(\d{1,9}): ?(.*)$/;
/** With `-v` the log of a test stands above its verdict: this many lines are looked at. */
const LOG_ABOVE = 40;

function addLog({ lines }: Place, index: number, match: RegExpExecArray, trace: Draft): void {
  trace.frames.push({ file: match[1], line: numberOf(match[2]), symbol: trace.test, rawLine: lines[index]!.rawLine });
  if (trace.message === '') trace.message = match[3]!.trim();
}

/** testify prints its own fields below an empty message; their place is the whole path. */
function addTestify(text: string, trace: Draft): void {
  const place = /^\s{1,40}Error Trace:\s{1,10}(\S.{0,400}):(\d{1,9})$/.exec(text);
  const frame = trace.frames.at(-1);
  if (place && frame) Object.assign(frame, { file: place[1], line: numberOf(place[2]) });
  const error = /^\s{1,40}Error:\s{1,10}(.*)$/.exec(text);
  if (error && trace.message === '') trace.message = error[1]!.trim();
}

/** A failed test with the places of its messages. A test that panicked has none here: its panic follows. */
export const goTestReader: Reader = {
  opens: FAIL,
  read(place, match) {
    const { lines, at, floor } = place;
    const trace = draft('go', at, at, { tool: 'go test', test: match[2] });
    const indent = match[1]!.length;
    let index = at + 1;
    for (; index < lines.length; index++) {
      const text = textAt(lines, index);
      if (text !== '' && (indentOf(text) <= indent || FAIL.test(text))) break;
      if (text === '' && trace.frames.length === 0) break;
      const log = LOG.exec(text);
      if (log) addLog(place, index, log, trace);
      else addTestify(text, trace);
      if (text !== '') trace.last = index;
    }
    for (let above = at - 1; trace.frames.length === 0 && above >= Math.max(floor, at - LOG_ABOVE); above--) {
      const text = textAt(lines, above);
      if (/^\s{0,40}(?:=== RUN|--- )/.test(text)) break;
      const log = LOG.exec(text);
      if (log) addLog(place, (trace.first = above), log, trace);
    }
    return trace.frames.length > 0 ? { traces: [trace], next: trace.last + 1 } : undefined;
  },
};
