import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { onDisk, start, useSharedRecords } from '../world.ts';

describe('a row menu that is used while the tree is drawn anew', () => {
  useSharedRecords();

  // VS Code then hands over `undefined` for the row and for the selected rows; the palette hands over nothing.
  it('does not fall back to the item at the cursor', async () => {
    const uri = await start('bottleneck');
    const before = await onDisk(uri);
    await vscode.commands.executeCommand('tpmMentor.markDone', undefined, undefined);
    assert.equal(await onDisk(uri), before);
    await vscode.commands.executeCommand('tpmMentor.markDone');
    assert.notEqual(await onDisk(uri), before);
  });
});
