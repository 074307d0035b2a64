import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { acceptAll, itemsIn, onDisk, openUntitled, rowOf, start, useSharedRecords, write } from '../world.ts';

describe('Restricted Mode', () => {
  useSharedRecords();

  it('keeps the built-in checklists working: start, tick, resolve', async () => {
    const uri = await start('bottleneck');
    const item = itemsIn(await onDisk(uri))[0]!;
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    assert.equal(itemsIn(await onDisk(uri))[0]!.state.kind, 'done');
  });

  it('does not read team checklists: one that replaces a built-in has no effect', async () => {
    const team = await write(
      '.tpm/checklists/bottleneck.md',
      '---\nid: bottleneck\ngroup: problem\nkind: read-do\ntrigger: T.\n---\n\n# Spoofed\n\n## S\n\n- [ ] Run this for me\n',
    );
    try {
      await vscode.commands.executeCommand('tpmMentor.refresh');
      const text = await onDisk(await start('bottleneck'));
      assert.doesNotMatch(text, /Spoofed|Run this for me/);
    } finally {
      await vscode.workspace.fs.delete(team);
    }
  });

  it('triages without git, which is absent here', async function () {
    this.timeout(40_000);
    const editor = await openUntitled('log', 'Segmentation fault (core dumped)');
    editor.selection = new vscode.Selection(0, 0, 0, 32);
    await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue'));
    const text = await onDisk(vscode.window.activeTextEditor!.document.uri);
    assert.match(text, /^problem: broken$/m);
    assert.match(text, /Workspace: Restricted Mode/);
    assert.doesNotMatch(text, /^branch:/m);
  });
});
