import { systemClock } from '../../../src/adapters/clock.ts';
import { gitHistory } from '../../../src/adapters/gitHistory.ts';
import { findSuspects, type SuspectPlace, type Suspects } from '../../../src/core/suspects/findSuspects.ts';
import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { acceptAll, onDisk, openUntitled, recordsFolder, root, useSharedRecords, write } from '../world.ts';

const LINE_22: SuspectPlace = { path: 'src/discounts.js', line: 22 };

const suspectsAt = (...places: SuspectPlace[]): Promise<Suspects> =>
  findSuspects(gitHistory, systemClock, places, 15_000);

function summary({ suspects }: Suspects): string[] {
  return suspects.map(({ change, reasons, isRecent }) => {
    const who = change.kind === 'commit' ? change.commit.subject : 'not committed';
    return `${who}${isRecent ? '' : ' (before)'}: ${reasons.map(({ kind, file }) => `${kind} ${file}`).join(', ')}`;
  });
}

describe('Suspects', () => {
  useSharedRecords();

  it('names the commit that wrote the line, since the last release', async () => {
    const found = await suspectsAt(LINE_22, { path: 'src/pricing.js', line: 11 });
    assert.deepEqual(summary(found), ['Refactor discounts into a table of rules: line src/discounts.js']);
    assert.deepEqual(found.window?.since, { kind: 'tag', name: 'v1.4.0' });
    assert.equal(found.window?.commits, 3);
    assert.deepEqual(found.unanswered, []);
  });

  it('names who wrote a line that nothing has touched since, and says so', async () => {
    const found = await suspectsAt({ path: 'src/pricing.js', line: 11 });
    assert.deepEqual(summary(found), ['Take discount codes (before): line src/pricing.js']);
  });

  it('puts what is in no commit first, and tells the line from its neighbours', async () => {
    const path = 'src/discounts.js';
    const uri = vscode.Uri.joinPath(root(), path);
    const original = await onDisk(uri);
    try {
      await write(path, original.replace('rules[discount.kind];', 'rules[discount?.kind];'));
      assert.equal(summary(await suspectsAt(LINE_22))[0], 'not committed: line src/discounts.js');
      await write(path, original.replace('return rule(subtotal, discount);', 'return rule(subtotal, discount) ?? 0;'));
      assert.deepEqual(summary(await suspectsAt(LINE_22)).slice(0, 2), [
        'Refactor discounts into a table of rules: line src/discounts.js',
        'not committed: near src/discounts.js',
      ]);
    } finally {
      await write(path, original);
    }
  });

  it('suspects a new file and a changed lockfile that are in no commit', async () => {
    const lockfile = vscode.Uri.joinPath(root(), 'package-lock.json');
    const original = await onDisk(lockfile);
    const added = await write('src/gift.js', 'throw new Error();\n');
    try {
      await write('package-lock.json', `${original}\n`);
      const [first] = (await suspectsAt({ path: 'src/gift.js', line: 1 })).suspects;
      assert.equal(first?.change.kind, 'uncommitted');
      assert.deepEqual(
        first?.reasons.map(({ kind, file }) => `${kind} ${file}`),
        ['file src/gift.js', 'dependencies package-lock.json'],
      );
    } finally {
      await vscode.workspace.fs.delete(added);
      await write('package-lock.json', original);
    }
  });

  it('are in the record of a triage, whatever machine the trace comes from', async function () {
    this.timeout(40_000);
    const first = await triage('/usr/src/app/src/discounts.js:22:31');
    assert.match(first, /1\. \[src\/discounts\.js:22\]\(<\/src\/discounts\.js#L22>\) in `discountOn`/);
    assert.match(first, /^Changes since `v1\.4\.0` \(3 commits\) that may have brought the fault:$/m);
    assert.match(
      first,
      /^1\. `[\da-f]{8}` Refactor discounts into a table of rules: wrote line 22 of `src\/discounts\.js`, /m,
    );
    assert.match(first, /^signature: "TypeError: .*discounts\.js#discountOn"$/m);
    assert.doesNotMatch(first, /## Similar records/);
  });

  it('find the record of the same error again, with its outcome', async function () {
    this.timeout(60_000);
    await triage('/usr/src/app/src/discounts.js:22:31');
    const [[name] = ['']] = await vscode.workspace.fs.readDirectory(recordsFolder());
    const uri = vscode.Uri.joinPath(recordsFolder(), name);
    const text = (await onDisk(uri)).replace('status: open', 'status: resolved');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(`${text}\n## Resolution\n\n- **Cause**: no rule without a code\n- **Fix**: return 0\n`),
    );
    await vscode.commands.executeCommand('tpmMentor.refresh');
    const second = await triage('C:\\build\\src\\discounts.js:19:3');
    assert.match(second, /^## Similar records$/m);
    assert.ok(second.includes(`(<./${name}>)`), 'linked by its file name');
    assert.match(second, /: resolved; same error at the same place; Cause: no rule without a code\. Fix: return 0\.$/m);
  });
});

/** Triages a selected stack trace, Enter straight through; returns the record. */
async function triage(place: string): Promise<string> {
  const log = `TypeError: Cannot read properties of undefined (reading 'kind')\n    at discountOn (${place})`;
  const editor = await openUntitled('log', log);
  editor.selection = new vscode.Selection(0, 0, 2, 0);
  await acceptAll(vscode.commands.executeCommand('tpmMentor.triageIssue'));
  return onDisk(vscode.window.activeTextEditor!.document.uri);
}
