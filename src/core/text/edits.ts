/** Half-open span of UTF-16 code units, as in VS Code: `text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replace `range` by `newText`. Edits of one list never overlap and all speak of the same, unchanged text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export function replace(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}

export function insert(offset: number, newText: string): TextEdit {
  return replace(offset, offset, newText);
}

/**
 * The text after all edits. Their order does not matter, except that insertions at one place keep the order of the list.
 * Ranges outside the text are clamped to it.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort(
    (a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.index - b.index,
  );
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    const start = Math.max(done, edit.range.start);
    result += text.slice(done, start) + edit.newText;
    done = Math.max(start, edit.range.end);
  }
  return result + text.slice(done);
}

/** Where the words that the last of the edits wrote end in the changed text; `undefined` when none wrote anything. */
export function endOfLast(edits: readonly TextEdit[]): number | undefined {
  const last = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end).at(-1);
  if (!last || last.newText.trim() === '') return undefined;
  const before = edits.filter((edit) => edit !== last);
  const shift = before.reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
  return last.range.start + shift + last.newText.trimEnd().length;
}

/** Steps that each look at what the one before left, as one edit of the smallest span that differs. */
export function inTurn(text: string, steps: readonly ((now: string) => TextEdit[])[]): TextEdit[] {
  const result = steps.reduce((now, step) => applyEdits(now, step(now)), text);
  if (result === text) return [];
  let start = 0;
  while (start < text.length && text[start] === result[start]) start++;
  let tail = 0;
  while (
    tail < text.length - start &&
    tail < result.length - start &&
    text[text.length - 1 - tail] === result[result.length - 1 - tail]
  )
    tail++;
  return [replace(start, text.length - tail, result.slice(start, result.length - tail))];
}
