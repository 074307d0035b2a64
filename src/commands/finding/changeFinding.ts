import * as vscode from 'vscode';
import { parseComment } from '../../core/finding/comment.ts';
import { addReply, removeFinding, setFindingWords, setReply } from '../../core/finding/edit.ts';
import { UserError } from '../../core/userError.ts';
import type { Verb } from '../verb.ts';
import { changeFinding, commentOf, isTyped, readFinding, targetOf } from './arguments.ts';
import { labels } from './words.ts';

const { l10n } = vscode;

export const replyToFinding: Verb = async (mentor, argument) => {
  const target = targetOf(argument);
  const reply = isTyped(argument) ? argument.text : '';
  if (reply.trim() === '') throw new UserError(l10n.t('Write your reply first.'));
  await changeFinding(mentor, target, (text) => addReply(text, target.finding, reply));
};

export const editFinding: Verb = async (_mentor, argument) => commentOf(argument).edit(true);

export const cancelFinding: Verb = async (_mentor, argument) => commentOf(argument).edit(false);

/** Writes what the edit box says. Without a label the finding keeps the one it has. */
export const saveFinding: Verb = async (mentor, argument) => {
  const comment = commentOf(argument);
  const { target } = comment;
  const { reply, finding: id } = target;
  const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
  if (text.trim() === '') throw new UserError(l10n.t('Write a few words, or press Cancel.'));
  if (reply !== undefined) await changeFinding(mentor, target, (now) => setReply(now, id, reply, text));
  else {
    const words = parseComment(text, await labels(mentor));
    if (words.subject === '') throw new UserError(l10n.t('Write what you found in the first line.'));
    const { label, decorations } = await readFinding(mentor, target);
    const kept = words.label === '' ? { ...words, label, decorations } : words;
    await changeFinding(mentor, target, (now) => setFindingWords(now, id, kept));
  }
  comment.edit(false);
};

/** Takes out one reply, or the finding with all its replies; asks first. */
export const deleteFinding: Verb = async (mentor, argument) => {
  const target = targetOf(argument);
  const { finding: id, reply } = target;
  const { subject, replies } = await readFinding(mentor, target);
  const isWhole = reply === undefined;
  const confirm = l10n.t('Delete');
  const choice = await vscode.window.showWarningMessage(
    isWhole ? l10n.t('Delete the finding "{0}"?', subject) : l10n.t('Delete this reply?'),
    {
      modal: true,
      detail:
        isWhole && replies.length
          ? l10n.t('Its replies go with it. Undo in the record brings it back.')
          : l10n.t('Undo in the record brings it back.'),
    },
    confirm,
  );
  if (choice !== confirm) return;
  await changeFinding(mentor, target, (text) => (isWhole ? removeFinding(text, id) : setReply(text, id, reply, '')));
};
