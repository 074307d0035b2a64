import * as vscode from 'vscode';
import { findBlocks } from '../../../src/core/block/find.ts';
import { findFramed } from '../../../src/core/block/frame.ts';
import { assert } from '../assert.ts';
import { closeEditors, itemsIn, openUntitled, rowOf } from '../world.ts';

const insert = (checklistId: string): Thenable<unknown> =>
  vscode.commands.executeCommand('tpmMentor.insertChecklist', { checklistId });

describe('Insert Checklist', () => {
  afterEach(closeEditors);

  it('puts a block on lines of its own into a Markdown editor', async () => {
    const { document } = await openUntitled('markdown', '# Pull request\n\nIt adds gift wrap.');
    await insert('review-author');
    const text = document.getText();
    assert.ok(
      text.startsWith('# Pull request\n\nIt adds gift wrap.\n\n<!-- tpm:checklist review-author -->\n'),
      text.slice(0, 120),
    );
    assert.equal(findBlocks(text).length, 1);
    assert.ok(itemsIn(text).length > 5);
  });

  it('refreshes the block that is there, ticks and reasons kept', async () => {
    const { document } = await openUntitled('markdown', '');
    await insert('review-author');
    const uri = document.uri;
    const [first, second] = itemsIn(document.getText());
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, first!));
    const edit = new vscode.WorkspaceEdit();
    const lines = document.getText().split('\n');
    const gone = lines.findIndex((line) => line.includes(second!.title));
    edit.delete(uri, new vscode.Range(gone, 0, gone + 1, 0));
    await vscode.workspace.applyEdit(edit);
    const count = itemsIn(document.getText()).length;
    await insert('review-author');
    const after = itemsIn(document.getText());
    assert.equal(after.length, count + 1);
    assert.equal(after[0]!.state.kind, 'done');
    assert.equal(after[1]!.title, second!.title);
    assert.equal(findBlocks(document.getText()).length, 1);
  });

  it('writes comments of the language in a code file, and refreshes them', async () => {
    const { document } = await openUntitled('typescript', 'const a = 1;\n');
    await insert('review-author');
    const text = document.getText();
    assert.match(text, /^const a = 1;\n\/\/ <!-- tpm:checklist review-author -->\n\/\/ ### /);
    const framed = findFramed(text, 'review-author');
    assert.ok(itemsIn(framed!.inner).length > 5);
    await insert('review-author');
    assert.equal(document.getText(), text);
  });

  it('uses # for Python and -- for SQL', async () => {
    const python = await openUntitled('python', '');
    await insert('review-author');
    assert.match(python.document.getText(), /^# <!-- tpm:checklist review-author -->\n/);
    const sql = await openUntitled('sql', '');
    await insert('review-author');
    assert.match(sql.document.getText(), /^-- <!-- tpm:checklist review-author -->\n/);
  });

  it('keeps the subject line of a commit message free, and writes no # there', async () => {
    const { document } = await openUntitled('git-commit', '');
    await insert('review-author');
    const text = document.getText();
    assert.match(text, /^\n\n<!-- tpm:checklist review-author -->\n/);
    assert.doesNotMatch(text, /^#/m);
    assert.ok(itemsIn(text).length > 5);
  });

  it('goes behind the block when the cursor is inside another one', async () => {
    const editor = await openUntitled('markdown', '');
    await insert('review-author');
    editor.selection = new vscode.Selection(5, 0, 5, 0);
    await insert('review-reviewer');
    assert.deepEqual(
      findBlocks(editor.document.getText()).map(({ checklist, isClosed }) => `${checklist} ${isClosed}`),
      ['review-author true', 'review-reviewer true'],
    );
  });
});

describe('Insert Review Snippet', () => {
  afterEach(closeEditors);

  it('inserts the comment at the cursor with its placeholders', async () => {
    const editor = await openUntitled('markdown', 'Review:\n\n');
    const snippet = {
      name: 'x',
      topic: '',
      title: '',
      prefixes: [],
      description: '',
      body: '**question:** What if `${1:user}` is absent?$0',
    };
    await vscode.commands.executeCommand('tpmMentor.insertReviewSnippet', { snippet });
    assert.equal(editor.document.getText(), 'Review:\n\n**question:** What if `user` is absent?');
    assert.equal(editor.document.getText(editor.selection), 'user');
  });

  it('opens a draft when no editor is open', async () => {
    await closeEditors();
    await vscode.commands.executeCommand('tpmMentor.insertReviewSnippet', {
      snippet: { body: '**praise:** Thank you.$0' },
    });
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '**praise:** Thank you.');
  });
});
