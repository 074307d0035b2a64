import * as vscode from 'vscode';
import { addNote as noteEdits, setItemState } from '../core/block/edit.ts';
import { findItem } from '../core/block/find.ts';
import { untickedState, type BlockItem, type ItemState } from '../core/block/model.ts';
import type { Mentor } from '../core/mentor.ts';
import type { RecordTarget } from '../core/targets.ts';
import type { TextEdit } from '../core/text/edits.ts';
import { UserError } from '../core/userError.ts';
import { itemInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** What a click on the checkbox does. */
export const tick: Verb = (mentor, argument) =>
  setState(mentor, itemInFocus(mentor, argument), (item) =>
    item.state.kind === 'open' || item.state.kind === 'problem' ? { kind: 'done' } : untickedState(item),
  );

export const markDone: Verb = (mentor, argument) =>
  setState(mentor, itemInFocus(mentor, argument), () => ({ kind: 'done' }));

/** Unticks; a problem that was noted comes back into sight. On an item with a problem: takes the problem away. */
export const markOpen: Verb = (mentor, argument) =>
  setState(mentor, itemInFocus(mentor, argument), (item) =>
    item.state.kind === 'problem' ? { kind: 'open' } : untickedState(item),
  );

/** The answer holds for the branch as it is now. */
export const markRechecked: Verb = (mentor, argument) =>
  setState(mentor, itemInFocus(mentor, argument), (item) => item.state);

export const markNotApplicable: Verb = async (mentor, argument) => {
  const target = itemInFocus(mentor, argument);
  const item = await readItem(mentor, target);
  const reason = await ask(
    item,
    l10n.t('Why does this not apply?'),
    l10n.t('One line, for example: no schema change here'),
    item.state.kind === 'n/a' ? item.state.reason : '',
  );
  if (reason !== undefined) await setState(mentor, target, () => ({ kind: 'n/a', reason }));
};

export const reportProblem: Verb = async (mentor, argument) => {
  const target = itemInFocus(mentor, argument);
  const item = await readItem(mentor, target);
  const note = await ask(
    item,
    l10n.t('What is the problem?'),
    l10n.t('One line, for example: the migration cannot be undone'),
    item.problem ?? '',
  );
  if (note !== undefined) await setState(mentor, target, () => ({ kind: 'problem', note }));
};

export const addNote: Verb = async (mentor, argument) => {
  const target = itemInFocus(mentor, argument);
  const note = await ask(
    await readItem(mentor, target),
    l10n.t('Note'),
    l10n.t('What did you find? A number, a file, a link'),
    '',
  );
  if (note !== undefined) await change(mentor, target, (text) => noteEdits(text, target.item, note));
};

async function ask(item: BlockItem, prompt: string, placeHolder: string, value: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: item.title,
    prompt,
    placeHolder,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write a few words, or press Escape.') : undefined),
  });
}

async function readItem(mentor: Mentor, { uri, item }: Required<RecordTarget>): Promise<BlockItem> {
  const found = findItem((await mentor.host.files.read(uri)) ?? '', item);
  if (!found) throw gone();
  return found;
}

async function setState(
  mentor: Mentor,
  target: Required<RecordTarget>,
  stateOf: (item: BlockItem) => ItemState,
): Promise<void> {
  const commit = await mentor.reviews.commitToNote(target.uri);
  await change(mentor, target, (text, item) => setItemState(text, target.item, stateOf(item), commit));
}

async function change(
  mentor: Mentor,
  { uri, item }: Required<RecordTarget>,
  edit: (text: string, item: BlockItem) => TextEdit[],
): Promise<void> {
  let isThere = false;
  const outcome = await mentor.host.files.edit(uri, (text) => {
    const found = findItem(text, item);
    isThere = found !== undefined;
    return found ? edit(text, found) : [];
  });
  if (outcome === 'refused') throw new UserError(l10n.t('The record cannot be changed. Is the file read-only?'));
  if (!isThere) throw gone();
}

function gone(): UserError {
  return new UserError(l10n.t('That item is no longer in the record, so nothing was changed.'));
}
