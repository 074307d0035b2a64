import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { endOfLast, type TextEdit } from '../core/text/edits.ts';
import { UserError } from '../core/userError.ts';
import { recordInFocus } from './focusOf.ts';
import { showRecord } from './openItem.ts';

const { l10n } = vscode;

/** The record that a command is about: its URI and its text as it is now, unsaved edits included. */
export async function recordOf(mentor: Mentor, argument: unknown): Promise<{ uri: string; text: string }> {
  const { uri } = recordInFocus(mentor, argument);
  const text = await mentor.host.files.read(uri);
  if (text === undefined) throw new UserError(l10n.t('That record is gone.'));
  return { uri, text };
}

/** Changes the record's text; what cannot be changed is said. */
export async function changeRecord(
  mentor: Mentor,
  uri: string,
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  const outcome = await mentor.host.files.edit(uri, change);
  if (outcome === 'refused') throw new UserError(l10n.t('The record cannot be changed. Is the file read-only?'));
  if (outcome === 'gone') throw new UserError(l10n.t('That record is gone.'));
}

/** The same, and brings what was written into sight; the keyboard stays where it is. */
export async function changeAndShow(
  mentor: Mentor,
  uri: string,
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  let edits: readonly TextEdit[] = [];
  await changeRecord(mentor, uri, (text) => (edits = change(text)));
  const end = endOfLast(edits);
  if (end !== undefined) await showRecord({ uri }, { preserveFocus: true }, { start: end, end });
}

/** One line of words from the user; `undefined` on Escape. */
export function askWords(title: string, prompt: string, placeHolder: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    placeHolder,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write a few words, or press Escape.') : undefined),
  });
}
