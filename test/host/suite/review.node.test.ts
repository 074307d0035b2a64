import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { parseRecordInfo } from '../../../src/core/record/parse.ts';
import { sectionText } from '../../../src/core/record/sections.ts';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { acceptAll, itemsIn, onDisk, root, rowOf, useSharedRecords, write } from '../world.ts';

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@b.example', ...args], {
    cwd: root().fsPath,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

const TOPIC = 'feature/gift-wrap';

const textOf = (uri: vscode.Uri): string =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())!.getText();
const record = (uri: vscode.Uri): ReturnType<typeof parseRecordInfo>['record'] => parseRecordInfo(textOf(uri)).record;
const head = (): string => git('rev-parse', 'HEAD');
const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`tpmMentor.${command}`, ...args);

/** Starts the review of the branch that is checked out, and ticks all of it. */
async function startReview(): Promise<vscode.Uri> {
  await acceptAll(run('startReview'));
  const { uri } = vscode.window.activeTextEditor!.document;
  for (const item of itemsIn(textOf(uri))) await run('markDone', rowOf(uri, item));
  return uri;
}

async function commit(path: string, text: string, message = 'More'): Promise<void> {
  await write(path, text);
  git('add', path);
  git('commit', '--quiet', '-m', message);
}

/** What the editor shows above the lines of the record. */
async function lenses(uri: vscode.Uri): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return found.map(({ command }) => command?.title ?? '');
}

/** Git tells in its own time that HEAD moved. */
const lensSays = (uri: vscode.Uri, words: RegExp): Promise<string> =>
  eventually(`a lens says ${words}`, async () => (await lenses(uri)).find((title) => words.test(title)) ?? '', 15_000);

describe('a review and the commits that come after it', function () {
  this.timeout(60_000);
  useSharedRecords();

  let [main, topic, fork] = ['', '', ''];

  before(() => {
    [main, topic, fork] = ['main', TOPIC]
      .map((name) => git('rev-parse', name))
      .concat(git('merge-base', 'main', TOPIC)) as [string, string, string];
  });
  // The branch of the sample, on a trunk that has not moved on since.
  beforeEach(() => {
    git('reset', '--quiet', '--hard', fork);
    git('checkout', '--quiet', '-B', TOPIC, topic);
  });
  afterEach(() => {
    git('checkout', '--quiet', '--force', '-B', 'main', main);
    git('branch', '--quiet', '--force', TOPIC, topic);
    git('clean', '-fdq');
  });

  it('is a record of the change in numbers, its risks with links, the blocks, and what it has to remember', async () => {
    await acceptAll(run('startReview'));
    const { uri } = vscode.window.activeTextEditor!.document;
    const text = textOf(uri);
    const { branch, base, baseCommit, commit: looked, repository } = record(uri);
    assert.deepEqual(
      [branch, base, baseCommit, looked, repository],
      [TOPIC, 'main', git('merge-base', 'main', 'HEAD'), head(), undefined],
    );
    assert.match(sectionText(text, 'Change'), /`feature\/gift-wrap` at `\w{10}`, compared with `main`: 3 commits\./);
    assert.match(
      sectionText(text, 'Risks'),
      /- \[db\/migrations\/002_gift_wrap\.sql:\d+\]\(<\/db\/migrations\/002_gift_wrap\.sql#L\d+>\)/,
    );
    assert.ok(itemsIn(text).length >= 5);
    for (const title of ['Findings', 'Notes', 'Log']) assert.match(text, new RegExp(`^## ${title}$`, 'm'));
    assert.equal(await onDisk(uri), text);
  });

  it('names the ticks whose files changed, forgets them when rechecked, and keeps the rest', async () => {
    const uri = await startReview();
    const ticked = textOf(uri);
    assert.doesNotMatch(ticked, /Checked at|Re-check/);
    await lensSays(uri, /Up to date with feature\/gift-wrap/);
    const since = head().slice(0, 10);
    await commit('README.md', '# Gift wrap\n');
    await lensSays(uri, /1 new commit, 1 file differs · \d+ items? to re-check/);
    await lensSays(uri, new RegExp(`Re-check: README.md \\(since ${since}\\)`));
    assert.equal(textOf(uri), ticked, 'nothing is written before somebody asks');
    await run('updateReview', { target: { uri: uri.toString() } });
    const items = itemsIn(textOf(uri));
    const again = items.filter(({ recheck }) => recheck !== undefined);
    assert.ok(again.length > 0 && again.length < items.length, `${again.length} of ${items.length}`);
    assert.ok(again.every(({ state }) => state.kind === 'done'));
    assert.equal(record(uri).commit, head());
    assert.match(sectionText(textOf(uri), 'Log'), /1 new commit, 1 file differs: `README\.md`\. To re-check: \d+\./);
    for (const item of again) await run('markRechecked', rowOf(uri, item));
    assert.ok(itemsIn(textOf(uri)).every(({ recheck, checkedAt }) => recheck === undefined && checkedAt === undefined));
  });

  it('does not call for what is ticked after the commits came, by a command or by hand', async () => {
    await acceptAll(run('startReview'));
    const { uri } = vscode.window.activeTextEditor!.document;
    await lensSays(uri, /Up to date/);
    await commit('src/receipt.js', '// all new\n');
    await lensSays(uri, /1 new commit/);
    const [first, second] = itemsIn(textOf(uri));
    await run('markDone', rowOf(uri, first!));
    const ticked = itemsIn(textOf(uri)).find(({ id }) => id === first!.id);
    assert.equal(ticked?.checkedAt, head().slice(0, 10));
    const { line } = itemsIn(textOf(uri)).find(({ id }) => id === second!.id)!;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(line, 3, line, 4), 'x');
    await vscode.workspace.applyEdit(edit);
    await eventually(`the tick by hand says at which commit: ${textOf(uri).split('\n')[line]}`, () => {
      const found = itemsIn(textOf(uri)).find(({ id }) => id === second!.id);
      return found?.checkedAt === head().slice(0, 10);
    });
    assert.ok(!(await lenses(uri)).some((title) => title.includes('Re-check')));
  });

  it('calls for nothing after a rebase onto a base that moved on', async () => {
    const uri = await startReview();
    git('checkout', '--quiet', 'main');
    await commit('NEWS.md', 'Something else.\n', 'Say the news');
    git('rebase', '--quiet', 'main', TOPIC);
    await lensSays(uri, /Rebased onto main, the same changes · nothing to re-check/);
    await run('updateReview', { target: { uri: uri.toString() } });
    assert.deepEqual([record(uri).commit, record(uri).baseCommit], [head(), git('rev-parse', 'main')]);
    assert.ok(itemsIn(textOf(uri)).every(({ recheck, checkedAt }) => recheck === undefined && checkedAt === undefined));
  });

  it('knows a squash and an amended commit for what they are', async () => {
    const uri = await startReview();
    git('reset', '--quiet', '--soft', 'main');
    git('commit', '--quiet', '-m', 'Wrap gifts');
    await lensSays(uri, /Squashed into 1 commit, the same changes · nothing to re-check/);
    await run('updateReview', { target: { uri: uri.toString() } });
    await lensSays(uri, /Up to date/);
    await write('README.md', '# Changed\n');
    git('commit', '--quiet', '--amend', '--all', '-m', 'Wrap gifts');
    await lensSays(uri, /The last commit was amended, 1 file differs · \d+ items? to re-check/);
  });

  it('compares by content after a force-push that starts over', async () => {
    const uri = await startReview();
    git('reset', '--quiet', '--hard', 'main');
    await commit('src/giftWrap.js', 'export const wrap = 1;\n', 'Start over');
    await lensSays(uri, /History was rewritten, \d+ files differ · \d+ items to re-check/);
  });

  it('says that the commit is gone, and asks what becomes of the ticks', async () => {
    const uri = await startReview();
    const gone = 'f'.repeat(40);
    const { document } = await vscode.window.showTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf(head());
    edit.replace(uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 40)), gone);
    await vscode.workspace.applyEdit(edit);
    await lensSays(uri, /Commit ffffffffff is gone, so nothing tells what changed since/);
    await acceptAll(run('updateReview', { target: { uri: uri.toString() } }));
    const ticked = itemsIn(textOf(uri)).filter(({ state }) => state.kind === 'done');
    assert.ok(
      ticked.length > 0 &&
        ticked.every(({ recheck }) => recheck === `everything (since ${gone.slice(0, 10)}, which is gone)`),
    );
    assert.equal(record(uri).commit, head());
  });

  it('stays about its branch when another one is checked out, and says when that branch is gone', async () => {
    const uri = await startReview();
    git('checkout', '--quiet', '-b', 'elsewhere');
    git('commit', '--quiet', '--allow-empty', '-m', 'Elsewhere');
    await lensSays(uri, /Up to date with feature\/gift-wrap/);
    git('branch', '--quiet', '-D', TOPIC);
    git('commit', '--quiet', '--allow-empty', '-m', 'HEAD moves');
    await lensSays(uri, /There is no branch "feature\/gift-wrap" here/);
    git('checkout', '--quiet', '--force', 'main');
    git('branch', '--quiet', '-D', 'elsewhere');
  });
});
