import type { Checklist, Item, Section } from '../checklist/model.ts';
import { itemsOf } from '../checklist/model.ts';
import { outlineOf, type OutlineNode } from '../markdown/outline.ts';
import { joinsItemAbove, runsOn } from '../markdown/runsOn.ts';
import { insert, replace, type TextEdit } from '../text/edits.ts';
import { Lines, leadingSpace, lineEndingAt, widthOf } from '../text/lines.ts';
import { itemsOfBlock, type Block, type BlockItem, type BlockSection } from './model.ts';
import { renderItem, renderSectionTitle, type RenderOptions } from './render.ts';

export interface RefreshOptions extends Pick<RenderOptions, 'includes'> {
  /** Keep items that are not in the checklist even if nobody has touched them: a person may have written them. */
  readonly keepsUnknown?: boolean;
  /** Further items that go; ones that somebody has touched never do. */
  readonly removes?: (item: BlockItem) => boolean;
}

/**
 * Edits, all between the markers, that bring a block up to its checklist: new items come in at their place, items that
 * left the checklist go unless somebody has touched them. States, reasons, notes and hand-written text stay.
 */
export function refreshBlock(
  text: string,
  block: Block,
  checklist: Checklist,
  options: RefreshOptions = {},
): TextEdit[] {
  const { lines, nodes } = outlineOf(text);
  const inside = nodes.filter(({ line }) => {
    const start = lines.startOf(line);
    return start >= block.inner.start && start < block.inner.end;
  });
  const left = options.keepsUnknown ? [] : leftovers(block, checklist);
  const gone = itemsOfBlock(block).filter(
    (item) => left.includes(item) || (!item.isTouched && options.removes?.(item) === true),
  );
  const inner = { lines, inside };
  return [...removeItems(inner, gone), ...addMissing(inner, block, checklist, options)];
}

/**
 * The untouched items of a block that its checklist does not have (any more): what a refresh takes out. One stays where
 * its going would give its id to another item, a repeated one that somebody has touched.
 */
export function leftovers(block: Block, checklist: Checklist): BlockItem[] {
  const known = new Set(itemsOf(checklist).map((item) => item.id));
  const isLeft = (item: BlockItem): boolean => !known.has(item.id) && !item.isTouched;
  const repeated = itemsOfBlock(block).filter((item) => !isLeft(item) && /-\d+$/.test(item.id));
  const bound = new Set(repeated.flatMap((item) => [item.id.replace(/-\d+$/, ''), item.title]));
  return itemsOfBlock(block).filter((item) => isLeft(item) && !bound.has(item.id) && !bound.has(item.title));
}

/** The items of the checklist that the block does not have yet: what a refresh brings in. */
export function newcomers(block: Block, checklist: Checklist, includes: RenderOptions['includes']): Item[] {
  const present = idsOf(block);
  return checklist.sections.flatMap((section) => missingIn(present, section, includes));
}

function idsOf(block: Block): Set<string> {
  return new Set(itemsOfBlock(block).map((item) => item.id));
}

function missingIn(present: ReadonlySet<string>, section: Section, includes: RenderOptions['includes']): Item[] {
  return section.items.filter((item) => !present.has(item.id) && (includes?.(item, section) ?? true));
}

/**
 * Whole lines. A blank line stays where the text below would run into the paragraph above; a comment, which ends a list,
 * where an item below is indented deeper and would become nested in the one above.
 */
function removeItems({ lines, inside }: Inner, items: readonly BlockItem[]): TextEdit[] {
  const paragraphEnds = new Set(inside.flatMap((node) => (node.kind === 'paragraph' ? [node.endLine] : [])));
  const edits: TextEdit[] = [];
  for (let index = 0; index < items.length; index++) {
    const from = lines.lineAt(items[index]!.range.start);
    let to = lines.lineAt(items[index]!.range.end) + 1;
    while (items[index + 1] && lines.lineAt(items[index + 1]!.range.start) === to) {
      to = lines.lineAt(items[++index]!.range.end) + 1;
    }
    const next = depthBelow(lines, to);
    const isGap = paragraphEnds.has(from) && runsOn(lines.textOf(to));
    const left = next > widthOf(leadingSpace(lines.textOf(from))) && next > 1 ? '<!-- -->' : isGap ? '' : undefined;
    const start = lines.startOf(from);
    edits.push(replace(start, lines.startOf(to), left === undefined ? '' : left + lineEndingAt(lines.text, start)));
  }
  return edits;
}

/** What stands between the markers. */
interface Inner {
  readonly lines: Lines;
  readonly inside: readonly OutlineNode[];
}

function addMissing(text: Inner, block: Block, checklist: Checklist, options: RefreshOptions): TextEdit[] {
  const { lines, inside } = text;
  const isPlain =
    !inside.some((node) => node.kind === 'heading') &&
    (block.title !== undefined || block.sections.some((one) => one.line !== undefined));
  const headingLevel = sectionLevelOf(inside, block) - 1;
  const present = idsOf(block);
  const edits: TextEdit[] = [];
  const headed: TextEdit[] = [];
  let end = { line: lineAfterTitle(lines, inside, block, isPlain), isBelowText: false };
  for (const section of checklist.sections) {
    const own = ownSection(block, section);
    const missing = missingIn(present, section, options.includes);
    if (own && missing.length) edits.push(...intoSection(text, own, section, new Set(missing)));
    else if (missing.length) {
      const heading = renderSectionTitle(section.title, { isPlain, headingLevel });
      const isApart = isPlain || end.isBelowText;
      const above = section.title === '' ? [] : [...(isApart ? [''] : []), heading, ...(isPlain ? [''] : [])];
      headed.push(insertLines(text, end.line, above, missing));
    }
    const after = own && lineAfter(lines, inside, block, own);
    if (after && after.line > end.line) end = after;
  }
  return [...edits, ...headed]; // at one place, what belongs to the section above comes first
}

/** The block's section of that title; failing that, the one that holds an item of it (a renamed section). */
function ownSection(block: Block, section: Section): BlockSection | undefined {
  const ids = new Set(section.items.map((item) => item.id));
  return (
    block.sections.find((one) => one.title === section.title) ??
    block.sections.find((one) => one.items.some((item) => ids.has(item.id)))
  );
}

/** Each run of new items goes behind the item that precedes it in the checklist, or to the section's start. */
function intoSection(text: Inner, own: BlockSection, section: Section, missing: ReadonlySet<Item>): TextEdit[] {
  const { lines, inside } = text;
  const edits: TextEdit[] = [];
  const [first] = own.items;
  const present = new Map(own.items.map((item) => [item.id, item]));
  let neighbour = first;
  let at = first ? lines.lineAt(first.range.start) : endLineOf(inside, own.line ?? 0);
  for (const item of section.items) {
    const here = present.get(item.id);
    if (here) [at, neighbour] = [lines.lineAt(here.range.end) + 1, here];
    else if (missing.has(item)) edits.push(insertLines(text, at, [], [item], neighbour));
  }
  return edits;
}

/** Items are indented like their neighbour, or like what follows where that would otherwise be nested below them. */
function insertLines(
  { lines }: Inner,
  line: number,
  heading: readonly string[],
  items: readonly Item[],
  neighbour?: BlockItem,
): TextEdit {
  const own = neighbour ? leadingSpace(lines.textOf(lines.lineAt(neighbour.range.start))) : '';
  const next = depthBelow(lines, line);
  const indent = next < own.length + 2 ? own : ' '.repeat(Math.min(next, 3));
  const isGap = joinsItemAbove(lines.textOf(line));
  const words = [...heading, ...items.map((item) => indent + renderItem(item)), ...(isGap ? [''] : [])];
  const offset = lines.startOf(line);
  const lineEnding = lineEndingAt(lines.text, offset);
  const isAfterText = offset > 0 && !/[\r\n]/.test(lines.text[offset - 1]!);
  return isAfterText
    ? insert(offset, lineEnding + words.join(lineEnding))
    : insert(offset, words.map((one) => one + lineEnding).join(''));
}

/** How deep the next line with text is indented; 0 at the end of the text. */
function depthBelow(lines: Lines, line: number): number {
  let next = line;
  while (next < lines.count && lines.isBlank(next)) next++;
  return widthOf(leadingSpace(lines.textOf(next)));
}

/** Where a section ends: with the text below its items, if there is any and it is plain how far that goes. */
function lineAfter(
  lines: Lines,
  inside: readonly OutlineNode[],
  block: Block,
  section: BlockSection,
): { line: number; isBelowText: boolean } {
  const last = section.items.at(-1);
  const line = last ? lines.lineAt(last.range.end) + 1 : endLineOf(inside, section.line ?? 0);
  if (!block.isClosed) return { line, isBelowText: false };
  const following = block.sections.find((one) => one.line !== undefined && one.line >= line)?.line;
  let end = following ?? lines.lineAt(block.inner.end);
  while (end > line && lines.isBlank(end - 1)) end--;
  return { line: end, isBelowText: end > line };
}

function lineAfterTitle(lines: Lines, inside: readonly OutlineNode[], block: Block, isPlain: boolean): number {
  const title = inside.find((node) => node.kind === (isPlain ? 'paragraph' : 'heading'));
  if (block.title !== undefined && title) return endLineOf(inside, title.line);
  const line = lines.lineAt(block.inner.start);
  return lines.startOf(line) === block.inner.start ? line : line + 1; // the marker is the end of the text
}

function endLineOf(inside: readonly OutlineNode[], line: number): number {
  const node = inside.find((one) => one.line === line);
  return node && node.kind !== 'task' ? node.endLine : line + 1;
}

/** How deep the section headings of a block stand: as its first one, or one deeper than its title; 4 when it has neither. */
function sectionLevelOf(inside: readonly OutlineNode[], block: Block): number {
  const levels = inside.flatMap((node) => (node.kind === 'heading' ? [node.level] : []));
  const first = block.title === undefined ? levels[0] : levels[1];
  return first ?? (levels[0] === undefined ? 4 : Math.min(6, levels[0] + 1));
}
