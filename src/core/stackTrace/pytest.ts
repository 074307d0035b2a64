import { draft, numberOf, splitError, textAt, type FrameDraft, type Reader } from './reader.ts';

const TITLE = /^_{3,200} (\S.{0,300}?) _{3,200}$/;
const END = /^={3,200}(?: .{1,300} =*|=*)$|^-{3,200} Captured .{1,100} -{3,200}$/;
const LOCATION = /^(\S[^:]{0,400}\.pyx?):(\d{1,9}): ?(?:in (.{1,200})|([A-Za-z_][\w.]{0,200}))?$/;

/** One failure in the long or the short style. (`--tb=native` prints Python's own traceback: left to that reader.) */
const sectionReader: Reader = {
  opens: TITLE,
  read({ lines, at }, title) {
    const frames: FrameDraft[] = [];
    const errors: string[] = [];
    let type: string | undefined;
    let caller: string | undefined;
    let index = at + 1;
    for (; index < lines.length; index++) {
      const text = textAt(lines, index);
      if (TITLE.test(text) || END.test(text)) break;
      if (/^Traceback \(most recent call last\):$/.test(text)) return undefined;
      caller = /^ {4}(?:async )?def (\w{1,200})\(/.exec(text)?.[1] ?? caller;
      const location = LOCATION.exec(text);
      if (location) {
        const symbol = location[3] ?? caller;
        frames.unshift({ file: location[1], line: numberOf(location[2]), symbol, rawLine: lines[index]!.rawLine });
        type = location[4] ?? type;
        caller = undefined;
      } else if (/^E(?: {3}|$)/.test(text)) errors.push(text.slice(4).trim());
    }
    if (frames.length === 0) return undefined;
    const error = splitError(errors[0] ?? '');
    const trace = draft('python', at, index - 1, {
      tool: 'pytest',
      test: title[1]!.replace(/^ERROR at \w{1,20} of /, ''),
      type: type ?? error.type ?? 'AssertionError',
      message: error.message,
      frames,
    });
    return { traces: [trace], next: index };
  },
};

/** `--tb=line`: everything in one line. */
const lineReader: Reader = {
  needsPlace: true,
  opens: /^(\S[^:]{0,400}\.py):(\d{1,9}): ([A-Z]\w{0,100}(?:Error|Exception|Failed|Exit|Interrupt))(?:: (.*))?$/,
  read({ lines, at }, [, file, line, type, message]) {
    const frames = [{ file, line: numberOf(line), rawLine: lines[at]!.rawLine }];
    return {
      traces: [draft('python', at, at, { tool: 'pytest', type, message: message ?? '', frames })],
      next: at + 1,
    };
  },
};

export const pytestReaders: readonly Reader[] = [sectionReader, lineReader];
