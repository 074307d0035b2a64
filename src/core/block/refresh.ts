import type { Checklist, Item, Section } from '../checklist/model.ts';
import { itemsOf } from '../checklist/model.ts';
import { insert, replace, type TextEdit } from '../text/edits.ts';
import { Lines, lineEndingOf } from '../text/lines.ts';
import { itemsOfBlock, type Block, type BlockItem, type BlockSection } from './model.ts';
import { renderItem, renderSectionTitle, type RenderOptions } from './render.ts';

export interface RefreshOptions extends Pick<RenderOptions, 'includes'> {
  /** Keep items that are not in the checklist even if nobody has touched them: a person may have written them. */
  readonly keepsUnknown?: boolean;
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
  const lines = new Lines(text);
  return [
    ...(options.keepsUnknown ? [] : leftovers(block, checklist).map((item) => removeItem(lines, item))),
    ...addMissing(lines, block, checklist, options),
  ];
}

/** The untouched items of a block that its checklist does not have (any more): what a refresh takes out. */
export function leftovers(block: Block, checklist: Checklist): BlockItem[] {
  const known = new Set(itemsOf(checklist).map((item) => item.id));
  return itemsOfBlock(block).filter((item) => !known.has(item.id) && !item.isTouched);
}

/** The items of the checklist that the block does not have yet: what a refresh brings in. */
export function newcomers(block: Block, checklist: Checklist, includes: RenderOptions['includes']): Item[] {
  return checklist.sections.flatMap((section) => missingIn(block, section, includes));
}

function missingIn(block: Block, section: Section, includes: RenderOptions['includes']): Item[] {
  const present = new Set(itemsOfBlock(block).map((item) => item.id));
  return section.items.filter((item) => !present.has(item.id) && (includes?.(item, section) ?? true));
}

function removeItem(lines: Lines, item: BlockItem): TextEdit {
  const line = lines.lineAt(item.range.start);
  return replace(lines.startOf(line), lines.startOf(lines.lineAt(item.range.end) + 1), '');
}

function addMissing(lines: Lines, block: Block, checklist: Checklist, options: RefreshOptions): TextEdit[] {
  const lineEnding = lineEndingOf(lines.text);
  const isPlain =
    !/^ {0,3}#/m.test(lines.text.slice(block.inner.start, block.inner.end)) &&
    block.sections.some((one) => one.line !== undefined);
  const headingLevel = levelOf(lines, block) - 1;
  const edits: TextEdit[] = [];
  let end = lineAfterTitle(lines, block);
  for (const section of checklist.sections) {
    const own = ownSection(block, section);
    const missing = missingIn(block, section, options.includes);
    if (own && missing.length) edits.push(...intoSection(lines, own, section, missing, lineEnding));
    else if (missing.length) {
      const heading =
        section.title === ''
          ? []
          : isPlain
            ? ['', renderSectionTitle(section.title, { isPlain }), '']
            : [renderSectionTitle(section.title, { headingLevel })];
      edits.push(asLines(lines, end, [...heading, ...missing.map(renderItem)], lineEnding));
    }
    if (own) end = Math.max(end, lineAfter(lines, own));
  }
  return edits;
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
function intoSection(
  lines: Lines,
  own: BlockSection,
  section: Section,
  missing: readonly Item[],
  lineEnding: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const starts = own.line !== undefined ? own.line + 1 : (own.items[0]?.line ?? 0);
  let at = own.items[0] ? Math.max(starts, own.items[0].line) : starts;
  for (const item of section.items) {
    const present = own.items.find((one) => one.id === item.id);
    if (present) at = lines.lineAt(present.range.end) + 1;
    else if (missing.includes(item)) edits.push(asLines(lines, at, [renderItem(item)], lineEnding));
  }
  return edits;
}

function asLines(lines: Lines, line: number, words: readonly string[], lineEnding: string): TextEdit {
  const offset = lines.startOf(line);
  const isAfterText = offset > 0 && !/[\r\n]/.test(lines.text[offset - 1]!);
  return isAfterText
    ? insert(offset, lineEnding + words.join(lineEnding))
    : insert(offset, words.map((one) => one + lineEnding).join(''));
}

function lineAfter(lines: Lines, section: BlockSection): number {
  const last = section.items.at(-1);
  return last ? lines.lineAt(last.range.end) + 1 : (section.line ?? 0) + 1;
}

function lineAfterTitle(lines: Lines, block: Block): number {
  const first = lines.lineAt(block.inner.start);
  if (block.title === undefined) return first;
  let line = first;
  while (lines.isBlank(line) && lines.startOf(line + 1) < block.inner.end) line++;
  return line + 1;
}

/** How deep the section headings of a block stand; 4 when it has none. */
function levelOf(lines: Lines, block: Block): number {
  const heading = block.sections.find((section) => section.line !== undefined)?.line;
  const marks = heading === undefined ? null : /^ {0,3}(#{1,6})/.exec(lines.textOf(heading));
  return marks?.[1]!.length ?? 4;
}
