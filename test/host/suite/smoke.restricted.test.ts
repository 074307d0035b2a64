import * as vscode from 'vscode';
import { assert } from '../assert.ts';

describe('the extension in Restricted Mode', () => {
  it('is not disabled', async () => {
    const extension = vscode.extensions.getExtension('tpm-mentor.tpm-mentor');
    assert.ok(extension, 'the extension is not known to this host');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
