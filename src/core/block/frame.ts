import { applyEdits, replace, type Range, type TextEdit } from '../text/edits.ts';
import { lineEdits } from '../text/lineEdits.ts';
import { Lines } from '../text/lines.ts';
import { closingMarker, openingMarker } from './markers.ts';

/** What stands around each line of a block in a text that is not Markdown: `// ` in code, say. Empty in Markdown. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

/** A block in such a text, as the Markdown it holds, and the way back. */
export interface FramedText {
  /** The framed lines without their frames, from the opening marker to the closing one. */
  readonly inner: string;
  /** The whole lines, without what ends the last one. */
  readonly range: Range;
  /** Where in the whole text a place of `inner` is. */
  offsetOf(inner: number): number;
  /** Edits of `inner`, as edits of the whole text. */
  outer(edits: readonly TextEdit[]): TextEdit[];
}

/** Comments of HTML and XML: the markers of a block are such comments themselves and stand there bare. */
export function isMarkupFrame({ after }: Frame): boolean {
  return after.trim() === '-->';
}

/** The first framed block of that checklist; `undefined` when there is none. The frame is read off its first line, or, in markup, its second. */
export function findFramed(text: string, checklist: string): FramedText | undefined {
  const lines = new Lines(text);
  const marker = openingMarker(checklist);
  const offset = text.indexOf(marker);
  if (offset < 0) return undefined;
  const first = lines.lineAt(offset);
  const before = text.slice(lines.startOf(first), offset);
  const after = text.slice(offset + marker.length, lines.endOf(first));
  const isBare = (before + after).trim() === '' && /^\s*<!-- .* -->\s*$/.test(lines.textOf(first + 1));
  if (!isBare && before.trim() === '') return undefined;
  const frame = isBare ? { before: `${before}<!-- `, after: ' -->' } : { before, after };
  const spans: Range[] = [];
  let last = first;
  for (let line = first; line < lines.count; line++) {
    const bare = isBare ? bareSpan(lines, line) : undefined;
    const span = bare ?? innerSpan(lines, line, frame);
    if (!span) break;
    spans.push(span);
    last = line;
    if (text.slice(span.start, span.end).trim() === closingMarker) break;
  }
  return framedText(text, spans, frame, { start: lines.startOf(first), end: lines.endOf(last) });
}

/** Puts the frame around each line of a Markdown text. A blank line gets no trailing space. */
export function framed(text: string, frame: Frame, lineEnding = '\n'): string {
  return text
    .split('\n')
    .map((line) => framedLine(line, frame))
    .join(lineEnding);
}

function framedLine(line: string, frame: Frame): string {
  if (isMarkupFrame(frame) && isMarkerLine(line)) return /^\s*/.exec(frame.before)![0] + line;
  return `${frame.before}${written(line, frame)}${frame.after}`.trimEnd();
}

function isMarkerLine(line: string): boolean {
  return /^<!-- \/?tpm:[^<>]*-->$/.test(line);
}

function bareSpan(lines: Lines, line: number): Range | undefined {
  const text = lines.textOf(line);
  const words = text.trim();
  if (!isMarkerLine(words)) return undefined;
  const start = lines.startOf(line) + text.indexOf(words);
  return { start, end: start + words.length };
}

/**
 * What would end the comment too early is written in look-alikes, a character for a character, so that places in the two texts
 * correspond: hyphens for `--` in markup, a division slash for the end of a block comment.
 */
const lookAlikes: readonly { readonly in: RegExp; readonly real: string; readonly alike: string }[] = [
  { in: /-->$/, real: '--', alike: '\u2010\u2010' },
  { in: /\*\/$/, real: '*/', alike: '*\u2215' },
];

function written(text: string, { after }: Frame): string {
  return lookAlikes
    .filter((one) => one.in.test(after.trim()))
    .reduce((words, { real, alike }) => words.replaceAll(real, alike), text);
}

function read(text: string, { after }: Frame): string {
  return lookAlikes
    .filter((one) => one.in.test(after.trim()))
    .reduce((words, { real, alike }) => words.replaceAll(alike, real), text);
}

function innerSpan(lines: Lines, line: number, { before, after }: Frame): Range | undefined {
  const text = lines.textOf(line);
  if (text === before.trimEnd())
    return { start: lines.startOf(line) + text.length, end: lines.startOf(line) + text.length };
  if (!text.startsWith(before)) return undefined;
  const start = lines.startOf(line) + before.length;
  const end = lines.endOf(line) - (after !== '' && text.endsWith(after) ? after.length : 0);
  return { start, end: Math.max(start, end) };
}

function framedText(text: string, spans: readonly Range[], frame: Frame, range: Range): FramedText {
  const inner = spans.map((span) => read(text.slice(span.start, span.end), frame)).join('\n');
  const innerLines = new Lines(inner);
  const offsetOf = (offset: number): number => {
    const line = innerLines.lineAt(offset);
    return (spans[line]?.start ?? text.length) + offset - innerLines.startOf(line);
  };
  const lineEnding = /\r?\n/.exec(text)?.[0] ?? '\n';
  return {
    inner,
    range,
    offsetOf,
    outer: (edits) => {
      // A bare line has no frame that an edit could go into: the lines are written anew, and those that differ are replaced.
      if (isMarkupFrame(frame)) {
        const now = framed(applyEdits(inner, edits), frame, lineEnding);
        const shift = ({ range: { start, end }, newText }: TextEdit): TextEdit =>
          replace(start + range.start, end + range.start, newText);
        return lineEdits(text.slice(range.start, range.end), now).map(shift);
      }
      return edits.map(({ range, newText }) => ({
        range: { start: offsetOf(range.start), end: offsetOf(range.end) },
        newText: written(newText, frame).replace(/\r?\n/g, `${frame.after}${lineEnding}${frame.before}`),
      }));
    },
  };
}
