import * as vscode from 'vscode';
import { findingsIn } from '../../../src/core/finding/parse.ts';
import { assert } from '../assert.ts';
import { onDisk, useSharedRecords, write } from '../world.ts';

describe('findings in Restricted Mode', () => {
  useSharedRecords();

  it('are written into a review record as anywhere', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const uri = await write('src/cart.js', 'const total = sum(lines);\n');
    const record = await write(
      '.tpm/records/2026-11-28-cart.md',
      '---\ntpm: review\nstatus: open\n---\n\n## Findings\n',
    );
    await vscode.commands.executeCommand('tpmMentor.refresh');
    const thread = { uri, range: new vscode.Range(0, 0, 0, 0), comments: [], dispose: () => undefined };
    await vscode.commands.executeCommand('tpmMentor.addFinding', { thread, text: 'nitpick: a name' });
    const [one] = findingsIn(await onDisk(record)).findings;
    assert.deepEqual([one?.label, one?.subject, one?.place?.path], ['nitpick', 'a name', 'src/cart.js']);
    await vscode.workspace.fs.delete(uri);
  });
});
