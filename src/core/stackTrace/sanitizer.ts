import { draft, numberOf, textAt, type Draft, type FrameDraft, type Reader, type SourceLine } from './reader.ts';

/** `#0 0x55 in total /app/cart.c:3:5`, `#0 total cart.c:3 (a.out+0x11e0)`, `#1 0x7f (/lib/libc.so.6+0x27249)`. */
const FRAME = /^\s{2,8}#(\d{1,6}) (?:0x[\da-f]{1,16}(?: in)? ?)?(.{0,800})$/;

function frameOf(rest: string, rawLine: number): FrameDraft {
  const code = rest.replace(/ \(BuildId: [\da-f]{1,80}\)$/, '').replace(/ ?\([^()]{1,400}\+0x[\da-f]{1,16}\)$/, '');
  const match = /^(?:(.{1,600}) )?(\S{1,400}?):(\d{1,9})(?::(\d{1,9}))?$/.exec(code);
  if (!match) return { symbol: code === '' || code === '<null>' ? undefined : code, rawLine };
  return { symbol: match[1], file: match[2], line: numberOf(match[3]), column: numberOf(match[4]), rawLine };
}

/** Each stack starts at #0. The first is the finding's; the others (freed by, previous write) hang beside it, titled by the line above. */
function addFrames(lines: readonly SourceLine[], from: number, trace: Draft, endsAt: RegExp): void {
  let into = trace;
  let title = '';
  let unknown = 0;
  for (let index = from; index < lines.length && unknown < 12; index++) {
    const text = textAt(lines, index);
    const frame = FRAME.exec(text);
    if (frame) {
      if (frame[1] === '0' && trace.frames.length > 0)
        trace.causes.push((into = draft(trace.language, index, index, { message: title, relation: 'related' })));
      into.frames.push(frameOf(frame[2]!, lines[index]!.rawLine));
      into.last = trace.last = index;
      unknown = 0;
    } else if (endsAt.test(text)) {
      trace.last = /^(?:SUMMARY|==\d)/.test(text) ? index : trace.last;
      return;
    } else if (text !== '') {
      title = text.trim().replace(/:$/, '');
      unknown++;
    }
  }
}

const FINDING = /^(data race|detected memory leaks|signal-unsafe call|lock-order-inversion|thread leak|[\w-]{1,80})/;

const reportReader: Reader = {
  opens: /^(?:==\d{1,10}==)?(?:ERROR|WARNING): (\w{1,40}Sanitizer): (.*)$/,
  read({ lines, at }, match) {
    const type = FINDING.exec(match[2]!)?.[1]?.replace(/^detected /, '');
    const trace = draft('cpp', at, at, { tool: match[1], type, message: match[2]!.replace(/ \(pid=\d{1,10}\)$/, '') });
    addFrames(lines, at + 1, trace, /^(?:SUMMARY: |==\d{1,10}==ABORTING|={10,80}$)/);
    return { traces: [trace], next: trace.last + 1 };
  },
};

const undefinedReader: Reader = {
  needsPlace: true,
  opens: /^((?:[A-Za-z]:)?[^:]{1,400}):(\d{1,9}):(\d{1,9}): runtime error: (.*)$/,
  read({ lines, at }, [, file, line, column, message]) {
    const trace = draft('cpp', at, at, {
      tool: 'UndefinedBehaviorSanitizer',
      type: 'undefined-behavior',
      message: message!,
    });
    addFrames(lines, at + 1, trace, /^(?!\s{2,8}#\d)/);
    const inner = trace.frames[0];
    const place = { file, line: numberOf(line), column: numberOf(column), rawLine: lines[at]!.rawLine };
    if (inner && inner.line === place.line && inner.file?.split('/').at(-1) === file?.split('/').at(-1))
      inner.column ??= place.column;
    else trace.frames.unshift(place);
    return { traces: [trace], next: trace.last + 1 };
  },
};

const VALGRIND = /^(?:==|--)\d{1,10}(?:==|--) ?(.*)$/;
const VALGRIND_FRAME = /^\s{1,8}(?:at|by) 0x[\dA-F]{1,16}: (.{1,600}) \((?:in .{1,400}|(.{1,400}):(\d{1,9}))\)$/;

const valgrindReader: Reader = {
  opens: /^(?:==|--)\d{1,10}(?:==|--)\s{2,8}at 0x[\dA-F]{1,16}: /,
  read({ lines, at, floor }) {
    const trace = draft('cpp', at, at, { tool: 'valgrind' });
    const body = (index: number): string | undefined => VALGRIND.exec(textAt(lines, index))?.[1];
    if (at > floor && (body(at - 1) ?? '') !== '') {
      trace.first = at - 1;
      trace.message = body(at - 1)!.trim();
    }
    let into = trace;
    for (let index = at; index < lines.length; index++) {
      const text = body(index);
      if (text === undefined || text === '') break;
      const frame = VALGRIND_FRAME.exec(text);
      if (frame)
        into.frames.push({
          symbol: frame[1],
          file: frame[2],
          line: numberOf(frame[3]),
          rawLine: lines[index]!.rawLine,
        });
      else trace.causes.push((into = draft('cpp', index, index, { message: text.trim(), relation: 'related' })));
      into.last = trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

export const sanitizerReaders: readonly Reader[] = [reportReader, undefinedReader, valgrindReader];
