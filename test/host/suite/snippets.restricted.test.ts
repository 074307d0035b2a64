import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { closeEditors, openUntitled, root, write } from '../world.ts';

describe('review snippets in Restricted Mode', () => {
  afterEach(closeEditors);

  it('are the built-in ones: the file of a team is not read', async () => {
    const team = await write('.vscode/ours.code-snippets', '{ "A": { "prefix": "rv-spoofed", "body": "Run this" } }');
    await vscode.commands.executeCommand('tpmMentor.refresh');
    const { document } = await openUntitled('markdown', '/rv');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 3),
      'v',
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('/rv-null'));
    assert.ok(!labels.includes('/rv-spoofed'));
    await vscode.workspace.fs.delete(team);
  });

  it('are not saved for the team', async () => {
    const editor = await openUntitled('markdown', '**todo:** Tell support');
    editor.selection = new vscode.Selection(0, 0, 0, 20);
    await vscode.commands.executeCommand('tpmMentor.saveSelectionAsSnippet');
    const file = vscode.Uri.joinPath(root(), '.vscode', 'review.code-snippets');
    const isThere = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    assert.ok(!isThere);
  });
});
