import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { acceptAll, onDisk, openUntitled, useSharedRecords } from '../world.ts';

describe('Where to look, in Restricted Mode', () => {
  useSharedRecords();

  it('links the places and says in one line why there are no suspects', async function () {
    this.timeout(40_000);
    const editor = await openUntitled('log', 'TypeError: x is not a function\n    at f (/app/src/discounts.js:22:3)');
    editor.selection = new vscode.Selection(0, 0, 2, 0);
    await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue'));
    const text = await onDisk(vscode.window.activeTextEditor!.document.uri);
    assert.match(text, /\[src\/discounts\.js:22\]\(<\/src\/discounts\.js#L22>\)/);
    assert.match(text, /^_No suspects: the history is not read in Restricted Mode\._$/m);
  });
});
