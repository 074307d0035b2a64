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
