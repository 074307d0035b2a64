import { readChain, readHeadless, TRACEBACK } from './pythonChain.ts';
import { groupReader } from './pythonGroup.ts';
import { notebookReader } from './pythonNotebook.ts';
import { pytestReaders } from './pytest.ts';
import { draft, numberOf, textAt, type Draft, type Reader } from './reader.ts';

const tracebackReader: Reader = {
  opens: TRACEBACK,
  read({ lines, at }) {
    const chain = readChain(lines, at);
    return chain && { traces: [chain.trace], next: chain.next };
  },
};

const headlessReader: Reader = {
  opens: /^\s{0,60}File "[^"]{1,500}", line \d{1,9}, in \S/,
  needsPlace: true,
  read({ lines, at }) {
    const found = readHeadless(lines, at);
    return found && { traces: [found.trace], next: found.next };
  },
};

/** The compiler's own report, without a traceback: a place, the source, a caret, `SyntaxError: ...`. */
const syntaxReader: Reader = {
  opens: /^\s{0,20}File "([^"]{1,500})", line (\d{1,9})$/,
  read({ lines, at }, match) {
    for (let index = at + 1; index <= at + 4; index++) {
      const error = /^\s{0,20}((?:Syntax|Indentation|Tab)Error): (.*)$/.exec(textAt(lines, index));
      if (!error) continue;
      const frames = [{ file: match[1], line: numberOf(match[2]), rawLine: lines[at]!.rawLine }];
      return {
        traces: [draft('python', at, index, { type: error[1], message: error[2] ?? '', frames })],
        next: index + 1,
      };
    }
    return undefined;
  },
};

const THREAD = /^(?:Current thread|Thread) 0x[\da-f]{1,16} .{0,80}\(most recent call first\):$/;

/** faulthandler: a crash of the interpreter, one list per thread. */
const faultReader: Reader = {
  opens: THREAD,
  read({ lines, at, floor }) {
    let first = at;
    for (let index = at - 1; index >= Math.max(floor, at - 4); index--)
      if (textAt(lines, index).startsWith('Fatal Python error: ')) first = index;
    const trace = draft('python', first, at, { type: 'Fatal Python error' });
    trace.message =
      first < at ? textAt(lines, first).slice(20) : textAt(lines, at).replace(/ \(most recent call first\):$/, '');
    let into: Draft = trace;
    let index = at + 1;
    for (; index < lines.length; index++) {
      const text = textAt(lines, index);
      const frame = /^ {2}File "([^"]{1,500})", line (\d{1,9}) in (.{1,300})$/.exec(text);
      if (frame)
        into.frames.push({
          file: frame[1],
          line: numberOf(frame[2]),
          symbol: frame[3],
          rawLine: lines[index]!.rawLine,
        });
      else if (THREAD.test(text))
        trace.causes.push((into = draft('python', index, index, { message: text, relation: 'related' })));
      else if (text !== '') break;
      if (text !== '') into.last = trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
};

export const pythonReaders: readonly Reader[] = [
  groupReader,
  tracebackReader,
  ...pytestReaders,
  faultReader,
  syntaxReader,
  headlessReader,
  notebookReader,
];
