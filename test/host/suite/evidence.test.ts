import * as vscode from 'vscode';
import { clipboardSource } from '../../../src/adapters/evidence/clipboard.ts';
import { environmentSource } from '../../../src/adapters/evidence/environment.ts';
import { placeSource } from '../../../src/adapters/evidence/place.ts';
import { problemsSource } from '../../../src/adapters/evidence/problems.ts';
import { selectionSource } from '../../../src/adapters/evidence/selection.ts';
import type { Places } from '../../../src/core/ports.ts';
import { createEvidenceSources } from '../../../src/adapters/evidence/sources.ts';
import { TerminalRecorder } from '../../../src/adapters/evidence/terminalRecorder.ts';
import { testsSource } from '../../../src/adapters/evidence/tests.ts';
import { seedOf } from '../../../src/commands/triage/seedOf.ts';
import type { Evidence } from '../../../src/core/evidence/evidence.ts';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { acceptAll, closeEditors, onDisk, openUntitled, root, useSharedRecords, write } from '../world.ts';

const discounts = (): vscode.Uri => vscode.Uri.joinPath(root(), 'src', 'discounts.js');

describe('evidence from the editor', () => {
  afterEach(closeEditors);

  it('is the selection of the active editor, with its place', async () => {
    const editor = await vscode.window.showTextDocument(discounts());
    editor.selection = new vscode.Selection(3, 0, 5, 0);
    const found = await selectionSource.collect();
    assert.equal(found?.title, 'Selection: src/discounts.js:4');
    assert.equal(found?.summary, '2 lines');
    assert.equal(found?.text, editor.document.getText(editor.selection).trimEnd());
    assert.match(found?.at ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);
  });

  it('is nothing without a selection, and in a record', async () => {
    const editor = await vscode.window.showTextDocument(discounts());
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    assert.equal(await selectionSource.collect(), undefined);
    const record = await openUntitled('markdown', '---\ntpm: triage\ntitle: A\nstatus: open\n---\n# A\n');
    record.selection = new vscode.Selection(5, 0, 5, 3);
    assert.equal(await selectionSource.collect(), undefined);
  });

  it('is the selection of the Output panel while no editor has one', async function () {
    this.timeout(40_000);
    const code = await vscode.window.showTextDocument(discounts());
    code.selection = new vscode.Selection(1, 0, 1, 0);
    const channel = vscode.window.createOutputChannel('Kettle log');
    try {
      channel.append('starting\nError: port 80 is taken\n');
      channel.show(false);
      await eventually(
        'the text is in the panel',
        () => outputEditor()?.document.getText().includes('port 80'),
        15_000,
      );
      const editor = outputEditor()!;
      editor.selection = new vscode.Selection(1, 0, 1, 23);
      await eventually('the selection is made', () => !outputEditor()!.selection.isEmpty);
      const found = await selectionSource.collect();
      assert.equal(found?.title, 'Output: Kettle log');
      assert.equal(found?.text, 'Error: port 80 is taken');
      assert.equal(found?.language, 'text');
    } finally {
      channel.dispose();
      await vscode.commands.executeCommand('workbench.action.closePanel');
    }
  });

  it('is the clipboard, which is read only when it is asked', async () => {
    assert.equal(clipboardSource.isOnDemand, true);
    await vscode.env.clipboard.writeText('one\r\ntwo');
    assert.equal((await clipboardSource.collect())?.text, 'one\ntwo');
    await vscode.env.clipboard.writeText(' \n');
    assert.equal(await clipboardSource.collect(), undefined);
  });
});

describe('evidence from Problems', () => {
  let collection: vscode.DiagnosticCollection;
  beforeEach(() => {
    collection = vscode.languages.createDiagnosticCollection('evidence');
  });
  afterEach(async () => {
    collection.dispose();
    await closeEditors();
  });

  function report(line: number, message: string, severity: vscode.DiagnosticSeverity): void {
    const one = new vscode.Diagnostic(new vscode.Range(line, 2, line, 5), message, severity);
    one.source = 'shop-lint';
    one.code = 'E7';
    collection.set(discounts(), [...(collection.get(discounts()) ?? []), one]);
  }

  it('has errors first, one line each, and no hints', async () => {
    report(1, 'Careful', vscode.DiagnosticSeverity.Warning);
    report(7, 'Not\n  a number', vscode.DiagnosticSeverity.Error);
    report(9, 'Just so you know', vscode.DiagnosticSeverity.Hint);
    const found = (await eventually('both are known', async () => {
      const one = await problemsSource.collect();
      return one?.text.includes('Careful') && one.text.includes('a number') ? one : undefined;
    })) as Evidence;
    const own = found.text.split('\n').filter((line) => line.includes('shop-lint'));
    assert.deepEqual(own, [
      'src/discounts.js:8:3 error: Not a number (shop-lint E7)',
      'src/discounts.js:2:3 warning: Careful (shop-lint E7)',
    ]);
    assert.equal(found.isContext, false);
  });

  it('comes with the line of code when the triage is started on it', async () => {
    report(7, 'Not a number', vscode.DiagnosticSeverity.Error);
    const found = await placeSource.collect({ uri: discounts().toString(), line: 8 });
    assert.equal(found?.title, 'src/discounts.js:8');
    assert.equal(found?.summary, 'Not a number');
    const [problem, blank, ...code] = found!.text.split('\n');
    assert.equal(problem, 'src/discounts.js:8:3 error: Not a number (shop-lint E7)');
    assert.equal(blank, '');
    assert.equal(code.length, 11);
    assert.match(code[5]!, /^> {2}8 \|/);
  });

  it('is found from the editor menu at the cursor, else its selection, else nothing', async () => {
    report(7, 'Not a number', vscode.DiagnosticSeverity.Error);
    const editor = await vscode.window.showTextDocument(discounts());
    editor.selection = new vscode.Selection(7, 4, 7, 4);
    const seed = seedOf(discounts());
    assert.equal(seed?.source, 'place');
    assert.equal((await placeSource.collect(seed?.about))?.title, 'src/discounts.js:8');
    editor.selection = new vscode.Selection(1, 0, 2, 0);
    assert.equal(seedOf(discounts())?.source, 'selection');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    assert.equal(seedOf(discounts()), undefined);
  });

  it('is nothing for what is no place', async () => {
    for (const about of [undefined, 7, {}, { uri: discounts() }, { uri: discounts(), line: 0 }])
      assert.equal(await placeSource.collect(about), undefined);
  });
});

describe('evidence from tests', () => {
  let controller: vscode.TestController;
  beforeEach(() => {
    controller = vscode.tests.createTestController('evidence', 'Evidence');
  });
  afterEach(() => controller.dispose());

  function failingRun(): { item: vscode.TestItem; suite: vscode.TestItem; message: vscode.TestMessage } {
    const suite = controller.createTestItem('pricing', 'Pricing', discounts());
    const item = controller.createTestItem('rounds', 'rounds "up"', discounts());
    const other = controller.createTestItem('other', 'another', discounts());
    controller.items.replace([suite]);
    suite.children.replace([item, other]);
    const message = vscode.TestMessage.diff('not the same price', '5', '6');
    message.location = new vscode.Location(discounts(), new vscode.Position(21, 30));
    const run = controller.createTestRun(new vscode.TestRunRequest([suite]));
    run.failed(item, message, 3);
    run.failed(other, new vscode.TestMessage('TypeError: no kind'), 1);
    run.end();
    return { item, suite, message };
  }

  it('is the message that was clicked', async () => {
    const { item: test, message } = failingRun();
    const seed = seedOf({ test, message });
    assert.equal(seed?.source, 'tests');
    const found = await testsSource.collect(seed?.about);
    assert.equal(found?.title, 'Test: rounds "up"');
    assert.equal(
      found?.text,
      [
        'FAIL Pricing > rounds "up"',
        'not the same price',
        'Expected: 5',
        'Actual: 6',
        `    at ${discounts().fsPath}:22:31`,
      ].join('\n'),
    );
  });

  it('is all failures of the latest run, where VS Code tells them', async function () {
    const { item, suite } = failingRun();
    await eventually('VS Code has the core tools', () =>
      vscode.lm.tools.some(({ name }) => name === 'terminal_last_command'),
    );
    if (!vscode.lm.tools.some(({ name }) => name === 'testFailure')) {
      // 1.110 has the tool in an extension that is not here: nothing to see is no error.
      assert.equal(await testsSource.collect(), undefined);
      return;
    }
    const found = (await eventually('the run is known', () => testsSource.collect())) as Evidence;
    assert.equal(found.summary, '2 failed');
    assert.match(found.text, /^FAIL pricing > rounds\nExpected: 5\nActual: 6\n {4}at .*discounts\.js:22:31$/m);
    assert.match(found.text, /^FAIL pricing > other\nTypeError: no kind$/m);
    const one = await testsSource.collect(seedOf(item)?.about);
    assert.equal(one?.title, 'Test: rounds "up"');
    assert.doesNotMatch(one?.text ?? '', /no kind/);
    assert.match((await testsSource.collect(seedOf(suite)?.about))?.text ?? '', /no kind/);
  });
});

describe('evidence of the environment', () => {
  it('names VS Code and the versions that files at the root of the workspace ask for', async () => {
    const file = await write('.nvmrc', '22.11.0\n');
    try {
      const found = await environmentSource.collect();
      assert.match(found?.text ?? '', new RegExp(`^VS Code: ${vscode.version.replaceAll('.', '\\.')} \\(`));
      assert.match(found?.text ?? '', /^Node: .*22\.11\.0 \(\.nvmrc\)/m);
      assert.match(found?.text ?? '', /^npm lockfile: 3 \(package-lock\.json\)$/m);
      assert.equal(found?.isContext, true);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('the sources together', () => {
  it('have ids of their own, and offer values of locals only while a debugger stands', () => {
    const terminals = new TerminalRecorder();
    const sources = createEvidenceSources(terminals, { sharedRecords: () => [] } as unknown as Places);
    try {
      const ids = sources.all.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
      const offered = sources.all.filter((one) => one.isOnDemand && (one.isOffered?.() ?? true)).map(({ id }) => id);
      assert.deepEqual(offered, ['clipboard']);
    } finally {
      sources.dispose();
      terminals.dispose();
    }
  });
});

describe('Triage Issue on something that was clicked', () => {
  useSharedRecords();

  it('puts that first into the record', async function () {
    this.timeout(40_000);
    await closeEditors();
    await vscode.window.showTextDocument(discounts());
    await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue', { uri: discounts().toString(), line: 22 }));
    const text = await onDisk(vscode.window.activeTextEditor!.document.uri);
    const evidence = text.slice(text.indexOf('## Evidence'));
    assert.match(evidence, /^## Evidence\n\n<details>\n<summary>src\/discounts\.js:22 · \d{4}-\d\d-\d\d \d\d:\d\d/);
    assert.match(evidence, /\n> 22 \|/);
  });

  it('takes the failed test of a menu', async function () {
    this.timeout(40_000);
    await closeEditors();
    const controller = vscode.tests.createTestController('menu', 'Menu');
    try {
      const test = controller.createTestItem('rounds', 'rounds up', discounts());
      const message = new vscode.TestMessage("TypeError: Cannot read properties of undefined (reading 'kind')");
      await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue', { test, message }));
      const text = await onDisk(vscode.window.activeTextEditor!.document.uri);
      assert.match(text, /\n## Evidence\n\n\*\*Test: rounds up · failed · /);
      assert.match(text, /^title: .*Cannot read properties/m);
    } finally {
      controller.dispose();
    }
  });
});

function outputEditor(): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(
    ({ document: { uri } }) => uri.scheme === 'output' && uri.path.includes('Kettle'),
  );
}
