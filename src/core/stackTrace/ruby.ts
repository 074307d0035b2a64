import {
  draft,
  findAbove,
  numberOf,
  splitError,
  textAt,
  type Draft,
  type FrameDraft,
  type Place,
  type Reader,
  type SourceLine,
} from './reader.ts';
import { sourceFile } from './sourceFile.ts';

const FILE = String.raw`((?:[A-Za-z]:)?[^:\s][^:]{0,400})`;
/** Ruby up to 3.3 quotes `like this', later ones 'like this'. */
const SYMBOL = "in [`'](.{1,300}?)'";
const FIRST = new RegExp(`^\\s{0,8}${FILE}:(\\d{1,9}):${SYMBOL}: (.*)$`);
const FROM = new RegExp(`^\\s{1,20}(?:\\d{1,5}: )?from ${FILE}(?::(\\d{1,9}))?(?::${SYMBOL})?$`);
/** Ruby 2.5 to 2.7 on a terminal: outermost first, numbered, above the error. */
const NUMBERED_FROM = new RegExp(`^\\s{1,20}\\d{1,5}: from ${FILE}:(\\d{1,9})(?::${SYMBOL})?$`);
const BARE = new RegExp(
  String.raw`^\s{0,10}((?:[A-Za-z]:)?[^:\s#][^:]{0,300}\.(?:rb|erb|rake|ru|haml|slim)):(\d{1,9}):${SYMBOL}$`,
);
const COMMENT = new RegExp(`^\\s{2,20}# ${FILE}:(\\d{1,9})(?::${SYMBOL})?$`);
const LONGEST_MESSAGE = 30;

function frameOf(match: RegExpExecArray, line: SourceLine | undefined): FrameDraft {
  // "-e:in 'Kernel.eval'" has no line, and no file that could be opened.
  const file = match[2] === undefined ? undefined : sourceFile(match[1]);
  return { file, line: numberOf(match[2]), symbol: match[3], rawLine: line?.rawLine ?? 0 };
}

function readOne(lines: readonly SourceLine[], at: number, match: RegExpExecArray): Draft | undefined {
  const trace = draft('ruby', at, at, { frames: [frameOf(match, lines[at])] });
  const message = [match[4]!];
  let index = at + 1;
  for (; index < Math.min(lines.length, at + LONGEST_MESSAGE); index++) {
    const text = textAt(lines, index);
    if (FROM.test(text) || FIRST.test(text)) break;
    message.push(text);
  }
  const hasFrames = FROM.test(textAt(lines, index));
  const end = hasFrames ? lines.length : index;
  for (; index < end; index++) {
    const text = textAt(lines, index);
    const from = FROM.exec(text);
    if (from) trace.frames.push(frameOf(from, lines[index]));
    else if (!/^\s{1,20}\.{3} \d{1,9} levels?\.{3}$/.test(text)) break;
    trace.last = index;
  }
  if (!hasFrames) message.length = 1;
  const typed = message.findIndex((text) => /\(([A-Z][\w:]{0,200})\)$/.test(text));
  if (typed < 0 && !hasFrames) return undefined;
  if (typed >= 0) {
    trace.type = /\(([A-Z][\w:]{0,200})\)$/.exec(message[typed]!)![1];
    message[typed] = message[typed]!.replace(/ ?\([A-Z][\w:]{0,200}\)$/, '');
  }
  // An error-highlight snippet stands behind a blank line.
  const blank = message.indexOf('');
  trace.message = (blank > 0 ? message.slice(0, blank) : message).join('\n').trim();
  return trace;
}

/** Two reports belong together when they end at the same place of the program. */
function hasSameEnd(a: Draft, b: Draft): boolean {
  const [one, other] = [a.frames.at(-1), b.frames.at(-1)];
  return one?.file === other?.file && one?.line === other?.line && one?.symbol === other?.symbol;
}

const uncaughtReader: Reader = {
  opens: FIRST,
  needsPlace: true,
  read({ lines, at, floor }, match) {
    const trace = readOne(lines, at, match);
    if (!trace) return undefined;
    for (let index = at - 1; index >= floor; index--) {
      const from = NUMBERED_FROM.exec(textAt(lines, index));
      if (!from) break;
      trace.frames.push(frameOf(from, lines[index]));
      trace.first = index;
    }
    for (;;) {
      const next = FIRST.exec(textAt(lines, trace.last + 1));
      const cause = next ? readOne(lines, trace.last + 1, next) : undefined;
      if (!cause || cause.frames.length < 2 || !hasSameEnd(trace, cause)) break;
      trace.causes.push({ ...cause, relation: 'cause' });
      trace.last = cause.last;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

/** Lines like `app/cart.rb:5:in 'total'` below an error: Rails, loggers, minitest. */
const bareReader: Reader = {
  opens: BARE,
  needsPlace: true,
  read(place) {
    const { lines, at } = place;
    const trace = draft('ruby', at, at);
    const header = findAbove(
      place,
      /^\s{0,20}(?:([A-Z][\w:]{0,200}) \((.*)\):|([A-Z][\w:]{0,200}(?:Error|Exception|[a-z]): ?.*))$/,
      6,
    );
    if (header) {
      const { type, message } =
        header.match[3] === undefined
          ? { type: header.match[1], message: header.match[2]! }
          : splitError(header.match[3]);
      const test = /^([\w:]{1,200}#\w{1,200}):$/.exec(textAt(lines, header.index - 1))?.[1];
      Object.assign(trace, { type, message, test, first: test === undefined ? header.index : header.index - 1 });
      if (test !== undefined) trace.tool = 'minitest';
    }
    for (let index = at; index < lines.length; index++) {
      const frame = BARE.exec(textAt(lines, index));
      if (!frame) break;
      trace.frames.push(frameOf(frame, lines[index]));
      trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

const minitestReader: Reader = {
  opens: /^([A-Z][\w:]{0,200}#\w{1,200}) \[(.{1,400}):(\d{1,9})\]:$/,
  read({ lines, at }, [, test, file, line]) {
    const frames = [{ file, line: numberOf(line), symbol: test, rawLine: lines[at]!.rawLine }];
    const trace = draft('ruby', at, at, { tool: 'minitest', test, type: 'Minitest::Assertion', frames });
    let index = at + 1;
    while (index < at + LONGEST_MESSAGE && textAt(lines, index) !== '') index++;
    trace.message = messageOf(lines, at + 1, index);
    trace.last = Math.min(index, lines.length) - 1;
    return { traces: [trace], next: trace.last + 1 };
  },
};

function messageOf(lines: readonly SourceLine[], from: number, to: number): string {
  const texts = lines.slice(from, to).map(({ text }) => text.trim());
  return texts
    .filter((text) => text !== '')
    .slice(0, 4)
    .join('\n');
}

function rspecHeader(place: Place, trace: Draft): void {
  const { lines, at } = place;
  const failure = findAbove(place, /^\s{2,30}Failure\/Error: (.*)$/, 60);
  const title = failure && findAbove({ ...place, at: failure.index }, /^\s{1,20}\d{1,6}\) (\S.*)$/, 4);
  if (!title) return;
  const raised = findAbove({ ...place, floor: failure.index + 1 }, /^\s{2,30}([A-Z][\w:]{0,200}):$/, 20);
  const message = messageOf(lines, (raised?.index ?? failure.index) + 1, at);
  Object.assign(trace, {
    tool: 'rspec',
    test: title.match[1],
    first: title.index,
    message: message === '' ? failure.match[1] : message,
  });
  trace.type = raised?.match[1] ?? 'RSpec::Expectations::ExpectationNotMetError';
}

const rspecReader: Reader = {
  opens: COMMENT,
  read(place) {
    const { lines, at } = place;
    const trace = draft('ruby', at, at);
    rspecHeader(place, trace);
    if (trace.tool === undefined) return undefined;
    for (let index = at; index < lines.length; index++) {
      const frame = COMMENT.exec(textAt(lines, index));
      if (!frame) break;
      trace.frames.push(frameOf(frame, lines[index]));
      trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

export const rubyReaders: readonly Reader[] = [uncaughtReader, bareReader, minitestReader, rspecReader];
