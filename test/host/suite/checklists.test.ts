import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { itemsIn, onDisk, root, rowOf, set, start, useSharedRecords } from '../world.ts';

describe('Start Checklist', () => {
  useSharedRecords();

  it('writes a record into the shared folder and opens it at its first open item', async () => {
    const uri = await start('bottleneck');
    assert.match(uri.path, /\/\.tpm\/records\/\d{4}-\d\d-\d\d-performance-bottleneck\.md$/);
    const editor = vscode.window.activeTextEditor!;
    const [first] = itemsIn(editor.document.getText());
    assert.equal(editor.document.offsetAt(editor.selection.start), first!.titleRange.start);
    assert.match(editor.document.getText(), /^---\ntpm: checklist\n/);
  });

  it('never overwrites a record of the same day', async () => {
    const first = await start('glitch');
    const text = await onDisk(first);
    const second = await start('glitch');
    assert.match(second.path, /-glitch-2\.md$/);
    assert.equal(await onDisk(first), text);
  });

  it('makes a private record outside the workspace when the user chose so', async () => {
    await set('records', 'private');
    const uri = await start('broken');
    assert.ok(!uri.path.startsWith(root().path), uri.path);
    assert.match(await onDisk(uri), /tpm:checklist broken/);
    await vscode.workspace.fs.delete(uri);
  });
});

describe('ticking an item', () => {
  useSharedRecords();

  it('changes one character of the file and saves it', async () => {
    const uri = await start('bottleneck');
    const before = await onDisk(uri);
    const item = itemsIn(before)[1]!;
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    const after = await onDisk(uri);
    const expected = before.slice(0, item.titleRange.start - 3) + 'x' + before.slice(item.titleRange.start - 2);
    assert.equal(after, expected);
    await vscode.commands.executeCommand('tpmMentor.markOpen', rowOf(uri, item));
    assert.equal(await onDisk(uri), before);
  });

  it('works on a record that no editor shows', async () => {
    const uri = await start('bottleneck');
    const item = itemsIn(await onDisk(uri))[0]!;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    assert.equal(itemsIn(await onDisk(uri))[0]!.state.kind, 'done');
  });

  it('leaves a document with unsaved edits unsaved', async () => {
    const uri = await start('bottleneck');
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'half a thought'));
    const saved = await onDisk(uri);
    const item = itemsIn(editor.document.getText())[0]!;
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    assert.equal(await onDisk(uri), saved);
    assert.ok(editor.document.isDirty);
    assert.equal(itemsIn(editor.document.getText())[0]!.state.kind, 'done');
    assert.match(editor.document.getText(), /half a thought/);
  });

  it('finds the item again after lines were added above it', async () => {
    const uri = await start('bottleneck');
    const editor = vscode.window.activeTextEditor!;
    const item = itemsIn(editor.document.getText())[2]!;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(item.range.start), '- [ ] A line of my own\n'));
    await editor.document.save();
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    const done = itemsIn(await onDisk(uri)).filter(({ state }) => state.kind === 'done');
    assert.deepEqual(
      done.map(({ title }) => title),
      [item.title],
    );
  });

  it('keeps both of two ticks that come at the same moment', async () => {
    const uri = await start('bottleneck');
    const items = itemsIn(await onDisk(uri));
    await Promise.all(
      items.slice(0, 5).map((item) => vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item))),
    );
    const done = itemsIn(await onDisk(uri)).filter(({ state }) => state.kind === 'done');
    assert.equal(done.length, 5);
  });

  it('changes nothing when the item is gone', async () => {
    const uri = await start('bottleneck');
    const before = await onDisk(uri);
    const item = { ...itemsIn(before)[0]!, id: 'no-such-item' };
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    assert.equal(await onDisk(uri), before);
  });

  it('keeps the line endings of a record with CRLF', async () => {
    const uri = await start('bottleneck');
    const text = (await onDisk(uri)).replace(/\n/g, '\r\n');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const item = itemsIn(text)[3]!;
    await eventually('the file is read anew', async () =>
      (await vscode.workspace.openTextDocument(uri)).getText().includes('\r\n'),
    );
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item));
    const after = await onDisk(uri);
    assert.equal(after.length, text.length);
    assert.equal(itemsIn(after)[3]!.state.kind, 'done');
  });
});

describe('Resolve and Reopen', () => {
  useSharedRecords();

  it('change the status and nothing else', async () => {
    const uri = await start('glitch');
    const before = await onDisk(uri);
    await vscode.commands.executeCommand('tpmMentor.resolveRecord', { target: { uri: uri.toString() } });
    assert.equal(await onDisk(uri), before.replace('status: open', 'status: resolved'));
    await vscode.commands.executeCommand('tpmMentor.reopenRecord', { target: { uri: uri.toString() } });
    assert.equal(await onDisk(uri), before);
  });
});

describe('Copy Question', () => {
  useSharedRecords();

  it('copies the question of the item at the cursor', async () => {
    const uri = await start('bottleneck');
    const item = itemsIn(await onDisk(uri))[0]!;
    await vscode.commands.executeCommand('tpmMentor.copyQuestion', rowOf(uri, item));
    assert.match(await vscode.env.clipboard.readText(), /\?$/);
  });
});
