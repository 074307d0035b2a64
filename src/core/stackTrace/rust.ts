import { draft, findAbove, numberOf, textAt, type Draft, type Reader, type SourceLine } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

const LONGEST_MESSAGE = 40;

/** Numbered symbols, each with or without a place below. Returns the first line behind them. */
function readBacktrace(lines: readonly SourceLine[], from: number, trace: Draft): number {
  let index = from;
  for (; index < lines.length; index++) {
    const text = textAt(lines, index);
    const symbol = /^\s{0,8}\d{1,5}:\s{1,8}(?:0x[\da-f]{1,16} - )?(\S.{0,800})$/.exec(text);
    const place = symbol ? null : /^\s{6,60}at (\S.{0,400}?):(\d{1,9})(?::(\d{1,9}))?$/.exec(text);
    const frame = trace.frames.at(-1);
    if (symbol) trace.frames.push({ symbol: withoutHash(symbol[1]!), rawLine: lines[index]!.rawLine });
    else if (place && frame) {
      Object.assign(frame, {
        file: sourceFile(place[1]),
        line: numberOf(place[2]),
        column: numberOf(place[3]),
        rawLine: lines[index]!.rawLine,
      });
    } else break;
    trace.last = index;
  }
  return index;
}

/** `shop::total::h0123456789abcdef` and `shop[1a2b3c]::total`: the hash changes with every build. */
function withoutHash(symbol: string): string {
  return symbol.replace(/::h[\da-f]{16}$/, '').replace(/\[[\da-f]{8,16}\]/g, '');
}

/** The panic names its file as it was compiled, a full backtrace with the whole path. */
function isSameFile(whole: string | undefined, short: string | undefined): boolean {
  return whole === short || (short !== undefined && whole?.endsWith(`/${short}`) === true);
}

const BACKTRACE = /^\s{0,8}[Ss]tack backtrace:$/;

const panicReader: Reader = {
  opens:
    /^thread '([^']{0,300})'(?: \(\d{1,10}\))? panicked at (?:'(.{0,800})', )?(\S[^']{0,400}?):(\d{1,9})(?::(\d{1,9}))?:?$/,
  read({ lines, at, floor }, match) {
    const [, thread, oldMessage, file, line, column] = match;
    const place = {
      file: sourceFile(file),
      line: numberOf(line),
      column: numberOf(column),
      rawLine: lines[at]!.rawLine,
    };
    const trace = draft('rust', at, at, { type: 'panic', message: oldMessage ?? '' });
    const title = findAbove({ lines, at, floor }, /^---- (\S{1,300}) stdout ----$/, 3);
    if (title?.match[1] === thread) Object.assign(trace, { test: thread, tool: 'cargo test' });
    const message: string[] = [];
    let index = at + 1;
    const messageEnd = oldMessage === undefined ? Math.min(lines.length, at + LONGEST_MESSAGE) : index;
    for (; index < messageEnd; index++) {
      const text = textAt(lines, index);
      if (text === '' || BACKTRACE.test(text) || text.startsWith('note: ') || text.startsWith("thread '")) break;
      message.push(text);
      trace.last = index;
    }
    if (oldMessage === undefined) trace.message = message.join('\n').trim();
    if (BACKTRACE.test(textAt(lines, index))) {
      trace.last = index;
      index = readBacktrace(lines, index + 1, trace);
    }
    if (!trace.frames.some((frame) => frame.line === place.line && isSameFile(frame.file, place.file)))
      trace.frames.unshift(place);
    return { traces: [trace], next: trace.last + 1 };
  },
};

/** `anyhow` and `std::backtrace`: the error above, its reasons numbered, then the places. */
const errorReader: Reader = {
  opens: BACKTRACE,
  read({ lines, at, floor }) {
    const trace = draft('rust', at, at);
    const error = findAbove({ lines, at, floor }, /^Error: (.*)$/, LONGEST_MESSAGE);
    if (error) {
      trace.first = error.index;
      trace.message = error.match[1]!;
      for (let index = error.index + 1; index < at; index++) {
        const reason = /^ {4}(?: {0,3}\d{1,3}: )?(\S.*)$/.exec(textAt(lines, index))?.[1];
        if (reason !== undefined)
          trace.causes.push(draft('rust', index, index, { message: reason, relation: 'cause' }));
      }
    }
    readBacktrace(lines, at + 1, trace);
    return trace.frames.length > 0 ? { traces: [trace], next: trace.last + 1 } : undefined;
  },
};

const ARROW = /^\s{0,12}(?:-->|:::) (.{1,400}?):(\d{1,9}):(\d{1,9})$/;

/** An error of rustc with each place it shows. (Warnings are left out: they do not stop anything.) */
const rustcReader: Reader = {
  opens: /^error(?:\[(\w{1,40})\])?: (.*)$/,
  read({ lines, at }, match) {
    if (!ARROW.test(textAt(lines, at + 1))) return undefined;
    const trace = draft('rust', at, at, { tool: 'rustc', type: match[1], message: match[2]! });
    for (let index = at + 1; index < lines.length; index++) {
      const text = textAt(lines, index);
      if (text === '') break;
      const place = ARROW.exec(text);
      if (place)
        trace.frames.push({
          file: sourceFile(place[1]),
          line: numberOf(place[2]),
          column: numberOf(place[3]),
          rawLine: lines[index]!.rawLine,
        });
      trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

export const rustReaders: readonly Reader[] = [panicReader, errorReader, rustcReader];
