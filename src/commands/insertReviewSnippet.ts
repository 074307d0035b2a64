import * as vscode from 'vscode';
import { previewOf, type Snippet } from '../core/snippet/snippet.ts';
import type { Mentor } from '../core/mentor.ts';
import type { SnippetRow } from '../core/targets.ts';
import { UserError } from '../core/userError.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Inserts one review comment at the cursor, comment boxes included; without an editor, into a new untitled one. */
export const insertReviewSnippet: Verb = async (mentor, argument) => {
  const box = commentBoxOf(argument);
  const snippet = isSnippetRow(argument) ? argument.snippet : await pickSnippet(mentor);
  if (!snippet) return;
  const editor = box ?? vscode.window.activeTextEditor ?? (await newDraft());
  if (editor.document.uri.scheme !== 'comment') await focusOn(editor);
  await editor.insertSnippet(new vscode.SnippetString(snippet.body));
};

/** So that Tab goes through the placeholders. A comment box has no tab and keeps the focus by itself. */
async function focusOn({ document, viewColumn }: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(document, {
    preserveFocus: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}

/**
 * The comment box of the thread whose title button was pressed; `undefined` for any other argument. The button has taken the
 * focus from the box, and nothing links a box to its thread: it is known only where one box is open.
 */
function commentBoxOf(argument: unknown): vscode.TextEditor | undefined {
  if (typeof argument !== 'object' || argument === null || !('comments' in argument)) return undefined;
  const [box, ...more] = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === 'comment');
  if (!box) throw new UserError(l10n.t('Open a comment box in this thread first: press its reply field.'));
  if (more.length)
    throw new UserError(
      l10n.t('Several comment boxes are open. Put the cursor into one and run "TPM: Insert Review Snippet...".'),
    );
  return box;
}

async function newDraft(): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }));
}

function isSnippetRow(argument: unknown): argument is SnippetRow {
  return typeof argument === 'object' && argument !== null && 'snippet' in argument;
}

interface Row extends vscode.QuickPickItem {
  readonly snippet?: Snippet;
}

async function pickSnippet(mentor: Mentor): Promise<Snippet | undefined> {
  const snippets = await mentor.snippets.snippets();
  const rows = Array.from(
    Map.groupBy(snippets, ({ topic }) => topic),
    ([topic, all]): Row[] => [
      { label: topic || l10n.t('Other'), kind: vscode.QuickPickItemKind.Separator },
      ...all.map((snippet) => ({
        snippet,
        label: snippet.title,
        description: snippet.prefixes[0] ?? '',
        detail: previewOf(snippet).replace(/\s+/g, ' '),
      })),
    ],
  );
  const choice = await vscode.window.showQuickPick(rows.flat(), {
    title: l10n.t('Insert Review Snippet'),
    placeHolder: l10n.t('What do you want to say?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.snippet;
}
