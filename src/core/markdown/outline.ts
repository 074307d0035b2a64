import MarkdownIt, { type Token } from 'markdown-it';
import type { Range } from '../text/edits.ts';
import { Lines, leadingSpace, widthOf } from '../text/lines.ts';
import { readFrontMatter, type FrontMatter } from '../text/frontMatter.ts';

/** The parts of a Markdown text that checklists and blocks are made of, in order, all of them at the top level. */
export type OutlineNode = Heading | Comment | Paragraph | Task;

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly title: string;
  readonly line: number;
  /** The line after the heading; an underlined one has two lines. */
  readonly endLine: number;
}

export interface Comment {
  readonly kind: 'comment';
  readonly line: number;
  /** The line after the comment. */
  readonly endLine: number;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** One task-list line with all that is nested below it. */
export interface Task {
  readonly kind: 'task';
  /** The line of the brackets. */
  readonly line: number;
  /** The line of the list marker: nearly always the same one. */
  readonly startLine: number;
  /** The line after the last line with text of this item. */
  readonly endLine: number;
  /** The one character between the brackets. */
  readonly mark: Range;
  readonly isChecked: boolean;
  /** The words behind the brackets on that first line, without a trailing `<!-- id: ... -->` and spaces. */
  readonly content: Range;
  /** The id that the line gives itself, if it does. */
  readonly ownId?: string;
  /** The last line of the item's first paragraph, where nested entries begin. */
  readonly paragraphEndLine: number;
  /** Where a new nested entry goes and what it begins with, so that it swallows nothing that is nested already. */
  readonly entryPlace: { readonly afterLine: number; readonly prefix: string };
  /** Nested list entries of the form `Label: text`, first level only. */
  readonly entries: readonly Entry[];
  /** Whether anything but labelled entries is nested below the item. */
  readonly hasOtherChildren: boolean;
}

export interface Entry {
  /** In lower case: `why`, `how`, `ask`, `problem`, ... */
  readonly label: string;
  /** Markdown of the entry without its label and its indentation, line endings as `\n`. */
  readonly text: string;
  /** The line of the list marker. */
  readonly line: number;
  /** The line after the last line with text of this entry. */
  readonly endLine: number;
  /** Offset behind the colon of the label. */
  readonly labelEnd: number;
}

export interface Outline {
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | undefined;
  readonly nodes: readonly OutlineNode[];
}

/** The preset's own nesting limit of 20 loses tasks below about ten levels; 100 keeps them and still bounds hostile input. */
const parser = new MarkdownIt('commonmark', { maxNesting: 100 });
parser.core.ruler.enableOnly(['normalize', 'block']);
parser.enable('table');

const COMMENT_LINE = /^ {0,3}<!--\s*\/?tpm:/;
/** HTML that ends elsewhere than at a blank line. */
const OTHER_HTML = /^ {0,3}<(?:(?:pre|script|style|textarea)\b|[!?])/i;

endHtmlAtMarkers(parser);

const ENTRY = /^([A-Z][a-z]+(?:[ -][a-z]+)?):(?=[ \t\n]|$)/;
const OWN_ID = /<!--[ \t]*id:[ \t]*([^\s>]+?)[ \t]*-->$/;
/** Struck through by hand, id and all. */
const STRUCK_ID = /<!--[ \t]*id:[ \t]*([^\s>]+?)[ \t]*-->[ \t]*~~ \(n\/a(?::.*)?\)$/is;

/** What was read last: views, lenses and edits ask for the same text one after the other. */
let last: Outline | undefined;

/** Reads any text; never throws. Front matter is recognised and left out of the nodes. */
export function outlineOf(text: string): Outline {
  return last?.lines.text === text ? last : (last = readOutline(text));
}

function readOutline(text: string): Outline {
  const lines = new Lines(text);
  const frontMatter = readFrontMatter(text);
  const bodyLine = frontMatter?.bodyLine ?? 0;
  const body = frontMatter ? '\n'.repeat(bodyLine) + text.slice(lines.startOf(bodyLine)) : text.replace(/^\uFEFF/, '');
  const nodes: OutlineNode[] = [];
  const tokens = parser.parse(body, {});
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.level === 0) {
      const node = topLevelNode(token, tokens[index + 1]);
      if (node) nodes.push(node);
    } else if (token.type === 'list_item_open' && token.level === 1) {
      const end = closingOf(tokens, index);
      const task = taskAt(tokens, index, end, lines);
      if (task) nodes.push(task);
      index = end;
    }
  }
  return { lines, frontMatter, nodes };
}

/**
 * A marker below `</details>` without a blank line in between is a marker to everyone who reads the text, though
 * CommonMark counts it to the HTML above it.
 */
function endHtmlAtMarkers(markdown: InstanceType<typeof MarkdownIt>): void {
  const { ruler } = markdown.block;
  const all = ruler.getRules('');
  ruler.disable('html_block');
  const others = ruler.getRules('');
  ruler.enable('html_block');
  const readHtml = all.find((rule) => !others.includes(rule))!;
  ruler.at(
    'html_block',
    (state, startLine, endLine, silent) => {
      const lineOf = (line: number): string => state.src.slice(state.bMarks[line], state.eMarks[line]);
      const first = lineOf(startLine);
      if (silent || !first.includes('<') || OTHER_HTML.test(first)) return readHtml(state, startLine, endLine, silent);
      let end = startLine + 1;
      while (end < endLine && !state.isEmpty(end) && !COMMENT_LINE.test(lineOf(end))) end++;
      return readHtml(state, startLine, end, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

function topLevelNode(token: Token, next: Token | undefined): OutlineNode | undefined {
  const [line, endLine] = token.map ?? [0, 0];
  if (token.type === 'heading_open')
    return { kind: 'heading', level: Number(token.tag.slice(1)), title: next?.content ?? '', line, endLine };
  if (token.type === 'paragraph_open') return { kind: 'paragraph', text: next?.content ?? '', line, endLine };
  if (token.type !== 'html_block' || !token.content.trimStart().startsWith('<!--')) return undefined;
  const text = token.content.trim();
  return { kind: 'comment', text, line, endLine: line + text.split('\n').length };
}

function taskAt(tokens: readonly Token[], open: number, close: number, lines: Lines): Task | undefined {
  const inline = tokens[open + 2];
  if (tokens[open + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline' || !inline.map) return undefined;
  const firstLine = inline.content.split('\n', 1)[0]!.trimEnd();
  if (!/^\[[ xX]\][ \t]+\S/.test(firstLine)) return undefined;
  const line = inline.map[0];
  const lineEnd = lines.startOf(line) + lines.textOf(line).trimEnd().length;
  const bracket = lineEnd - firstLine.length;
  const mark = lines.text[bracket + 1];
  if (lines.text[bracket] !== '[' || lines.text[bracket + 2] !== ']' || mark !== firstLine[1]) return undefined;
  const words = lines.text.slice(bracket + 3, lineEnd);
  const wordsStart = bracket + 3 + leadingSpace(words).length;
  const ownId = OWN_ID.exec(words);
  const beforeId = ownId ? bracket + 3 + words.slice(0, ownId.index).trimEnd().length : wordsStart;
  const id = (ownId ?? STRUCK_ID.exec(words))?.[1];
  const [from, to] = tokens[open]!.map ?? [line, line + 1];
  const paragraphEndLine = inline.map[1] - 1;
  const indent = lines.text.slice(lines.startOf(line), bracket).replace('\uFEFF', '').replace(/[^\t]/g, ' ');
  return {
    kind: 'task',
    line,
    startLine: from,
    endLine: lastTextLine(lines, from, to),
    mark: { start: bracket + 1, end: bracket + 2 },
    isChecked: mark !== ' ',
    content: { start: wordsStart, end: beforeId > wordsStart ? beforeId : lineEnd },
    ...(id === undefined ? {} : { ownId: id }),
    paragraphEndLine,
    entryPlace: entryPlaceOf(tokens.slice(open + 4, close), lines, { indent, paragraphEndLine }),
    ...childrenOf(tokens, open + 4, close, lines),
  };
}

/**
 * Below the item's own words, or below tables and very deep code, which would become part of an entry above them; as deep
 * as the next child where that one, two columns deeper, would become nested; wide enough to keep code out.
 */
function entryPlaceOf(
  children: readonly Token[],
  lines: Lines,
  { indent, paragraphEndLine }: { indent: string; paragraphEndLine: number },
): Task['entryPlace'] {
  let afterLine = paragraphEndLine;
  for (const { type, level, map, nesting } of children) {
    if (level !== 2 || nesting < 0 || !map) continue;
    const childIndent = leadingSpace(lines.textOf(map[0]));
    const depth = widthOf(childIndent) - widthOf(indent);
    const isStuck = depth > 7 || (depth > 3 && !lines.isBlank(map[0] - 1));
    if (type === 'table_open' || isStuck) afterLine = lastTextLine(lines, map[0], map[1]) - 1;
    else if (depth > 3) return { afterLine, prefix: `${indent}   -${' '.repeat(depth - 3)}` };
    else return { afterLine, prefix: `${depth < 2 ? indent : childIndent}- ` };
  }
  return { afterLine, prefix: `${indent}- ` };
}

function childrenOf(
  tokens: readonly Token[],
  from: number,
  close: number,
  lines: Lines,
): Pick<Task, 'entries' | 'hasOtherChildren'> {
  const entries: Entry[] = [];
  let hasOtherChildren = false;
  for (let index = from; index < close; index++) {
    const token = tokens[index]!;
    if (token.level === 2 && !token.type.endsWith('_list_open') && !token.type.endsWith('_list_close'))
      hasOtherChildren = true;
    if (token.type !== 'list_item_open' || token.level !== 3) continue;
    const entry = entryAt(tokens, index, lines);
    if (entry) entries.push(entry);
    else hasOtherChildren = true;
    index = closingOf(tokens, index);
  }
  return { entries, hasOtherChildren };
}

function entryAt(tokens: readonly Token[], open: number, lines: Lines): Entry | undefined {
  const inline = tokens[open + 2];
  if (tokens[open + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline' || !inline.map) return undefined;
  const label = ENTRY.exec(inline.content);
  if (!label) return undefined;
  const [line, end] = tokens[open]!.map ?? inline.map;
  const endLine = lastTextLine(lines, line, end);
  const labelLine = inline.map[0];
  const first = lines.textOf(labelLine);
  const column = first.indexOf(label[0]);
  const rest = Array.from({ length: endLine - labelLine - 1 }, (_, index) =>
    dedent(lines.textOf(labelLine + 1 + index), column),
  );
  return {
    label: label[1]!.toLowerCase(),
    text: [first.slice(column + label[0].length), ...rest].join('\n').trim(),
    line,
    endLine,
    labelEnd: lines.startOf(labelLine) + column + label[0].length,
  };
}

function dedent(line: string, columns: number): string {
  return line.slice(Math.min(columns, leadingSpace(line).length));
}

/** The token that closes the one at `open`: the next one of the same level. */
function closingOf(tokens: readonly Token[], open: number): number {
  const level = tokens[open]!.level;
  let index = open + 1;
  while (index < tokens.length - 1 && tokens[index]!.level > level) index++;
  return index;
}

function lastTextLine(lines: Lines, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && lines.isBlank(end - 1)) end--;
  return end;
}
