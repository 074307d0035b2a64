import * as vscode from 'vscode';
import { allowedCommands } from '../../../src/core/checklist/allowedCommands.ts';
import { assert } from '../assert.ts';

/** Commands of built-in extensions are known once those extensions are there; all that we name are contributed, not hidden. */
describe('the VS Code commands that checklists may name', () => {
  it('all exist in this VS Code', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { packageJSON } of vscode.extensions.all) {
      const contributed: { command: string }[] = packageJSON.contributes?.commands ?? [];
      for (const { command } of contributed) registered.add(command);
    }
    const missing = allowedCommands.filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
    assert.ok(allowedCommands.length > 10);
  });
});
