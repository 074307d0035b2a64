import type { Outline } from '../markdown/outline.ts';
import { outlineOf } from '../markdown/outline.ts';
import { plainText } from '../markdown/plainText.ts';
import { insert, type Range, type TextEdit } from '../text/edits.ts';
import { lineEndingOf } from '../text/lines.ts';

/** One `##` section of a record, outside its blocks. */
export interface RecordSection {
  readonly title: string;
  /** 0-based line of the heading. */
  readonly line: number;
  /** From the line after the heading to the next heading of this or a higher level, a block, or the end. */
  readonly body: Range;
}

/** The sections of a record, in order. Headings inside a checklist block belong to the block. */
export function sectionsOf(text: string): RecordSection[] {
  const outline = outlineOf(text);
  const bounds = boundsOf(outline);
  return bounds.flatMap(({ title, line }, index) => {
    if (title === undefined) return [];
    const start = outline.lines.startOf(line + 1);
    const end = outline.lines.startOf(bounds[index + 1]?.line ?? outline.lines.count);
    return [{ title, line, body: { start, end: Math.max(start, end) } }];
  });
}

/** Sections are found by their title, whatever its case. `undefined` when the user took it out. */
export function findSection(text: string, title: string): RecordSection | undefined {
  return sectionsOf(text).find((section) => section.title.toLowerCase() === title.toLowerCase());
}

/** What a section says, without surrounding blank lines and without HTML comments. Empty when there is no such section. */
export function sectionText(text: string, title: string): string {
  const section = findSection(text, title);
  if (!section) return '';
  return text
    .slice(section.body.start, section.body.end)
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** Edits that put lines at the end of a section; the section comes last in the text when it is missing. */
export function appendToSection(text: string, title: string, lines: readonly string[]): TextEdit[] {
  const lineEnding = lineEndingOf(text);
  const words = lines.join(lineEnding);
  const section = findSection(text, title);
  if (!section)
    return [
      insert(text.length, `${gapAtEnd(text, lineEnding)}## ${title}${lineEnding}${lineEnding}${words}${lineEnding}`),
    ];
  const body = text.slice(section.body.start, section.body.end);
  const kept = body.trimEnd().length;
  const offset = section.body.start + kept;
  if (kept === 0)
    return [
      insert(
        section.body.start,
        `${/[\r\n]$/.test(text.slice(0, section.body.start)) ? '' : lineEnding}${lineEnding}${words}${lineEnding}`,
      ),
    ];
  return [insert(offset, `${lineEnding}${words}`)];
}

function gapAtEnd(text: string, lineEnding: string): string {
  if (/(\r?\n){2}$/.test(text) || text === '') return '';
  return /\r?\n$/.test(text) ? lineEnding : lineEnding + lineEnding;
}

/** Where sections begin and end: headings of the first two levels and block markers, outside blocks. */
function boundsOf({ nodes }: Outline): { line: number; title?: string }[] {
  const bounds: { line: number; title?: string }[] = [];
  let isInBlock = false;
  for (const node of nodes) {
    if (node.kind === 'comment' && /^<!--\s*\/?tpm:checklist\b/.test(node.text)) {
      isInBlock = !/^<!--\s*\//.test(node.text);
      bounds.push({ line: isInBlock ? node.line : node.endLine });
    } else if (node.kind === 'heading' && node.level <= 2 && !isInBlock) {
      bounds.push(node.level === 2 ? { line: node.line, title: plainText(node.title) } : { line: node.line });
    }
  }
  return bounds;
}
