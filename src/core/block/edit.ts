import { outlineOf, type Entry, type Outline, type Task } from '../markdown/outline.ts';
import { joinsItemAbove, runsOn } from '../markdown/runsOn.ts';
import { insert, replace, type TextEdit } from '../text/edits.ts';
import { leadingSpace, lineEndingOf, widthOf } from '../text/lines.ts';
import { blocksIn, itemIn } from './find.ts';
import { checkedAtLine, memoryEntries, recheckLine } from './memory.ts';
import type { ItemRef, ItemState } from './model.ts';
import { notApplicable, safeText, setStrike } from './wording.ts';

/**
 * Edits that give one item a state and leave every other character alone. Empty when the item already has that state,
 * or when no such item is in the text (ask `findItem` to tell the two apart). What was to be checked again is answered by that.
 * `commit` is written below a settled item where the record itself is about another one.
 */
export function setItemState(text: string, at: ItemRef, state: ItemState, commit?: string): TextEdit[] {
  const found = taskOf(text, at);
  if (!found) return [];
  const { task, outline } = found;
  const isChecked = state.kind === 'done' || state.kind === 'n/a';
  const memory = isChecked && commit !== undefined ? checkedAtLine(commit) : undefined;
  return [
    ...(task.isChecked === isChecked ? [] : [replace(task.mark.start, task.mark.end, isChecked ? 'x' : ' ')]),
    ...setStrike(text, task.content, notApplicable, state.kind === 'n/a' ? state.reason : undefined),
    ...editProblem(outline, task, state),
    ...editMemory(outline, task, memory),
    ...removeEntries(outline, task, goneEntries(task, state, memory)),
  ];
}

/** Edits that write below a settled item what changed since; `undefined` takes that away. Empty for an item that is gone. */
export function setRecheck(text: string, at: ItemRef, words: string | undefined): TextEdit[] {
  const found = taskOf(text, at);
  if (!found) return [];
  const { task, outline } = found;
  const own = memoryEntries(task.entries);
  const line = words === undefined ? undefined : recheckLine(words);
  return [...editMemory(outline, task, line), ...removeEntries(outline, task, line === undefined ? own : own.slice(1))];
}

/** Edits that add a `Note:` entry below the item, after the notes it has. Empty for an empty note or an item that is gone. */
export function addNote(text: string, at: ItemRef, note: string): TextEdit[] {
  const found = taskOf(text, at);
  if (!found || safeText(note) === '') return [];
  const { task, outline } = found;
  const last = task.entries.findLast((entry) => entry.label === 'note' || entry.label === 'problem');
  const place = last ? placeBelow(outline, task, last) : task.entryPlace;
  return [insertEntry(outline, place, `Note: ${safeText(note)}`)];
}

function taskOf(text: string, at: ItemRef): { task: Task; outline: Outline } | undefined {
  const outline = outlineOf(text);
  const item = itemIn(blocksIn(outline), at);
  const task = item && outline.nodes.find((node): node is Task => node.kind === 'task' && node.line === item.line);
  return task && { task, outline };
}

/** As deep as the entry, or as what follows where that would become nested below the new one. */
function placeBelow({ lines }: Outline, task: Task, entry: Entry): Task['entryPlace'] {
  let next = entry.endLine;
  while (next < task.endLine && lines.isBlank(next)) next++;
  const own = leadingSpace(lines.textOf(entry.line));
  const following = next < task.endLine ? leadingSpace(lines.textOf(next)) : '';
  const isDeeper = widthOf(following) >= widthOf(own) + 2;
  return { afterLine: entry.endLine - 1, prefix: `${isDeeper ? following : own}- ` };
}

/** The problem's text stays below a ticked item: how it was solved is worth as much as that it is solved. */
function editProblem(outline: Outline, task: Task, state: ItemState): TextEdit[] {
  if (state.kind !== 'problem') return [];
  const first = task.entries.find((entry) => entry.label === 'problem');
  if (!first) return [insertEntry(outline, task.entryPlace, `Problem: ${safeText(state.note)}`)];
  return safeText(first.text) === safeText(state.note) ? [] : [rewriteEntry(outline, first, state.note)];
}

/** One line tells which commit the answer is about: the first that is there is written anew. */
function editMemory(outline: Outline, task: Task, line: string | undefined): TextEdit[] {
  if (line === undefined) return [];
  const [first] = memoryEntries(task.entries);
  if (!first) return [insertEntry(outline, task.entryPlace, safeText(line))];
  const { lines } = outline;
  const start = first.labelEnd - first.label.length - 1;
  const end = lines.endOf(first.endLine - 1);
  return lines.text.slice(start, end) === safeText(line) ? [] : [replace(start, end, safeText(line))];
}

function goneEntries(task: Task, state: ItemState, memory: string | undefined): Entry[] {
  const own = memoryEntries(task.entries).slice(memory === undefined ? 0 : 1);
  return task.entries.filter((entry) => own.includes(entry) || (state.kind === 'open' && entry.label === 'problem'));
}

function insertEntry({ lines }: Outline, place: Task['entryPlace'], words: string): TextEdit {
  const lineEnding = lineEndingOf(lines.text);
  const line = `${place.prefix}${words}`.trimEnd();
  const isGap = joinsItemAbove(lines.textOf(place.afterLine + 1));
  return insert(lines.endOf(place.afterLine), lineEnding + line + (isGap ? lineEnding : ''));
}

function rewriteEntry({ lines }: Outline, { labelEnd, endLine }: Entry, words: string): TextEdit {
  return replace(labelEnd, lines.endOf(endLine - 1), ` ${safeText(words)}`.trimEnd());
}

/** A blank line stays where the next line would run into the item's words: a `---` there makes a heading of them. */
function removeEntries({ lines }: Outline, task: Task, entries: readonly Entry[]): TextEdit[] {
  let wordsEndLine = task.paragraphEndLine;
  return entries.map((entry) => {
    const isBelowWords = entry.line - 1 === wordsEndLine;
    const isGap = isBelowWords && entry.endLine < task.endLine && runsOn(lines.textOf(entry.endLine));
    if (isBelowWords && !isGap) wordsEndLine = entry.endLine - 1;
    const newText = isGap ? lineEndingOf(lines.text) : '';
    return replace(lines.endOf(entry.line - 1), lines.endOf(entry.endLine - 1), newText);
  });
}
