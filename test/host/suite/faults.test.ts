import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { closeEditors, useSharedRecords, write } from '../world.ts';

const list = `---
id: ours
group: delivery
kind: often
trigger: T.
---

# Ours

## First

- [ ] **Do it**
`;

/** Code and line, counted from 1, as the Problems view has them. */
const faultsIn = (uri: vscode.Uri): string[] =>
  vscode.languages.getDiagnostics(uri).map(({ code, range, source }) => {
    assert.equal(source, 'TPM Mentor');
    return `${typeof code === 'string' ? code : ''} ${range.start.line + 1}`;
  });

const shows = (uri: vscode.Uri, faults: readonly string[]): Promise<unknown> =>
  eventually(`the faults ${faults.join(', ')}`, () => faultsIn(uri).join() === faults.join());

const show = (uri: vscode.Uri): Thenable<vscode.TextEditor> => vscode.window.showTextDocument(uri);

describe('the Problems view', () => {
  useSharedRecords();
  let made: vscode.Uri[] = [];
  const put = async (path: string, text: string): Promise<vscode.Uri> => {
    const uri = await write(path, text);
    made.push(uri);
    return uri;
  };
  afterEach(async () => {
    await closeEditors();
    for (const uri of made) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    made = [];
  });

  it('names each fault of an open team checklist at its place, until it is mended', async () => {
    const uri = await put('.tpm/checklists/ours.md', list);
    const editor = await show(uri);
    await shows(uri, ['unknown-value 4']);
    const fault = vscode.languages.getDiagnostics(uri)[0]!;
    assert.equal(fault.message, '"often" is no known kind. Write one of: read-do, do-confirm.');
    assert.equal(editor.document.getText(fault.range), 'often');
    await editor.edit((edit) => edit.replace(fault.range, 'read-do'));
    await shows(uri, []);
  });

  it('names a block of a record that never ends', async () => {
    const text =
      '---\ntpm: review\ntitle: Ours\nstatus: open\n---\n\n# Ours\n\n<!-- tpm:checklist ours -->\n- [ ] Do it\n';
    const uri = await put('.tpm/records/2026-11-23-ours.md', text);
    await show(uri);
    await shows(uri, ['unclosed-block 9']);
  });

  it('says nothing about checklists that are not ours', async () => {
    const ours = await put('.tpm/checklists/ours.md', list);
    const other = await put('docs/checklists/other.md', '# Before we ship\n\n- [ ] Ask Ana\n');
    await show(other);
    await show(ours); // once its fault is there, the other one was looked at as well
    await shows(ours, ['unknown-value 4']);
    assert.deepEqual(faultsIn(other), []);
  });
});
