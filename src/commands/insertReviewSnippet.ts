import * as vscode from 'vscode';
import { previewOf, type Snippet } from '../core/snippet/snippet.ts';
import type { Mentor } from '../core/mentor.ts';
import type { SnippetRow } from '../core/targets.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Inserts one review comment at the cursor, comment boxes included; without an editor, into a new untitled one. */
export const insertReviewSnippet: Verb = async (mentor, argument) => {
  const snippet = isSnippetRow(argument) ? argument.snippet : await pickSnippet(mentor);
  if (!snippet) return;
  const editor = vscode.window.activeTextEditor ?? (await newDraft());
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
