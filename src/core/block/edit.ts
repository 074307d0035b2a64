import { outlineOf, type Entry, type Outline, type Task } from '../markdown/outline.ts';
import { insert, replace, type TextEdit } from '../text/edits.ts';
import { lineEndingOf } from '../text/lines.ts';
import { findItem } from './find.ts';
import type { ItemRef, ItemState } from './model.ts';
import { notApplicableWording, readWording, safeText } from './wording.ts';

/**
 * Edits that give one item a state and leave every other character alone. Empty when the item already has that state,
 * or when no such item is in the text (ask `findItem` to tell the two apart).
 */
export function setItemState(text: string, at: ItemRef, state: ItemState): TextEdit[] {
  const found = taskOf(text, at);
  if (!found) return [];
  const { task, outline } = found;
  const isChecked = state.kind === 'done' || state.kind === 'n/a';
  return [
    ...(task.isChecked === isChecked ? [] : [replace(task.mark.start, task.mark.end, isChecked ? 'x' : ' ')]),
    ...editWording(text, task, state),
    ...editProblem(outline, task, state),
  ];
}

/** Edits that add a `Note:` entry below the item, after the notes it has. Empty for an empty note or an item that is gone. */
export function addNote(text: string, at: ItemRef, note: string): TextEdit[] {
  const found = taskOf(text, at);
  if (!found || safeText(note) === '') return [];
  const { task, outline } = found;
  const last = task.entries.findLast((entry) => entry.label === 'note' || entry.label === 'problem');
  return [insertEntry(outline, task, last ? last.endLine - 1 : task.paragraphEndLine, 'Note', note)];
}

function taskOf(text: string, at: ItemRef): { task: Task; outline: Outline } | undefined {
  const item = findItem(text, at);
  if (!item) return undefined;
  const outline = outlineOf(text);
  const task = outline.nodes.find((node): node is Task => node.kind === 'task' && node.line === item.line);
  return task && { task, outline };
}

function editWording(text: string, task: Task, state: ItemState): TextEdit[] {
  const { start, end } = task.content;
  const content = text.slice(start, end);
  const { words, notApplicable } = readWording(content);
  if (state.kind === 'n/a') {
    const { before, after } = notApplicableWording(state.reason);
    if (notApplicable === undefined) return [insert(start, before), insert(end, after)];
    const wordsEnd = start + before.length + words.length;
    return text.slice(wordsEnd, end) === after ? [] : [replace(wordsEnd, end, after)];
  }
  if (notApplicable === undefined) return [];
  const wordsStart = start + content.indexOf(words);
  return [replace(start, wordsStart, ''), replace(wordsStart + words.length, end, '')];
}

/** The problem's text stays below a ticked item: how it was solved is worth as much as that it is solved. */
function editProblem(outline: Outline, task: Task, state: ItemState): TextEdit[] {
  const old = task.entries.find((entry) => entry.label === 'problem');
  if (state.kind === 'problem') {
    if (!old) return [insertEntry(outline, task, task.paragraphEndLine, 'Problem', state.note)];
    return old.text === safeText(state.note) ? [] : [rewriteEntry(outline, old, state.note)];
  }
  return state.kind === 'open' && old ? [removeEntry(outline, old)] : [];
}

function insertEntry(outline: Outline, task: Task, afterLine: number, label: string, words: string): TextEdit {
  const { lines } = outline;
  return insert(lines.endOf(afterLine), `${lineEndingOf(lines.text)}${task.indent}- ${label}: ${safeText(words)}`);
}

function rewriteEntry({ lines }: Outline, entry: Entry, words: string): TextEdit {
  const { start, end } = lines.rangeOf(entry.line, entry.endLine);
  const label = /^.*?:[ \t]*/.exec(lines.text.slice(start, end))![0];
  return replace(start + label.length, end, (label.endsWith(':') ? ' ' : '') + safeText(words));
}

function removeEntry({ lines }: Outline, entry: Entry): TextEdit {
  return replace(lines.endOf(entry.line - 1), lines.endOf(entry.endLine - 1), '');
}
