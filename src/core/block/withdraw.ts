import type { Checklist } from '../checklist/model.ts';
import { applyEdits, replace } from '../text/edits.ts';
import { Lines } from '../text/lines.ts';
import { findBlocks } from './find.ts';
import { itemsOfBlock, type Block, type BlockItem } from './model.ts';
import { refreshBlock } from './refresh.ts';

/**
 * A Markdown text without these items of a checklist's block. Items that somebody has touched stay. A section heading that has lost its
 * last item this way goes too, and so does a block of which nothing but its own title is left. The text itself when nothing goes.
 */
export function withdrawItems(text: string, checklist: Checklist, removes: (item: BlockItem) => boolean): string {
  const block = blockOf(text, checklist);
  if (!block) return text;
  const going = itemsOfBlock(block).filter((item) => !item.isTouched && removes(item));
  if (!going.length) return text;
  const emptied = block.sections
    .filter(({ items }) => items.length > 0 && items.every((item) => going.includes(item)))
    .map(({ title }) => title)
    .filter((title) => checklist.sections.some((section) => section.title === title));
  const edits = refreshBlock(text, block, checklist, {
    includes: () => false,
    keepsUnknown: true,
    removes: (item) => going.includes(item),
  });
  const now = withoutSections(applyEdits(text, edits), checklist, emptied);
  return withoutEmptyBlock(now, checklist);
}

function blockOf(text: string, { id }: Checklist): Block | undefined {
  return findBlocks(text).find((one) => one.checklist === id);
}

function withoutSections(text: string, checklist: Checklist, titles: readonly string[]): string {
  const block = blockOf(text, checklist);
  if (!block) return text;
  const lines = new Lines(text);
  const isBlank = (from: number, to: number): boolean =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).every((line) => lines.isBlank(line));
  const blockEnd = lines.lineAt(block.inner.end);
  const edits = block.sections.flatMap(({ title, line, items }, index) => {
    if (line === undefined || items.length || !titles.includes(title)) return [];
    const end = block.sections[index + 1]?.line ?? blockEnd;
    return isBlank(line + 1, end) ? [replace(lines.startOf(line), lines.startOf(end), '')] : [];
  });
  return applyEdits(text, edits);
}

/** With the blank lines below it, where blank lines or nothing stand above. */
function withoutEmptyBlock(text: string, checklist: Checklist): string {
  const block = blockOf(text, checklist);
  if (!block?.isClosed || block.sections.length || block.title !== checklist.title) return text;
  const lines = new Lines(text);
  const inside = lines.text.slice(block.inner.start, block.inner.end).trim();
  if (/[\r\n]/.test(inside)) return text; // more than the title
  let end = lines.lineAt(block.range.end) + 1;
  if (block.line === 0 || lines.isBlank(block.line - 1)) while (end < lines.count && lines.isBlank(end)) end++;
  return text.slice(0, block.range.start) + text.slice(lines.startOf(end));
}
