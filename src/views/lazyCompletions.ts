import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';

/** Where reviews are written. A comment box is a Markdown document. */
const LANGUAGES = ['markdown', 'prompt', 'instructions', 'chatagent', 'skill', 'git-commit', 'scminput'];

/**
 * Registers `/rv` at the start of a word as the way to type a review snippet, and `rv` with Ctrl+Space. Quick suggestions are off in
 * Markdown and no letter can trigger suggestions, so the slash does. Its list has `/rv` first, so that Enter writes no comment by
 * accident, and asks again at the next letter, so that a path such as `/usr` closes it. The manifest contributes no snippets: VS Code
 * would offer them a second time, also those that a team has replaced, without the team's labels.
 */
export function completeSnippets(mentor: () => Promise<Mentor>): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    LANGUAGES,
    {
      provideCompletionItems: async (document, position, _token, { triggerKind }) => {
        const before = document.lineAt(position).text.slice(0, position.character);
        const typed = /(?:^|[\s(])(\/r?|\/?rv[\w-]*)$/.exec(before)?.[1];
        if (typed === undefined) return undefined;
        const range = new vscode.Range(position.translate(0, -typed.length), position);
        if (!typed.startsWith('/') && triggerKind !== vscode.CompletionTriggerKind.Invoke) return undefined;
        const [{ completions }, opened] = await Promise.all([import('./snippets/completions.ts'), mentor()]);
        const items = await completions(opened, document, range);
        return typed.includes('rv') ? items : new vscode.CompletionList([start(range), ...items], true);
      },
    },
    '/',
  );
}

function start(range: vscode.Range): vscode.CompletionItem {
  const description = vscode.l10n.t('Review snippets');
  const item = new vscode.CompletionItem({ label: '/rv', description }, vscode.CompletionItemKind.Snippet);
  item.range = range;
  item.sortText = '0';
  item.preselect = true;
  item.command = { command: 'editor.action.triggerSuggest', title: description };
  return item;
}
