import * as vscode from 'vscode';
import { findingsIn } from '../../../src/core/finding/parse.ts';
import type { Finding } from '../../../src/core/finding/model.ts';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { chooseRow, onDisk, openUntitled, useSharedRecords, write } from '../world.ts';

const code = [
  'export function total(lines) {',
  '  let sum = 0;',
  '  for (const one of lines) sum += one;',
  '  return sum;',
  '}',
  '',
].join('\n');
const front = '---\ntpm: review\ntitle: "Cart"\nstatus: open\n---\n\n# Cart\n\n## Findings\n';

/** What the gutter hands over when the button under its box is pressed. */
function typed(uri: vscode.Uri, line: number, text: string): vscode.CommentReply & { isDisposed: boolean } {
  const reply = {
    text,
    isDisposed: false,
    thread: { uri, range: new vscode.Range(line, 0, line, 0), comments: [], dispose: () => (reply.isDisposed = true) },
  };
  return reply as unknown as vscode.CommentReply & { isDisposed: boolean };
}

const run = (name: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`tpmMentor.${name}`, argument);

describe('findings of a review', () => {
  useSharedRecords();
  let file: vscode.Uri;
  let record: vscode.Uri;
  let count = 0;

  beforeEach(async () => {
    file = await write('src/cart.js', code);
    record = await write(`.tpm/records/2026-11-28-cart-${++count}.md`, front); // an editor of the last one may live on
    await run('refresh');
  });
  afterEach(() => vscode.workspace.fs.delete(file));

  const findings = async (): Promise<Finding[]> => findingsIn(await onDisk(record)).findings;
  const rowOf = (one: Finding): unknown => ({ target: { uri: record.toString(), finding: one.id } });
  const lenses = async (): Promise<string[]> => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', record, 50);
    return all.map(({ range, command }) => `${range.start.line} ${command?.title}`);
  };

  it('are written into the record that goes on, with the line they are about', async () => {
    const reply = typed(file, 3, 'issue (blocking): NaN for holes\n\nTry `[1, , 2]`.');
    await run('addFinding', reply);
    const [one] = await findings();
    assert.deepEqual(
      [one!.label, one!.decorations, one!.subject, one!.body, one!.place?.path, one!.place?.line],
      ['issue', ['blocking'], 'NaN for holes', 'Try `[1, , 2]`.', 'src/cart.js', 3],
    );
    assert.equal(reply.isDisposed, true);
    assert.match(
      await onDisk(record),
      /\n- \[ \] \*\*issue \(blocking\):\*\* NaN for holes \u2014 \[src\/cart\.js:4\]\(\/src\/cart\.js#L4\) <!--/,
    );
  });

  it('are settled, reopened and answered by a change of their own lines', async () => {
    await run('addFinding', typed(file, 1, 'nitpick: a name'));
    await run('addFinding', typed(file, 3, 'question: why?'));
    const before = await onDisk(record);
    const [first, second] = await findings();
    await run('resolveFinding', rowOf(first!));
    assert.equal(await onDisk(record), before.replace('- [ ] **nitpick', '- [x] **nitpick'));
    await run('reopenFinding', rowOf(first!));
    assert.equal(await onDisk(record), before);
    const comment = { ...(rowOf(second!) as object), comments: [rowOf(second!)] };
    await run('replyToFinding', { text: 'Because.', thread: comment });
    assert.deepEqual((await findings())[1]!.replies, ['Because.']);
    assert.ok((await onDisk(record)).startsWith(before.trimEnd()));
  });

  it('are reworded from the edit box of their comment, and keep their label when none is typed', async () => {
    await run('addFinding', typed(file, 3, 'suggestion (test): cover holes'));
    const modes: boolean[] = [];
    const comment = {
      ...(rowOf((await findings())[0]!) as object),
      body: 'cover empty carts too',
      edit: (on: boolean) => modes.push(on),
    };
    await run('editFinding', comment);
    await run('saveFinding', comment);
    const [one] = await findings();
    assert.deepEqual([one!.label, one!.decorations, one!.subject], ['suggestion', ['test'], 'cover empty carts too']);
    assert.deepEqual(modes, [true, false]);
  });

  it('say in the record where their line went, and link to it', async () => {
    await run('addFinding', typed(file, 3, 'issue: a'));
    await run('addFinding', typed(file, 1, 'issue: b'));
    await vscode.window.showTextDocument(record);
    const heading = front.split('\n').indexOf('## Findings');
    assert.deepEqual(await lenses(), [
      `${heading} 2 open findings`,
      `${heading} Add Finding...`,
      `${heading} Export Findings...`,
    ]);
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(
        `// one\r\n// two\r\n${code.replace('let sum = 0', 'let sum = 1').replaceAll('\n', '\r\n')}`,
      ),
    );
    await eventually('the moved and the lost line', async () => {
      const all = await lenses();
      return (
        all.includes(`${heading + 2} now at line 6`) &&
        all.includes(`${heading + 3} $(warning) lost: line no longer found`)
      );
    });
    assert.ok((await lenses()).includes(`${heading} 2 open findings \u00B7 1 lost`));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', record, 50);
    const targets = links.map(({ target }) => target?.toString() ?? '').filter((target) => target.includes('cart.js'));
    assert.ok(targets.includes(`${file.toString()}#L6`), targets.join(' '));
    assert.ok(targets.includes(file.toString()), targets.join(' '));
  });

  it('with a place that was written by hand are read, and said not to be followed', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      record,
      new vscode.Position(front.split('\n').length - 1, 0),
      '\n- [ ] **todo:** look [cart](/src/cart.js#L2)\n',
    );
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(record);
    assert.ok(
      (await lenses()).some((lens) => lens.includes('place written by hand')),
      (await lenses()).join('\n'),
    );
  });

  it('cannot point to a file outside the workspace', async () => {
    const { document } = await openUntitled('javascript', code);
    const reply = typed(document.uri, 1, 'issue: x');
    await run('addFinding', reply);
    assert.deepEqual(await findings(), []);
    assert.equal(reply.isDisposed, false);
  });

  it('are exported as JSON and SARIF with their lines as they are now, redacted', async () => {
    await run('addFinding', typed(file, 3, 'issue (blocking): ask ana.bauer@shop-mail.com'));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`// new\n${code}`));
    for (const downs of [1, 2]) {
      await vscode.window.showTextDocument(record);
      await chooseRow(downs, run('exportFindings', { target: { uri: record.toString() } }));
      const document = await eventually('the exported text', () => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.isUntitled === true ? active : undefined;
      }).then((one) => one!);
      assert.equal(document.languageId, 'json');
      assert.doesNotMatch(document.getText(), /ana\.bauer/);
      const read = JSON.parse(document.getText());
      const line =
        downs === 1 ? read.runs[0].results[0].locations[0].physicalLocation.region.startLine : read.findings[0].line;
      assert.equal(line, 5);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('go into the record that is being edited, an untitled one too', async () => {
    const { document } = await openUntitled('markdown', front);
    await run('addFinding', typed(file, 3, 'praise: small and clear'));
    const [one] = findingsIn(document.getText()).findings;
    assert.deepEqual([one?.label, one?.subject, one?.place?.path], ['praise', 'small and clear', 'src/cart.js']);
    assert.deepEqual(await findings(), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
