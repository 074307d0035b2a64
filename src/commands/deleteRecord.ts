import * as vscode from 'vscode';
import { recordInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Asks, then moves the record to the trash. */
export const deleteRecord: Verb = async (mentor, argument) => {
  const { uri } = recordInFocus(mentor, argument);
  const entry = await mentor.records.find(uri);
  const toTrash = l10n.t('Move to Trash');
  const choice = await vscode.window.showWarningMessage(
    l10n.t('Delete the record "{0}"?', entry?.info.title ?? vscode.Uri.parse(uri).path.split('/').at(-1)!),
    { modal: true, detail: l10n.t('Its ticks, notes and evidence go with it.') },
    toTrash,
  );
  if (choice === toTrash) await mentor.host.files.delete(uri);
};
