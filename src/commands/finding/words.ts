import * as vscode from 'vscode';
import { labelsFor, labelText, parseComment } from '../../core/finding/comment.ts';
import type { FindingWords } from '../../core/finding/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import { UserError } from '../../core/userError.ts';
import { labelSentence } from '../../words/findingWords.ts';

const { l10n } = vscode;

type Label = Pick<FindingWords, 'label' | 'decorations'>;

/** The labels that a comment may begin with, those of the snippets included. */
export async function labels(mentor: Mentor): Promise<string[]> {
  return labelsFor(await mentor.snippets.snippets());
}

/** What was typed, with a label: its own, else one that is asked for. `undefined` on Escape. */
export async function labelled(mentor: Mentor, text: string): Promise<FindingWords | undefined> {
  const words = parseComment(text, await labels(mentor));
  if (words.subject === '') throw new UserError(l10n.t('Write what you found in the first line.'));
  if (words.label !== '') return words;
  const label = await pickLabel(mentor, l10n.t('What kind of comment is this?'));
  return label && { ...words, ...label };
}

/** `undefined` on Escape. */
export async function pickLabel(mentor: Mentor, placeHolder: string): Promise<Label | undefined> {
  const all: Label[] = [
    { label: 'issue', decorations: ['blocking'] },
    ...(await labels(mentor)).map((label) => ({ label, decorations: [] })),
  ];
  const choice = await vscode.window.showQuickPick(
    all.map((one) => ({ one, label: labelText(one), detail: labelSentence(labelText(one)) })),
    { title: l10n.t('Add Finding'), placeHolder, ignoreFocusOut: true },
  );
  return choice?.one;
}
