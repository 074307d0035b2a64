import * as vscode from 'vscode';
import { isReviewInProgress, renderFindingsRecord } from '../../core/finding/review.ts';
import type { Mentor } from '../../core/mentor.ts';
import { isRecord } from '../../core/record/parse.ts';
import { recordsFolder } from '../recordsPlace.ts';

const { l10n } = vscode;

/**
 * The record that a new finding goes to: the one in the active editor, the review that was looked at or written to last, the only
 * one; else the user picks. A new one where there is none. `undefined` on Escape.
 */
export async function reviewRecord(mentor: Mentor): Promise<string | undefined> {
  const inEditor = recordInEditor();
  if (inEditor !== undefined) return inEditor;
  const reviews = (await mentor.records.entries()).filter(isReviewInProgress);
  const known = [mentor.focus.record?.uri, mentor.lastReview].find((uri) => reviews.some((one) => one.uri === uri));
  if (known !== undefined) return known;
  if (reviews.length === 1) return reviews[0]!.uri;
  if (!reviews.length) return startReview(mentor);
  const choice = await vscode.window.showQuickPick(
    [
      ...reviews.map(({ uri, info, name }) => ({ uri, label: info.title || name, description: info.branch ?? '' })),
      { uri: undefined, label: l10n.t('$(add) New Review Record'), description: '' },
    ],
    { title: l10n.t('Add Finding'), placeHolder: l10n.t('Which review does this belong to?'), ignoreFocusOut: true },
  );
  return choice && (choice.uri ?? startReview(mentor));
}

/** The record in the active editor, an untitled one included. */
export function recordInEditor(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' && isRecord(document.getText()) ? document.uri.toString() : undefined;
}

async function startReview(mentor: Mentor): Promise<string | undefined> {
  const folder = await recordsFolder(mentor);
  if (!folder) return undefined;
  const branch = (await mentor.host.changes.options())[0]?.branch;
  const about = branch ?? vscode.workspace.name;
  const title = about === undefined ? l10n.t('Review') : l10n.t('Review of {0}', about);
  const text = renderFindingsRecord({
    title,
    created: mentor.host.clock.now(),
    ...(branch === undefined ? {} : { branch }),
  });
  return mentor.records.create(folder.place, title, text, folder.workspace);
}
