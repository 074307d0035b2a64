import * as vscode from 'vscode';
import { parseRecord } from '../core/record/parse.ts';
import { setFrontMatterValue } from '../core/text/frontMatter.ts';
import { changeRecord, recordOf } from './recordText.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** One name that answers for the record. */
export const setOwner: Verb = async (mentor, argument) => {
  const { uri, text } = await recordOf(mentor, argument);
  const { record } = parseRecord(text);
  const owner = await vscode.window.showInputBox({
    title: l10n.t('Owner of "{0}"', record.title),
    prompt: l10n.t('One name: who sees to it that this ends?'),
    value: record.owner ?? '',
    ignoreFocusOut: true,
  });
  if (owner !== undefined) await changeRecord(mentor, uri, (now) => setFrontMatterValue(now, 'owner', owner.trim()));
};
