import * as vscode from 'vscode';
import { itemsOf } from '../core/checklist/model.ts';
import { plainText } from '../core/markdown/plainText.ts';
import { UserError } from '../core/userError.ts';
import { itemInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Copies the mentoring question of the item, to be asked in a chat or a review. */
export const copyQuestion: Verb = async (mentor, argument) => {
  const { item: ref } = itemInFocus(mentor, argument);
  const entry = await mentor.checklists.find(ref.checklist);
  const item = entry && itemsOf(entry.checklist).find((one) => one.id === ref.id);
  if (!item?.ask) throw new UserError(l10n.t('This item has no question in its checklist.'));
  await vscode.env.clipboard.writeText(plainText(item.ask));
  vscode.window.setStatusBarMessage(l10n.t('Copied: {0}', plainText(item.ask)), 4000);
};
