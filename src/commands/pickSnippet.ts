import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { isFound, labelWords } from '../core/snippet/search.ts';
import { previewOf } from '../core/snippet/snippet.ts';
import type { SnippetEntry } from '../core/snippet/snippetLibrary.ts';
import { originWords } from '../words/checklistWords.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly snippet?: SnippetEntry;
}

/** Asks which comment to insert. Every word that is typed is looked for in label, topic, title, prefix and text; the whole text is shown. */
export async function pickSnippet(mentor: Mentor): Promise<SnippetEntry | undefined> {
  const snippets = await mentor.snippets.snippets();
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = l10n.t('Insert Review Snippet');
  picker.placeholder = l10n.t('What do you want to say? Search by label, topic or text');
  picker.items = rows(snippets, '');
  picker.onDidChangeValue((query) => {
    picker.items = rows(snippets, query);
    if (!snippets.some((one) => isFound(one, query)))
      picker.prompt = l10n.t('No comment has all of these words. Try fewer.');
  });
  // Nothing is active when nothing is found: then the search has said so.
  picker.onDidChangeActive(([row]) => {
    if (row?.snippet) picker.prompt = previewOf(row.snippet).trim();
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [row] = picker.selectedItems;
      if (!row) return;
      resolve(row.snippet);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

/**
 * All rows each time and in one order: VS Code tells by their number which one was taken, also when Enter is faster than a new list.
 * Those that are found are always shown, since VS Code itself looks for the words in the title only, which hides the others.
 */
function rows(snippets: readonly SnippetEntry[], query: string): Row[] {
  return Array.from(Map.groupBy(snippets, ({ topic }) => topic)).flatMap(([topic, all]): Row[] => [
    { label: topic || l10n.t('Other'), kind: vscode.QuickPickItemKind.Separator },
    ...all.map((snippet) => ({
      snippet,
      label: snippet.title,
      description: [labelWords(snippet.body), snippet.prefixes[0], originWords(snippet)].filter(Boolean).join(' · '),
      detail: snippet.description || previewOf(snippet).replace(/\s+/g, ' '),
      alwaysShow: isFound(snippet, query),
    })),
  ]);
}
