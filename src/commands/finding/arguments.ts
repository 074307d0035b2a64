import * as vscode from 'vscode';
import { findFinding } from '../../core/finding/parse.ts';
import type { Finding, FindingRow } from '../../core/finding/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { TextEdit } from '../../core/text/edits.ts';
import { UserError } from '../../core/userError.ts';
import { changeRecord } from '../recordText.ts';

const { l10n } = vscode;

/** A comment of a finding, with its edit box. */
export interface EditableComment extends FindingRow {
  readonly body: string | vscode.MarkdownString;
  edit(isEditing: boolean): void;
}

/** What was typed into a comment box, and the thread it belongs to: an empty one while nothing was said there yet. */
export function isTyped(argument: unknown): argument is vscode.CommentReply {
  return typeof argument === 'object' && argument !== null && 'thread' in argument && 'text' in argument;
}

/** The finding that a command is called on: by a comment, by its thread, by what was typed there, or by a row. */
export function targetOf(argument: unknown): FindingRow['target'] {
  const [comment] = isThread(argument) ? argument.comments : isTyped(argument) ? argument.thread.comments : [argument];
  if (typeof comment === 'object' && comment !== null && 'target' in comment) {
    const { target } = comment as FindingRow;
    if (typeof target === 'object' && 'finding' in target) return target;
  }
  throw new UserError(l10n.t('Press this on a finding, in the box beside its line.'));
}

export function commentOf(argument: unknown): EditableComment {
  targetOf(argument);
  return argument as EditableComment;
}

/** The finding as it is in its record now. */
export async function readFinding(mentor: Mentor, { uri, finding }: FindingRow['target']): Promise<Finding> {
  const found = findFinding((await mentor.host.files.read(uri)) ?? '', finding);
  if (!found) throw gone();
  return found;
}

/** Changes a finding in its record; what cannot be changed is said. */
export async function changeFinding(
  mentor: Mentor,
  { uri, finding }: FindingRow['target'],
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  let isThere = false;
  await changeRecord(mentor, uri, (text) => {
    isThere = findFinding(text, finding) !== undefined;
    return isThere ? change(text) : [];
  });
  if (!isThere) throw gone();
}

function isThread(argument: unknown): argument is vscode.CommentThread {
  return typeof argument === 'object' && argument !== null && 'comments' in argument;
}

function gone(): UserError {
  return new UserError(l10n.t('That finding is no longer in the record, so nothing was changed.'));
}
