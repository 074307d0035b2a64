/** Lines kept at the start, at the end, and on each side of a line that reads like an error. */
const HEAD = 20;
const TAIL = 40;
const AROUND = 10;
const MAX_LINES = 200;
const MAX_LINE_LENGTH = 500;

const ERROR =
  /\b(?:error|exception|fail(?:ed|ure|s)?|fatal|panic(?:ked)?|traceback|caused by|assert\w*|denied|killed|timed? ?out)\b/i;

/**
 * Keeps what a reader needs of a long output: its head, its tail and the lines around every error, at most 200 lines.
 * What was left out is said in its place: `[... 1,204 lines left out ...]`.
 */
export function shorten(text: string): { text: string; leftOut: number } {
  const lines = text
    .split('\n')
    .map((line) =>
      line.length > MAX_LINE_LENGTH
        ? `${line.slice(0, MAX_LINE_LENGTH)} [... ${line.length - MAX_LINE_LENGTH} characters left out ...]`
        : line,
    );
  if (lines.length <= HEAD + TAIL + AROUND) return { text: lines.join('\n'), leftOut: 0 };
  const kept = new Set<number>();
  const keep = (from: number, to: number): void => {
    for (let line = Math.max(0, from); line < Math.min(lines.length, to) && kept.size < MAX_LINES; line++)
      kept.add(line);
  };
  keep(0, HEAD);
  keep(lines.length - TAIL, lines.length);
  for (const [line, words] of lines.entries()) if (ERROR.test(words)) keep(line - AROUND, line + AROUND + 1);
  const result: string[] = [];
  let leftOut = 0;
  let run = 0;
  for (const [line, words] of [...lines.entries(), [lines.length, ''] as const]) {
    const isKept = kept.has(line) || line === lines.length;
    if (!isKept) run++;
    else {
      if (run > 0) result.push(`[... ${run} ${run === 1 ? 'line' : 'lines'} left out ...]`);
      leftOut += run;
      run = 0;
      if (line < lines.length) result.push(words);
    }
  }
  return { text: result.join('\n'), leftOut };
}
