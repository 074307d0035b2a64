import type { Checklist, Item } from '../checklist/model.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { applyEdits, insert, type TextEdit } from '../text/edits.ts';
import { leadingSpace, Lines, lineEndingOf } from '../text/lines.ts';
import { freeMarkupLine } from '../text/markup.ts';
import { findBlocks } from './find.ts';
import { findFramed, framed, isMarkupFrame, type Frame } from './frame.ts';
import type { BlockItem } from './model.ts';
import { leftovers, newcomers, refreshBlock, type RefreshOptions } from './refresh.ts';
import { renderBlock } from './render.ts';

/** How a text takes a block. */
export type Medium =
  | { readonly kind: 'markdown' }
  /** A commit message: `#` is no heading there, and the first line is the subject. */
  | { readonly kind: 'message' }
  /** Code: every line is a comment of the language. */
  | { readonly kind: 'code'; readonly frame: Frame };

export interface Placement {
  readonly kind: 'inserted' | 'refreshed';
  readonly edits: readonly TextEdit[];
  readonly added: readonly Item[];
  /** Untouched items that the checklist does not have; taken out unless `keepsUnknown`. */
  readonly leftovers: readonly BlockItem[];
}

/** Edits that insert a checklist near the offset, or refresh it where the text has it already. */
export function placeBlock(
  text: string,
  offset: number,
  checklist: Checklist,
  medium: Medium,
  options: RefreshOptions = {},
): Placement {
  const framedBlock = medium.kind === 'code' ? findFramed(text, checklist.id) : undefined;
  if (medium.kind === 'code' && !framedBlock) {
    return inserted(checklist, options, [insertFramed(text, offset, checklist, medium.frame, options)]);
  }
  const markdown = framedBlock?.inner ?? text;
  const block = findBlocks(markdown).find((one) => one.checklist === checklist.id);
  if (!block) return inserted(checklist, options, [insertBlock(text, offset, checklist, medium, options)]);
  const edits = refreshBlock(markdown, block, checklist, options);
  return {
    kind: 'refreshed',
    edits: framedBlock ? framedBlock.outer(edits) : edits,
    added: newcomers(block, checklist, options.includes),
    leftovers: leftovers(block, checklist),
  };
}

function inserted(checklist: Checklist, { includes }: RefreshOptions, edits: TextEdit[]): Placement {
  const added = checklist.sections.flatMap((section) =>
    section.items.filter((item) => includes?.(item, section) ?? true),
  );
  return { kind: 'inserted', edits, added, leftovers: [] };
}

function insertFramed(
  text: string,
  offset: number,
  checklist: Checklist,
  frame: Frame,
  options: RefreshOptions,
): TextEdit {
  const lines = new Lines(text);
  const lineEnding = lineEndingOf(text);
  const cursor = lineOutsideFramed(text, lines, lines.lineAt(offset));
  const line = isMarkupFrame(frame) ? freeMarkupLine(text, cursor) : cursor;
  const indent = leadingSpace(lines.textOf(line));
  const block = framed(renderBlock(checklist, options), { ...frame, before: indent + frame.before }, lineEnding);
  if (line < lines.count) return insert(lines.startOf(line), block + lineEnding);
  return insert(text.length, (/[\r\n]$|^$/.test(text) ? '' : lineEnding) + block + lineEnding);
}

/** The line, or the one below the framed block that it is in. */
function lineOutsideFramed(text: string, lines: Lines, line: number): number {
  const ids = [...text.matchAll(/<!-- tpm:checklist (\S+) -->/g)].map(([, id]) => id!);
  const ranges = ids.flatMap((id) => findFramed(text, id)?.range ?? []);
  const around = ranges.find(({ start, end }) => line > lines.lineAt(start) && line <= lines.lineAt(end));
  return around ? lines.lineAt(around.end) + 1 : line;
}

function insertBlock(
  text: string,
  offset: number,
  checklist: Checklist,
  medium: Medium,
  options: RefreshOptions,
): TextEdit {
  const lineEnding = lineEndingOf(text);
  const block = renderBlock(checklist, {
    ...options,
    lineEnding,
    isPlain: medium.kind === 'message',
    headingLevel: headingLevelAt(text, offset),
  });
  const near = standalone(text, freeLine(text, offset, medium), block, lineEnding);
  if (medium.kind === 'message') return belowSubject(near, text.slice(0, near.range.start), lineEnding);
  const isSeen = findBlocks(applyEdits(text, [near])).some((one) => one.checklist === checklist.id);
  return isSeen ? near : standalone(text, new Lines(text).count, block, lineEnding); // the cursor was in a fence, a quote or a comment
}

/** The line before which a block may stand: not in front matter, not in another block, not on a line with text. */
function freeLine(text: string, offset: number, medium: Medium): number {
  const lines = new Lines(text);
  let line = lines.lineAt(offset);
  if (medium.kind === 'message') {
    const comments = Array.from({ length: lines.count }, (_, index) => index).find((index) =>
      lines.textOf(index).startsWith('#'),
    );
    if (comments !== undefined && line >= comments) return comments;
  }
  const blocks = findBlocks(text);
  if (blocks.some((block) => block.range.start === offset)) return line;
  const around = blocks.find((block) => offset > block.range.start && offset < block.range.end);
  line = Math.max(line, around ? lines.lineAt(around.range.end) : 0, (readFrontMatter(text)?.bodyLine ?? 1) - 1);
  return lines.isBlank(line) ? line : line + 1;
}

/** The block on lines of its own, with one blank line between it and the text on either side. */
function standalone(text: string, line: number, block: string, lineEnding: string): TextEdit {
  const lines = new Lines(text);
  const offset = line < lines.count ? lines.startOf(line) : text.length;
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const isLineStart = before === '' || /[\r\n]$/.test(before);
  const gapBefore =
    before.trim() === '' || /(\r?\n){2}$/.test(before) ? '' : isLineStart ? lineEnding : lineEnding + lineEnding;
  const gapAfter =
    after === ''
      ? lineEnding
      : /^[ \t]*(\r?\n|$)/.test(after)
        ? /^[ \t]*\r?\n/.test(after)
          ? ''
          : lineEnding
        : lineEnding + lineEnding;
  return insert(offset, gapBefore + block + gapAfter);
}

/** A message begins with its subject and a blank line: where nothing is written yet, they stay free for it. */
function belowSubject({ range, newText }: TextEdit, before: string, lineEnding: string): TextEdit {
  if (before.trim() !== '') return { range, newText };
  const missing = Math.max(0, 2 - (before.match(/\n/g)?.length ?? 0));
  return { range, newText: lineEnding.repeat(missing) + newText };
}

/** One deeper than the heading above, so that the block folds below it; 3 without one. Headings of other blocks do not count. */
function headingLevelAt(text: string, offset: number): number {
  const blocks = findBlocks(text);
  const isInBlock = (index: number): boolean => blocks.some(({ range }) => index >= range.start && index < range.end);
  const above = [...text.slice(0, offset).matchAll(/^(#{1,4}) /gm)].findLast(({ index }) => !isInBlock(index));
  return above ? above[1]!.length + 1 : 3;
}
