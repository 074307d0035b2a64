import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { insert, replace, type Range, type TextEdit } from './edits.ts';
import { Lines, lineEndingOf } from './lines.ts';

/** Longer front matter is not read: nobody writes it by hand, and a YAML parser is slow on hostile input. */
const MAX_LENGTH = 64 * 1024;

/** The value of one key, as text. Lists are lists of text; a nested map is flattened to `outer.inner`. */
export interface FrontMatterValue {
  readonly text: string;
  /** The entries, when the value is a list. */
  readonly list?: readonly string[];
  /** Where the value stands in the whole text. Empty, at the end of the key, for a key without a value. */
  readonly range: Range;
}

export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly range: Range;
  /** 0-based line after the closing `---`. */
  readonly bodyLine: number;
  readonly values: ReadonlyMap<string, FrontMatterValue>;
  /** YAML faults, as the library words them, with their place in the whole text. */
  readonly faults: readonly { readonly message: string; readonly range: Range }[];
}

/** `undefined` when the text does not begin with a closed `---` block (a byte order mark before it is fine). */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/.exec(text);
  if (!opening) return undefined;
  const yamlStart = opening[0].length;
  // Without the `m` flag, to which U+2028 is a line ending; to Markdown and YAML it is not.
  const closing = /(?<![^\r\n])---[ \t]*(?![^\r\n])/.exec(text.slice(yamlStart, yamlStart + MAX_LENGTH));
  if (!closing) return undefined;
  const yamlEnd = yamlStart + closing.index;
  const range = { start: opening[0].startsWith('\uFEFF') ? 1 : 0, end: yamlEnd + closing[0].length };
  const values = new Map<string, FrontMatterValue>();
  const document = parseDocument(text.slice(yamlStart, yamlEnd).replace(/\r(?!\n)/g, '\n'), {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const at = (offset: number): number => yamlStart + Math.min(Math.max(0, offset), yamlEnd - yamlStart);
  const faults = document.errors.map((error) => ({
    message: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
    range: { start: at(error.pos[0]), end: at(error.pos[1]) },
  }));
  collect(document.contents, '', 0);
  return { range, bodyLine: new Lines(text.slice(0, range.end)).count, values, faults };

  function collect(node: unknown, prefix: string, depth: number): void {
    if (!isMap(node) || depth > 3) return;
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const key = prefix + String(pair.key.value);
      const value = pair.value;
      if (isMap(value)) collect(value, `${key}.`, depth + 1);
      else values.set(key, valueOf(value, at(pair.key.range?.[1] ?? 0)));
    }
  }

  function valueOf(node: unknown, fallback: number): FrontMatterValue {
    const empty = { start: fallback, end: fallback };
    if (isSeq(node)) {
      const list = node.items.map((item) => textIn(item)).filter((item) => item !== '');
      const span = node.range ? { start: at(node.range[0]), end: at(node.range[1]) } : empty;
      return { text: list.join(', '), list, range: span };
    }
    if (!isScalar(node) || !node.range || node.range[0] === node.range[1]) return { text: '', range: empty };
    return { text: textIn(node).trim(), range: { start: at(node.range[0]), end: at(node.range[1]) } };
  }
}

/** The failsafe schema makes every scalar a string; a hand-written tag may make it something else, which is not read. */
function textIn(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

/** The entries of a list value; a single text counts as a list of one; absent or empty is an empty list. */
export function listOf(value: FrontMatterValue | undefined): readonly string[] {
  if (!value) return [];
  return value.list ?? (value.text === '' ? [] : [value.text]);
}

/**
 * Edits that give one top-level key a new text value and leave every other byte alone. The key is added at the end of
 * the front matter when it is missing. An empty list means that nothing can be done safely: there is no front matter,
 * or the new text would read back differently.
 */
export function setFrontMatterValue(text: string, key: string, value: string): TextEdit[] {
  const front = readFrontMatter(text);
  if (!front) return [];
  const written = quoted(value);
  const old = front.values.get(key);
  const edits = old ? [rewrite(text, old, written)] : [append(text, front, key, written)];
  return readsBack(text, front, edits, key, value) ? edits : [];
}

function append(text: string, front: FrontMatter, key: string, written: string): TextEdit {
  const closing = front.range.end - /---[ \t]*$/.exec(text.slice(0, front.range.end))![0].length;
  return insert(closing, `${key}: ${written}${lineEndingOf(text)}`);
}

function rewrite(text: string, old: FrontMatterValue, written: string): TextEdit {
  const { start, end } = old.range;
  if (start !== end) return replace(start, start + text.slice(start, end).trimEnd().length, written);
  const colon = text.indexOf(':', start);
  return insert(colon + 1, ` ${written}`);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

/** Plain where YAML reads it back as the same text without doubt; otherwise a JSON string, which YAML reads too. */
function quoted(value: string): string {
  const isPlain = MOMENT.test(value) || /^[A-Za-z0-9][\w./+()-]*(?: [\w./+()-]+)*$/.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function readsBack(text: string, before: FrontMatter, edits: readonly TextEdit[], key: string, value: string): boolean {
  let changed = text;
  for (const edit of edits) changed = changed.slice(0, edit.range.start) + edit.newText + changed.slice(edit.range.end);
  const after = readFrontMatter(changed);
  if (!after || after.values.get(key)?.text !== value.trim()) return false;
  for (const [other, { text: old }] of before.values)
    if (other !== key && after.values.get(other)?.text !== old) return false;
  return after.values.size === before.values.size + (before.values.has(key) ? 0 : 1);
}
