import type { Range, TextEdit } from '../text/edits.ts';
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
  /** Edits of `inner`, as edits of the whole text. */
  outer(edits: readonly TextEdit[]): TextEdit[];
}

/** The first framed block of that checklist; `undefined` when there is none. The frame is read off its first line. */
export function findFramed(text: string, checklist: string): FramedText | undefined {
  const lines = new Lines(text);
  const marker = openingMarker(checklist);
  const offset = text.indexOf(marker);
  if (offset < 0) return undefined;
  const first = lines.lineAt(offset);
  const frame = {
    before: lines.textOf(first).slice(0, offset - lines.startOf(first)),
    after: text.slice(offset + marker.length, lines.endOf(first)),
  };
  if (frame.before.trim() === '') return undefined;
  const spans: Range[] = [];
  for (let line = first; line < lines.count; line++) {
    const span = innerSpan(lines, line, frame);
    if (!span) break;
    spans.push(span);
    if (text.slice(span.start, span.end).trim() === closingMarker) break;
  }
  return framedText(text, spans, frame);
}

/** Puts the frame around each line of a Markdown text. A blank line gets no trailing space. */
export function framed(text: string, frame: Frame, lineEnding = '\n'): string {
  return text
    .split('\n')
    .map((line) => `${frame.before}${line}${frame.after}`.trimEnd())
    .join(lineEnding);
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

function framedText(text: string, spans: readonly Range[], frame: Frame): FramedText {
  const inner = spans.map((span) => text.slice(span.start, span.end)).join('\n');
  const innerLines = new Lines(inner);
  const outerOffset = (offset: number): number => {
    const line = innerLines.lineAt(offset);
    return (spans[line]?.start ?? text.length) + offset - innerLines.startOf(line);
  };
  const lineEnding = /\r?\n/.exec(text)?.[0] ?? '\n';
  return {
    inner,
    outer: (edits) =>
      edits.map(({ range, newText }) => ({
        range: { start: outerOffset(range.start), end: outerOffset(range.end) },
        newText: newText.replace(/\r?\n/g, `${frame.after}${lineEnding}${frame.before}`),
      })),
  };
}
