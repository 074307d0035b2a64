import { draft, findAbove, numberOf, textAt, type Draft, type FrameDraft, type Place, type Reader } from './reader.ts';
import { sanitizerReaders } from './sanitizer.ts';

/** `#1  0x55 in shop::total (x=1) at cart.c:3`, `#2  0x7f in abort () from /lib/libc.so.6`. */
const GDB =
  /^#\d{1,6} {1,3}(?:0x[\da-f]{1,16} in )?(\S.{0,700}?) \(.{0,700}\)(?: at (.{1,400}?):(\d{1,9})| from (.{1,400}))?$/;

function gdbFrame(text: string, rawLine: number): FrameDraft | undefined {
  const match = GDB.exec(text);
  if (!match) return undefined;
  return { file: match[2], line: numberOf(match[3]), symbol: match[1] === '??' ? undefined : match[1], rawLine };
}

const TERMINATE =
  /^(?:terminate called after throwing an instance of '(.{1,300})'|libc\+\+abi: terminating due to uncaught exception of type (.{1,300}?)(?:: (.*))?)$/;

function gdbHeader(place: Place, trace: Draft): void {
  const signal = findAbove(
    place,
    /^(?:Program|Thread .{1,80}) (?:received|terminated with) signal (SIG\w{2,10}), (.{1,80})\.$/,
    10,
  );
  const thrown = findAbove(place, TERMINATE, 16);
  const first = thrown ?? signal;
  if (!first) return;
  const what = thrown ? /^\s{1,4}what\(\):\s{1,4}(.*)$/.exec(textAt(place.lines, thrown.index + 1))?.[1] : undefined;
  trace.first = first.index;
  trace.type = first.match[1];
  trace.message = thrown ? (what ?? '') : signal!.match[2]!;
}

const gdbReader: Reader = {
  opens: GDB,
  read(place) {
    const { lines, at } = place;
    const trace = draft('cpp', at, at, { tool: 'gdb' });
    gdbHeader(place, trace);
    for (let index = at; index < lines.length; index++) {
      const frame = gdbFrame(textAt(lines, index), lines[index]!.rawLine);
      if (frame) trace.frames.push(frame);
      else if (!/^ {4,}\S/.test(textAt(lines, index))) break;
      trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

const assertReader: Reader = {
  needsPlace: true,
  opens: /^(?:\S{1,200}: )?((?:[A-Za-z]:)?[^:\s][^:]{0,400}):(\d{1,9}): (.{1,400}): Assertion [`'‘](.*)['’] failed\.$/,
  read({ lines, at }, [, file, line, symbol, condition]) {
    const frames = [{ file, line: numberOf(line), symbol, rawLine: lines[at]!.rawLine }];
    const message = `Assertion '${condition}' failed`;
    return { traces: [draft('cpp', at, at, { type: 'SIGABRT', message, frames })], next: at + 1 };
  },
};

/** Nothing but a sentence: the C library or the C++ runtime gave up. A debugger's trace below says more, and takes it along. */
const abortReader: Reader = {
  opens:
    /^(?:(?:free|malloc|realloc|calloc|munmap_chunk)\(\): .{1,100}|double free or corruption.{0,40}|corrupted (?:size|double-linked|top size).{0,60}|\*\*\* .{1,80} \*\*\*: (?:terminated|.{1,200} terminated)|\*\*\* Error in [`'].{1,300}': .{1,100})$/,
  read({ at }, [said]) {
    // The program's path and the address are new on every machine.
    const message = said.replace(/^\*\*\* Error in [`'].{1,300}': (.{1,100}?)(?:: 0x[\da-f]{1,16} \*\*\*)?$/, '$1');
    return { traces: [draft('cpp', at, at, { type: 'SIGABRT', message })], next: at + 1 };
  },
};

const terminateReader: Reader = {
  opens: TERMINATE,
  read({ lines, at }, match) {
    for (let index = at + 1; index < at + 16; index++) if (GDB.test(textAt(lines, index))) return undefined;
    const what = /^\s{1,4}what\(\):\s{1,4}(.*)$/.exec(textAt(lines, at + 1));
    const trace = draft('cpp', at, what ? at + 1 : at, {
      type: match[1] ?? match[2],
      message: what?.[1] ?? match[3] ?? '',
    });
    return { traces: [trace], next: trace.last + 1 };
  },
};

/** V8's own end: `FATAL ERROR: Reached heap limit ...` with addresses of the engine. */
const v8Reader: Reader = {
  opens: /^FATAL ERROR: (.{1,400})$/,
  read({ lines, at }, match) {
    const trace = draft('javascript', at, at, { type: 'FATAL ERROR', message: match[1]! });
    for (let index = at + 1; index < lines.length; index++) {
      const text = textAt(lines, index);
      const frame = /^\s{0,4}\d{1,4}: 0x[\da-f]{1,16} {1,4}(.{0,400}?) ?\[.{1,200}\](?: \[.{1,200}\])?$/.exec(text);
      if (frame) trace.frames.push({ symbol: frame[1] === '' ? undefined : frame[1], rawLine: lines[index]!.rawLine });
      else if (text !== '' && !/^-{3,10} /.test(text)) break;
      if (text !== '') trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

export const nativeReaders: readonly Reader[] = [
  ...sanitizerReaders,
  gdbReader,
  assertReader,
  abortReader,
  terminateReader,
  v8Reader,
];
