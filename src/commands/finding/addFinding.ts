import * as vscode from 'vscode';
import { addFinding as findingEdits, type NewPlace } from '../../core/finding/edit.ts';
import type { FindingWords } from '../../core/finding/model.ts';
import { singleLine } from '../../core/text/lines.ts';
import { labelText } from '../../core/finding/comment.ts';
import type { Mentor } from '../../core/mentor.ts';
import { UserError } from '../../core/userError.ts';
import { askWords, changeRecord } from '../recordText.ts';
import type { Verb } from '../verb.ts';
import { isTyped } from './arguments.ts';
import { recordInEditor, reviewRecord } from './reviewRecord.ts';
import { labelled, pickLabel } from './words.ts';

const { l10n } = vscode;

/**
 * Writes a finding into a review record: from a new box in the gutter, or for the line at the cursor. In a record, or with no editor,
 * it is about the change as a whole. Nothing is written before all questions are answered.
 */
export const addFinding: Verb = async (mentor, argument) => {
  const place = isTyped(argument)
    ? await placeAt(mentor, argument.thread.uri, argument.thread.range?.start.line ?? 0)
    : await placeInEditor(mentor, argument);
  const words = isTyped(argument) ? await labelled(mentor, argument.text) : await askFor(mentor, place);
  const uri = words && (isRecordRow(argument) ? argument.target.uri : await reviewRecord(mentor));
  if (!words || uri === undefined) return;
  await changeRecord(mentor, uri, (text) => findingEdits(text, words, place).edits);
  mentor.lastReview = uri;
  if (isTyped(argument)) argument.thread.dispose(); // the finding has a thread of its own now
  const title = (await mentor.records.find(uri))?.info.title;
  vscode.window.setStatusBarMessage(title ? l10n.t('Finding added to "{0}"', title) : l10n.t('Finding added'), 5000);
};

/** A row of In Progress, or a lens of a record: the finding is for that record. */
function isRecordRow(argument: unknown): argument is { readonly target: { readonly uri: string } } {
  return typeof argument === 'object' && argument !== null && 'target' in argument;
}

async function placeInEditor(mentor: Mentor, argument: unknown): Promise<NewPlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || isRecordRow(argument) || recordInEditor() !== undefined) return undefined;
  return placeAt(mentor, editor.document.uri, editor.selection.start.line);
}

async function placeAt(mentor: Mentor, uri: vscode.Uri, line: number): Promise<NewPlace> {
  const path = mentor.host.places.pathOf(uri.toString());
  const text = path === undefined ? undefined : await mentor.host.files.read(uri.toString());
  if (path === undefined || text === undefined)
    throw new UserError(
      l10n.t('A finding can point only to files of the workspace. Open one, or run this in the review record.'),
    );
  return { path, line, text };
}

/** Two short answers: the label, the words. */
async function askFor(mentor: Mentor, place: NewPlace | undefined): Promise<FindingWords | undefined> {
  const where = place ? `${place.path}:${place.line + 1}` : l10n.t('the change as a whole');
  const label = await pickLabel(mentor, l10n.t('About {0}', where));
  if (!label) return undefined;
  const code = place ? singleLine(place.text.split(/\r\n?|\n/)[place.line] ?? '').slice(0, 80) : '';
  const subject = await askWords(
    l10n.t('Add Finding: {0}', labelText(label)),
    code === '' ? l10n.t('About {0}', where) : `${where}  ${code}`,
    l10n.t('What is it, and why does it matter?'),
  );
  return subject === undefined ? undefined : { ...label, subject, body: '' };
}
