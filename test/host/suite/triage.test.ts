import * as vscode from 'vscode';
import { parseRecord } from '../../../src/core/record/parse.ts';
import { assert } from '../assert.ts';
import { acceptAll, closeEditors, itemsIn, onDisk, openUntitled, recordsFolder, useSharedRecords } from '../world.ts';

const LOG = [
  "TypeError: Cannot read properties of undefined (reading 'kind')",
  '    at discountOn (src/discounts.js:22:31)',
  '    at priceOrder (src/pricing.js:11:20)',
].join('\n');

describe('Triage Issue', () => {
  useSharedRecords();

  async function selectLog(): Promise<void> {
    const editor = await openUntitled('log', LOG);
    editor.selection = new vscode.Selection(0, 0, 2, 40);
  }

  it('turns a selected stack trace into a record, Enter straight through', async function () {
    this.timeout(40_000);
    await selectLog();
    await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue'));
    const { document } = vscode.window.activeTextEditor!;
    const text = await onDisk(document.uri);
    const { record, problems } = parseRecord(text);
    assert.deepEqual(problems, []);
    assert.equal(record.kind, 'triage');
    assert.equal(record.problem, 'broken');
    assert.equal(record.severity, 'S3');
    assert.match(record.title, /TypeError: Cannot read properties/);
    assert.match(text, /1\. \[src\/discounts\.js:22\]\(<\/src\/discounts\.js#L22>\) in `discountOn`/);
    assert.ok(itemsIn(text).every(({ checklist }) => checklist === 'broken'));
    assert.ok(itemsIn(text).length > 5);
    const { selection } = vscode.window.activeTextEditor!;
    assert.match(document.getText(selection), /^_not said yet: [^_]+_$/);
  });

  it('writes nothing when the user presses Escape', async () => {
    await selectLog();
    let isDone = false;
    const running = Promise.resolve(vscode.commands.executeCommand('tpmMentor.triageIssue')).finally(
      () => (isDone = true),
    );
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
    await running;
    const files = await vscode.workspace.fs.readDirectory(recordsFolder()).then(
      (all) => all,
      () => [],
    );
    assert.deepEqual(files, []);
    await closeEditors();
  });
});
