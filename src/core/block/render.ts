import { slugOf } from '../checklist/itemIds.ts';
import type { Checklist, Item, Section } from '../checklist/model.ts';
import { markdownOf } from '../markdown/plainText.ts';
import { closingMarker, openingMarker } from './markers.ts';

export interface RenderOptions {
  /** Level of the block's title; its sections are one deeper. Default 3. */
  readonly headingLevel?: number;
  /** `Title` and `Section:` on lines of their own instead of headings, for texts where `#` begins a comment. */
  readonly isPlain?: boolean;
  /** Which items to take; default all. A section without an item is left out. */
  readonly includes?: (item: Item, section: Section) => boolean;
  /** Default `\n`. */
  readonly lineEnding?: '\n' | '\r\n';
}

/** A checklist as a block of Markdown, every item open, without a final line ending. */
export function renderBlock(checklist: Checklist, options: RenderOptions = {}): string {
  const includes = options.includes ?? (() => true);
  const lines = [openingMarker(checklist.id), renderTitle(checklist.title, options)];
  for (const section of checklist.sections) {
    const items = section.items.filter((item) => includes(item, section));
    if (!items.length) continue;
    if (options.isPlain) lines.push('');
    if (section.title !== '') lines.push(renderSectionTitle(section.title, options));
    if (options.isPlain) lines.push('');
    lines.push(...items.map(renderItem));
  }
  lines.push(closingMarker);
  return lines.join(options.lineEnding ?? '\n');
}

/** One open item. Its id is written where the title alone would not give it, so that it holds in a block of fewer items. */
export function renderItem(item: Item): string {
  const bold = item.titleMarkdown.includes('**') ? '__' : '**';
  const words = item.isMust ? bold + item.titleMarkdown + bold : item.titleMarkdown;
  const needsId = item.hasOwnId || item.id !== slugOf(item.title);
  return `- [ ] ${words}${needsId ? ` <!-- id: ${item.id} -->` : ''}`;
}

export function renderSectionTitle(title: string, options: RenderOptions): string {
  return options.isPlain ? `${plainLine(title)}:` : heading((options.headingLevel ?? 3) + 1, title);
}

function renderTitle(title: string, options: RenderOptions): string {
  return options.isPlain ? plainLine(title).replace(/:$/, '\\:') : heading(options.headingLevel ?? 3, title);
}

/** Number signs at the end of a heading are taken for its closing sequence. */
function heading(level: number, title: string): string {
  return `${'#'.repeat(Math.min(6, level))} ${markdownOf(title).replace(/(^| )(#+)$/, '$1\\$2')}`;
}

/** A line that is a paragraph, whatever the title begins with. */
function plainLine(title: string): string {
  return markdownOf(title)
    .replace(/^(?=[-+*>#=~|<_[`])/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}
