import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { acceptAll, onDisk, openUntitled, useSharedRecords } from '../world.ts';

describe('Where to look', () => {
  useSharedRecords();

  it('says in one line why there are no suspects where there is no git', async function () {
    this.timeout(40_000);
    const editor = await openUntitled('log', 'TypeError: x is not a function\n    at f (/app/src/discounts.js:22:3)');
    editor.selection = new vscode.Selection(0, 0, 2, 0);
    await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue'));
    const text = await onDisk(vscode.window.activeTextEditor!.document.uri);
    assert.match(text, /^1\. \[src\/discounts\.js:22\]\(<\/src\/discounts\.js#L22>\) in `f`$/m);
    const hasGit = vscode.extensions.getExtension('vscode.git') !== undefined;
    assert.match(
      text,
      hasGit ? /^(?:Changes|No change) since /m : /^_No suspects: VS Code's Git extension is not available here\._$/m,
    );
  });
});
