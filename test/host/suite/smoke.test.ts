import * as vscode from 'vscode';
import { assert } from '../assert.ts';

describe('the extension in a real VS Code', () => {
  const id = 'tpm-mentor.tpm-mentor';

  it('is installed and activates', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not known to this host`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest contributes', async () => {
    const manifest: { contributes: { commands: { command: string }[] } } =
      vscode.extensions.getExtension(id)?.packageJSON ?? assert.fail(`${id} is not known to this host`);
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((name) => !registered.has(name));
    assert.deepEqual(missing, []);
    assert.notEqual(manifest.contributes.commands.length, 0);
  });
});
