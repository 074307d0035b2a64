import { diffLines } from 'diff';
import { replace, type TextEdit } from './edits.ts';

/** Edits of whole lines that turn one text into the other; lines that are in both stay untouched. */
export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    const isNext = last !== undefined && last.range.end === offset;
    if (added) {
      if (isNext) edits[edits.length - 1] = replace(last.range.start, last.range.end, last.newText + value);
      else edits.push(replace(offset, offset, value));
      continue;
    }
    if (removed) {
      if (isNext) edits[edits.length - 1] = replace(last.range.start, offset + value.length, last.newText);
      else edits.push(replace(offset, offset + value.length, ''));
    }
    offset += value.length;
  }
  return edits;
}
