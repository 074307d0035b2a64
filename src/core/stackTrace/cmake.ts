import { draft, numberOf, textAt, type FrameDraft, type Reader } from './reader.ts';

const MOST_LINES = 12;

/** `CMake Error at CMakeLists.txt:61 (find_package):`, the message indented below, then perhaps who called. */
export const cmakeReader: Reader = {
  opens: /^CMake Error at (\S.{0,300}?):(\d{1,9}) \((\w{1,100})\):$/,
  needsPlace: true,
  read({ lines, at }, [, file, line, symbol]) {
    const frames: FrameDraft[] = [{ file, line: numberOf(line), symbol, rawLine: lines[at]!.rawLine }];
    const message: string[] = [];
    let last = at;
    for (let index = at + 1; index < Math.min(lines.length, at + MOST_LINES); index++) {
      const text = textAt(lines, index);
      const caller = /^ {2}(\S.{0,300}?):(\d{1,9}) \((\w{1,100})\)$/.exec(text);
      if (caller)
        frames.push({ file: caller[1], line: numberOf(caller[2]), symbol: caller[3], rawLine: lines[index]!.rawLine });
      else if (/^ {2,4}\S/.test(text) && frames.length === 1) message.push(text.trim());
      else if (text !== '' && !text.startsWith('Call Stack ')) break;
      if (text !== '') last = index;
    }
    return {
      traces: [draft('cmake', at, last, { tool: 'cmake', message: message.join(' '), frames })],
      next: last + 1,
    };
  },
};
