import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';

/** Where reviews are written. A comment box is a Markdown document. */
const LANGUAGES = ['markdown', 'prompt', 'instructions', 'chatagent', 'skill', 'git-commit', 'scminput'];

/**
 * Registers `/rv` at the start of a word as the way to type a review snippet: quick suggestions are off in Markdown and no letter can
 * trigger suggestions, so the slash does. Its list has the slash itself first, so that Enter writes no comment by accident, and asks
 * again at the next letter, so that a path such as `/usr` closes it. `rv` with Ctrl+Space is VS Code's own: it knows the contributed
 * snippets and those of team and user files.
 */
export function completeSnippets(mentor: () => Promise<Mentor>): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    LANGUAGES,
    {
      provideCompletionItems: async (document, position) => {
        const before = document.lineAt(position).text.slice(0, position.character);
        const typed = /(?:^|[\s(])(\/(?:r|rv[\w-]*)?)$/.exec(before)?.[1];
        if (typed === undefined) return undefined;
        const range = new vscode.Range(position.translate(0, -typed.length), position);
        const [{ completions }, opened] = await Promise.all([import('./snippets/completions.ts'), mentor()]);
        const items = await completions(opened, document, range);
        return typed.includes('rv') ? items : new vscode.CompletionList([slash(range, typed), ...items], true);
      },
    },
    '/',
  );
}

/** Leaves what is typed as it is. */
function slash(range: vscode.Range, typed: string): vscode.CompletionItem {
  const description = vscode.l10n.t('Review snippets: type rv');
  const item = new vscode.CompletionItem({ label: typed, description }, vscode.CompletionItemKind.Text);
  item.range = range;
  item.sortText = '0';
  item.preselect = true;
  return item;
}
