import MarkdownIt, { type Token } from 'markdown-it';
import type { Range } from '../text/edits.ts';
import { Lines } from '../text/lines.ts';
import { readFrontMatter, type FrontMatter } from '../text/frontMatter.ts';

/** The parts of a Markdown text that checklists and blocks are made of, in order, all of them at the top level. */
export type OutlineNode = Heading | Comment | Paragraph | Task;

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly title: string;
  readonly line: number;
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
  readonly line: number;
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
  /** The characters that indent a nested list: as wide as what stands before the bracket. */
  readonly indent: string;
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
  readonly line: number;
  /** The line after the last line with text of this entry. */
  readonly endLine: number;
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

const ENTRY = /^([A-Z][a-z]+(?: [a-z]+)?):(?:[ \t]+|$)/;
const OWN_ID = /[ \t]*<!--[ \t]*id:[ \t]*([^\s>]+)[ \t]*-->[ \t]*$/;

/** Reads any text; never throws. Front matter is recognised and left out of the nodes. */
export function outlineOf(text: string): Outline {
  const lines = new Lines(text);
  const frontMatter = readFrontMatter(text);
  const bodyLine = frontMatter?.bodyLine ?? 0;
  const body =
    (frontMatter ? '\n'.repeat(bodyLine) + text.slice(lines.startOf(bodyLine)) : text.replace(/^\uFEFF/, ' ')) || '';
  const nodes: OutlineNode[] = [];
  const tokens = parser.parse(body, {});
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.level === 0) {
      const node = topLevelNode(token, tokens[index + 1], lines);
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

function topLevelNode(token: Token, next: Token | undefined, lines: Lines): OutlineNode | undefined {
  const [line, endLine] = token.map ?? [0, 0];
  if (token.type === 'heading_open')
    return { kind: 'heading', level: Number(token.tag.slice(1)), title: next?.content ?? '', line };
  if (token.type === 'paragraph_open') return { kind: 'paragraph', text: next?.content ?? '', line, endLine };
  if (token.type !== 'html_block' || !token.content.trimStart().startsWith('<!--')) return undefined;
  return { kind: 'comment', text: token.content.trim(), line, endLine: lastTextLine(lines, line, endLine) };
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
  const ownId = OWN_ID.exec(words);
  const [from, to] = tokens[open]!.map ?? [line, line + 1];
  const children = childrenOf(tokens, open + 4, close, lines);
  return {
    kind: 'task',
    line,
    endLine: lastTextLine(lines, from, to),
    mark: { start: bracket + 1, end: bracket + 2 },
    isChecked: mark !== ' ',
    content: { start: bracket + 3 + /^[ \t]*/.exec(words)![0].length, end: lineEnd - (ownId?.[0].length ?? 0) },
    ...(ownId && ownId.index > 0 ? { ownId: ownId[1]! } : {}),
    paragraphEndLine: inline.map[1] - 1,
    indent: lines.text.slice(lines.startOf(line), bracket).replace(/[^\t]/g, ' '),
    ...children,
  };
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
  const label = inline?.type === 'inline' ? ENTRY.exec(inline.content) : null;
  if (!label || !inline?.map) return undefined;
  const [line, end] = tokens[open]!.map ?? inline.map;
  const endLine = lastTextLine(lines, line, end);
  const first = lines.textOf(line);
  const column = first.length - first.slice(first.indexOf(label[1]!)).length;
  const rest = Array.from({ length: endLine - line - 1 }, (_, index) => dedent(lines.textOf(line + 1 + index), column));
  return {
    label: label[1]!.toLowerCase(),
    text: [first.slice(column + label[0].length), ...rest].join('\n').trim(),
    line,
    endLine,
  };
}

function dedent(line: string, columns: number): string {
  return line.slice(Math.min(columns, /^[ \t]*/.exec(line)![0].length));
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
