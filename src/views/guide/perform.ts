import * as vscode from 'vscode';
import type { GuideAction } from '../../core/guide/action.ts';
import type { GuideWords } from '../../core/guide/words.ts';

/** Does what a press asks for. Returns what a screen reader says about it, if the editor itself says nothing. */
export async function perform(
  action: Exclude<GuideAction, { kind: 'layout' | 'move' }>,
  words: Pick<GuideWords, 'copied' | 'typed'>,
): Promise<string | undefined> {
  switch (action.kind) {
    case 'command':
      await vscode.commands.executeCommand(action.command, action.argument);
      return undefined;
    case 'run':
      await vscode.commands.executeCommand(action.command);
      return undefined;
    case 'open':
      await vscode.env.openExternal(vscode.Uri.parse(action.address, true));
      return undefined;
    case 'copy':
      await vscode.env.clipboard.writeText(action.text);
      vscode.window.setStatusBarMessage(words.copied, 3000);
      return words.copied;
    case 'type': {
      const terminal = vscode.window.activeTerminal ?? vscode.window.createTerminal();
      terminal.show();
      terminal.sendText(action.line, false);
      return words.typed;
    }
  }
}
