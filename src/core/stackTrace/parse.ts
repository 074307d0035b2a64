import { cmakeReader } from './cmake.ts';
import { compilerReaders } from './compilers.ts';
import { dotnetReaders } from './dotnet.ts';
import { goReaders } from './go.ts';
import { javascriptReaders } from './javascript.ts';
import { jvmReaders } from './jvm.ts';
import { loneError } from './loneError.ts';
import { nativeReaders } from './native.ts';
import { phpReaders } from './php.ts';
import { pythonReaders } from './python.ts';
import type { Draft, Found, FrameDraft, Reader, SourceLine } from './reader.ts';
import { rubyReaders } from './ruby.ts';
import { runReaders } from './runs.ts';
import { rustReaders } from './rust.ts';
import type { Frame, StackTrace } from './stackTrace.ts';
import { streamsOf } from './streams.ts';
import { isUserCode } from './userCode.ts';

/** In the order they are asked: formats that share the shape of a line with JavaScript's come before it. */
const READERS: readonly Reader[] = [
  ...pythonReaders,
  ...rustReaders,
  ...goReaders,
  ...jvmReaders,
  ...dotnetReaders,
  ...rubyReaders,
  ...phpReaders,
  ...nativeReaders,
  ...javascriptReaders,
  ...compilerReaders,
  ...runReaders,
  cmakeReader,
];

const WITHOUT_PLACE = READERS.filter(({ needsPlace }) => needsPlace !== true);

/**
 * Every stack trace and every compiler, linter or test runner error in the text, in the order of their first lines. Colours, prefixes
 * of log collectors and traces inside JSON strings are read through. An error that is printed twice in a row counts once.
 * Where there is none of all these, the first line that is an error on its own stands for them. Any string is allowed; an empty list means that none was recognised. The time grows with the length of the text.
 */
export function parseStackTraces(text: string): StackTrace[] {
  const streams = streamsOf(text);
  const read = (draftsIn: (lines: readonly SourceLine[]) => readonly Draft[]): StackTrace[] =>
    streams.flatMap((lines) => draftsIn(lines).map((one) => toTrace(one, lines))).toSorted((a, b) => a.start - b.start);
  const traces = read((lines) => withoutRepeats(draftsOf(lines)));
  return traces.length > 0
    ? traces
    : read((lines) => [loneError(lines)].filter((one) => one !== undefined)).slice(0, 1);
}

function draftsOf(lines: readonly SourceLine[]): Draft[] {
  const drafts: Draft[] = [];
  let floor = 0;
  for (let at = 0; at < lines.length;) {
    const found = readAt(lines, at, floor);
    if (found) {
      for (const one of found.traces) drafts.push(one);
      at = floor = Math.max(at + 1, found.next);
    } else at++;
  }
  return drafts;
}

/** What every opening line with a line number has: `:3`, `(3`, `[3`, `: 3`, `line 3`, a column of a list; or a browser's `@[native code]`, or a linker's code. */
const PLACE = /[:([]\d|: \d|line \d|@\[|\t\d|LNK\d/;

function readAt(lines: readonly SourceLine[], at: number, floor: number): Found | undefined {
  const { text } = lines[at]!;
  if (text.length < 4) return undefined;
  const readers = PLACE.test(text) ? READERS : WITHOUT_PLACE;
  for (const reader of readers) {
    const match = reader.opens.exec(text);
    const found = match ? reader.read({ lines, at, floor }, match) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Mono and PHP print an error to the log and to the terminal. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((one, index) => {
    const before = drafts[index - 1];
    return !before || one.first - before.last > 2 || !isSame(one, before);
  });
}

function isSame(a: Draft, b: Draft): boolean {
  return (
    a.type === b.type &&
    a.message === b.message &&
    a.test === b.test &&
    a.frames.length === b.frames.length &&
    a.frames.every((frame, index) => isSamePlace(frame, b.frames[index]!)) &&
    a.causes.length === b.causes.length
  );
}

function isSamePlace(a: FrameDraft, b: FrameDraft): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column && a.symbol === b.symbol;
}

function toTrace(one: Draft, lines: readonly SourceLine[]): StackTrace {
  const [first, last] = [lines[one.first]!, lines[Math.min(one.last, lines.length - 1)]!];
  const { language, message, tool, test, type, relation } = one;
  return {
    language,
    ...(tool !== undefined && { tool }),
    ...(test !== undefined && { test }),
    ...(type !== undefined && { type }),
    message,
    frames: one.frames.map((frame) => toFrame(language, frame)),
    causes: one.causes.map((cause) => toTrace(cause, lines)),
    ...(relation !== undefined && { relation }),
    start: first.start,
    end: Math.max(first.start, last.end),
    line: first.rawLine,
  };
}

function toFrame(language: string, { file, line, column, symbol, rawLine }: FrameDraft): Frame {
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(symbol !== undefined && { symbol }),
    isUserCode: isUserCode(language, { file, symbol }),
    rawLine,
  };
}
