import { Lines } from '../text/lines.ts';
import { cleanLine, LONGEST_LINE } from './cleanLine.ts';
import type { SourceLine } from './reader.ts';

/** Line breaks written as `\n` inside a JSON string, followed by what only a trace has. */
const ESCAPED_TRACE = /\\n(?: {1,8}|\\t)at |\\n {1,4}File \\"|\\n\\tfrom |\\n#\d{1,4} |\\ngoroutine \d/;

/** A trace in a JSON log line becomes the lines it stands for; they share the place of the real line. */
function unescaped(line: SourceLine, text: string): SourceLine[] {
  const pieces = text.split('\\n');
  return pieces.map((piece, index) => {
    const inner = index === 0 ? piece.slice(piece.lastIndexOf('"', piece.length - 1) + 1) : piece;
    const whole = index === pieces.length - 1 ? (/^(?:[^"\\]|\\.){0,1000}/.exec(inner)?.[0] ?? '') : inner;
    const plain = whole.replaceAll('\\t', '\t').replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    return { ...line, text: plain.slice(0, LONGEST_LINE).trimEnd() };
  });
}

/** The start of a frame that a terminal broke, and the whole one. Both halves must fit, or nothing is joined. */
const BROKEN_FRAME = /^\s{1,40}(?:at \S.{0,300}\([^()]{0,300}|File "[^"]{1,300})$/;
const WHOLE_FRAME =
  /^\s{1,40}(?:at \S[^()]{0,300}\([^()]{1,500}:\d{1,9}(?::\d{1,9})?\)|File "[^"]{1,500}", line \d{1,9}(?:, in .{1,200})?)$/;
/** Narrower terminals exist, but a line that ends earlier was more likely cut by something else. */
const NARROWEST_TERMINAL = 60;

function joinWrapped(lines: SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const next = lines[index + 1];
    if (
      next &&
      line.text.length >= NARROWEST_TERMINAL &&
      BROKEN_FRAME.test(line.text) &&
      WHOLE_FRAME.test(line.text + next.text)
    ) {
      joined.push({ ...line, text: line.text + next.text, end: next.end });
      index++;
    } else joined.push(line);
  }
  return joined;
}

/** A text pasted as inline code over several lines: one mark at its beginning, one at its end. */
function withoutMark(raw: string): string {
  const mark = raw.indexOf('`');
  return mark >= 0 && mark === raw.lastIndexOf('`') ? raw.replace(/^`(?=.)|(?<=.)`$/, '') : raw;
}

/** The lines of the text, clean, one list per source (service, pod, process), in the order of the sources' first lines. */
export function streamsOf(text: string): readonly (readonly SourceLine[])[] {
  const lines = new Lines(text);
  const streams = new Map<string, SourceLine[]>();
  for (let rawLine = 0; rawLine < lines.count; rawLine++) {
    const { start, end } = lines.rangeOf(rawLine);
    const isOuter = rawLine === 0 || rawLine === lines.count - 1;
    const raw = isOuter ? withoutMark(text.slice(start, end)) : text.slice(start, end);
    const clean = cleanLine(raw);
    const line: SourceLine = { text: clean.text, start, end, rawLine };
    const list = streams.get(clean.stream);
    const read = raw.length > 20 && ESCAPED_TRACE.test(raw) ? unescaped(line, raw) : [line];
    if (list) for (const one of read) list.push(one);
    else streams.set(clean.stream, read);
  }
  return [...streams.values()].map(joinWrapped);
}
