import {
  draft,
  numberOf,
  splitError,
  textAt,
  type Draft,
  type FrameDraft,
  type Place,
  type Reader,
  type SourceLine,
} from './reader.ts';

const FRAME = /^\s{0,8}#\d{1,6} (?:(\{main\})|(?:\[internal function\]|(.{1,400})\((\d{1,9})\)): (.{1,400}))$/;
const STACK = /^\s{0,8}(?:Stack trace:|\[stacktrace\])$/;
const ERROR_START = /(?:\bUncaught |^Next |^)((?:[A-Za-z_]\w{0,100}\\){0,20}[A-Z]\w{0,100}): /;
const MONOLOG = /\[object\] \(([\w\\]{1,300})\(code: -?\w{1,20}\): (.*) at (.{1,400}):(\d{1,9})\)$/;
const LONGEST_MESSAGE = 20;

/** The error above "Stack trace:"; its message may have several lines and ends with the place it was thrown at. */
function header({ lines, at, floor }: Place): Draft | undefined {
  let text = '';
  for (let index = at - 1; index >= Math.max(floor, at - LONGEST_MESSAGE); index--) {
    text = textAt(lines, index) + (text === '' ? '' : `\n${text}`);
    const start = ERROR_START.exec(textAt(lines, index));
    const logged = MONOLOG.exec(text);
    if (!start && !logged) continue;
    const thrown = logged ?? /^(.*) in (.{1,400}):(\d{1,9})$/s.exec(text.slice(start!.index + start![0].length));
    if (!thrown) continue;
    const [message, file, line] = logged ? thrown.slice(2) : thrown.slice(1);
    const frames = [{ file, line: numberOf(line), rawLine: lines[at - 1]!.rawLine }];
    return draft('php', index, at, { type: start?.[1] ?? logged?.[1], message: message?.trim() ?? '', frames });
  }
  return undefined;
}

/**
 * PHP names what was called *at* a place. Every other language names what the place is *in*, so names move down one:
 * the place of the throw is in #0's function, the place of #0 in #1's.
 */
function readFrames(lines: readonly SourceLine[], from: number, trace: Draft): number {
  const places: FrameDraft[] = trace.frames;
  let index = from;
  for (; index < lines.length; index++) {
    const frame = FRAME.exec(textAt(lines, index));
    if (!frame) break;
    const innermost = places.at(-1);
    if (innermost) innermost.symbol = frame[1] ?? frame[4]!.replace(/\(.{0,400}\)$/, '');
    if (frame[1] === undefined)
      places.push({ file: frame[2], line: numberOf(frame[3]), rawLine: lines[index]!.rawLine });
    trace.last = index;
  }
  return index;
}

const stackReader: Reader = {
  opens: STACK,
  read(place) {
    const { lines, at, floor } = place;
    let trace = header(place);
    if (!trace || !FRAME.test(textAt(lines, at + 1))) return undefined;
    let index = readFrames(lines, at + 1, trace);
    const first = trace.first;
    // The innermost error comes first; "Next" is what it was wrapped in.
    for (;;) {
      let stack = index;
      while (stack < index + LONGEST_MESSAGE && !STACK.test(textAt(lines, stack))) stack++;
      const isNext = textAt(lines, index) === '' && textAt(lines, index + 1).startsWith('Next ');
      const outer =
        isNext && STACK.test(textAt(lines, stack))
          ? header({ lines, at: stack, floor: Math.max(floor, index + 1) })
          : undefined;
      if (!outer) break;
      const { causes, ...inner } = trace;
      outer.causes = [{ ...inner, causes: [], relation: 'cause' }, ...causes];
      index = readFrames(lines, stack + 1, outer);
      trace = outer;
    }
    if (/^\s{1,8}thrown in .{1,400} on line \d{1,9}$/.test(textAt(lines, index))) trace.last = index;
    return { traces: [{ ...trace, first }], next: trace.last + 1 };
  },
};

/** Errors that PHP ends on without a trace: parse errors, memory and time limits. */
const fatalReader: Reader = {
  opens:
    /^["'(]?(?:PHP )?((?:Fatal|Parse|Recoverable fatal|Catchable fatal|Compile) error):\s{1,4}(?!Uncaught )(.*) in (.{1,400}?) on line (\d{1,9})\W{0,20}$/,
  read({ lines, at }, [, type, message, file, line]) {
    const frames = [{ file, line: numberOf(line), rawLine: lines[at]!.rawLine }];
    return { traces: [draft('php', at, at, { type, message: message!, frames })], next: at + 1 };
  },
};

/** An uncaught error as a browser shows it: what were lines is one. */
const browserReader: Reader = {
  opens:
    /^(?:PHP )?Fatal error:\s{1,4}Uncaught (?:([A-Z\\][\w\\]{0,200}): )?(.{1,600}?) in ((?:[A-Za-z]:)?[^:]{1,400}?):(\d{1,9}) Stack trace: #0 /,
  needsPlace: true,
  read({ lines, at }, [, type, message, file, line]) {
    const frames = [{ file, line: numberOf(line), rawLine: lines[at]!.rawLine }];
    return { traces: [draft('php', at, at, { type, message: message!, frames })], next: at + 1 };
  },
};

const UNIT_TITLE = /^\d{1,6}\) ([\w\\]{1,300}::\w{1,200}(?: with data set .{1,200})?)$/;

const phpunitReader: Reader = {
  opens: UNIT_TITLE,
  read({ lines, at }, match) {
    const frames: FrameDraft[] = [];
    const message: string[] = [];
    let index = at + 1;
    for (; index < Math.min(lines.length, at + 200); index++) {
      const text = textAt(lines, index);
      const place = /^((?:\/|[A-Za-z]:\\|phar:).{1,400}):(\d{1,9})$/.exec(text);
      if (place) frames.push({ file: place[1], line: numberOf(place[2]), rawLine: lines[index]!.rawLine });
      else if (frames.length > 0 || UNIT_TITLE.test(text)) break;
      else message.push(text);
    }
    if (frames.length === 0) return undefined;
    const end = message.indexOf('');
    const error = splitError((end > 0 ? message.slice(0, end) : message).join('\n').trim());
    const type = error.type ?? 'PHPUnit\\Framework\\ExpectationFailedException';
    const trace = draft('php', at, index - 1, {
      tool: 'phpunit',
      test: match[1],
      type,
      message: error.message,
      frames,
    });
    return { traces: [trace], next: index };
  },
};

export const phpReaders: readonly Reader[] = [stackReader, fatalReader, browserReader, phpunitReader];
