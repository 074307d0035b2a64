import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { views } from '../ids.ts';

/** Registers the Guide. Its code is loaded when the view is first shown. */
export function showGuide(
  mentor: () => Promise<Mentor>,
  { extensionUri, workspaceState }: vscode.ExtensionContext,
  fail: (error: unknown) => void,
): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(views.guide, {
    resolveWebviewView: async (view) => {
      try {
        const { Guide } = await import('./guide/guide.ts');
        const guide = new Guide(await mentor(), view, { extensionUri, memory: workspaceState, fail });
        view.onDidDispose(() => guide.dispose());
      } catch (error) {
        fail(error);
      }
    },
  });
}
