import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';

/** Registers the hover over items of blocks. Its code is loaded for a Markdown text that has one. */
export function showItemHover(mentor: () => Promise<Mentor>): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover: async (document, position) => {
        if (!document.getText().includes('tpm:checklist')) return undefined;
        const { itemHover } = await import('./hover/itemHover.ts');
        return itemHover(await mentor(), document, position);
      },
    },
  );
}
