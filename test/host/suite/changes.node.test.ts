import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { changeSource } from '../../../src/adapters/changeSource.ts';
import { findBlocks } from '../../../src/core/block/find.ts';
import type { Change, ChangeOrigin } from '../../../src/core/review/change.ts';
import { assert } from '../assert.ts';
import { closeEditors, openUntitled, root, write } from '../world.ts';

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@b.example', ...args], {
    cwd: root().fsPath,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

const read = async (origin: ChangeOrigin): Promise<Change> => {
  const [option] = await changeSource.options();
  const change = await changeSource.read({ ...option!, origin });
  assert.ok(change);
  return change;
};
const pathsOf = ({ files }: Change): string[] => files.map(({ path, status }) => `${status} ${path}`).toSorted();
const kindsOf = async (): Promise<string[]> => (await changeSource.options()).map(({ origin }) => origin.kind);

describe('changes from git', function () {
  this.timeout(30_000);

  afterEach(async () => {
    git('checkout', '--quiet', '--force', 'main');
    git('reset', '--quiet', '--hard');
    git('clean', '-fdq');
    await closeEditors();
  });

  it('are the last commit when nothing else is to be reviewed', async () => {
    assert.deepEqual(await kindsOf(), ['commit']);
    const change = await read({ kind: 'commit', hash: 'HEAD' });
    assert.deepEqual(
      pathsOf(change),
      git('diff', '--name-only', 'HEAD~1', 'HEAD')
        .split('\n')
        .map((path) => `modified ${path}`),
    );
    assert.equal(change.head, git('rev-parse', 'HEAD'));
    assert.equal(change.base, git('rev-parse', 'HEAD~1'));
    assert.equal(change.commits[0]?.author?.email, git('log', '-1', '--format=%ae'));
    assert.equal(change.user?.email, 'mara@kettle-and-leaf.example');
  });

  it('of a branch begin where it left the trunk', async () => {
    git('checkout', '--quiet', 'feature/gift-wrap');
    const [option] = await changeSource.options();
    assert.ok(option);
    assert.deepEqual(option.origin, { kind: 'branch', base: 'main' });
    assert.equal(option.branch, 'feature/gift-wrap');
    const change = await read(option.origin);
    assert.equal(change.base, git('merge-base', 'main', 'HEAD'));
    assert.deepEqual(
      change.files.map(({ path }) => path).toSorted(),
      git('diff', '--name-only', 'main...HEAD').split('\n').toSorted(),
    );
    assert.equal(change.commits.length, git('log', '--oneline', 'main..HEAD').split('\n').length);
  });

  it('that are staged, changed again and new are one change, with what .gitattributes says', async () => {
    await write('.gitattributes', 'made.js linguist-generated\n');
    await write('src/new.js', 'export const a = 1;\n');
    await write('made.js', 'x\n');
    const readme = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), 'README.md')),
    );
    await write('README.md', `${readme}staged\n`);
    git('add', 'README.md');
    await write('README.md', `${readme}staged\nlater\n`);
    assert.deepEqual(await kindsOf(), ['working-tree', 'index', 'commit']);
    const all = await read({ kind: 'working-tree' });
    assert.deepEqual(pathsOf(all), ['added .gitattributes', 'added made.js', 'added src/new.js', 'modified README.md']);
    assert.deepEqual(
      all.files.find(({ path }) => path === 'README.md')?.added.map(({ text }) => text),
      ['staged', 'later'],
    );
    assert.equal(all.files.find(({ path }) => path === 'made.js')?.generatedBy, 'attributes');
    assert.deepEqual(pathsOf(await read({ kind: 'index' })), ['modified README.md']);
  });

  it('of a range, of a first commit, and of a ref that is not there', async () => {
    const change = await read({ kind: 'range', from: 'v1.4.0', to: 'main' });
    assert.equal(change.commits.length, git('log', '--oneline', 'v1.4.0..main').split('\n').length);
    const first = git('rev-list', '--max-parents=0', 'HEAD');
    const [option] = await changeSource.options();
    const beginning = await read({ kind: 'commit', hash: first });
    assert.deepEqual(
      pathsOf(beginning),
      git('ls-tree', '-r', '--name-only', first)
        .split('\n')
        .map((path) => `added ${path}`),
    );
    assert.deepEqual([beginning.base, beginning.head], [undefined, first]);
    assert.equal(await changeSource.read({ ...option!, origin: { kind: 'branch', base: 'no-such-ref' } }), undefined);
    const refs = await changeSource.refs(option!);
    assert.deepEqual(
      refs.filter(({ name }) => /^v1\.4\.0$|gift/.test(name)).map(({ name, kind }) => `${kind} ${name}`),
      ['branch feature/gift-wrap', 'tag v1.4.0'],
    );
  });

  it('are named by the commits that lead to HEAD, and by whatever git takes for a commit', async () => {
    const [option] = await changeSource.options();
    const log = git('log', '--format=%H|%s|%an|%as').split('\n');
    const named = await changeSource.commits(option!);
    assert.deepEqual(
      named.map(({ hash, subject, author, date }) => [hash, subject, author, date].join('|')),
      log,
    );
    assert.equal(option!.subject, named[0]!.subject);
    assert.equal((await changeSource.commit(option!, 'HEAD~1'))?.hash, named[1]!.hash);
    assert.equal(await changeSource.commit(option!, 'no-such-thing'), undefined);
    assert.equal(await changeSource.commit(option!, '--all'), undefined);
  });

  it('know the pull request that a branch was checked out for', async () => {
    git('checkout', '--quiet', 'feature/gift-wrap');
    git('config', 'branch.feature/gift-wrap.github-pr-owner-number', 'kettle#shop#12');
    assert.equal((await changeSource.options())[0]?.pullRequest, 12);
    git('config', '--unset', 'branch.feature/gift-wrap.github-pr-owner-number');
    assert.equal((await changeSource.options())[0]?.pullRequest, undefined);
  });

  it('are what Insert Review Checklist offers first', async () => {
    await write('db/004_orders.sql', 'ALTER TABLE orders ADD COLUMN note text;\n');
    const { document } = await openUntitled('markdown', '# Pull request\n');
    const inserted = vscode.commands.executeCommand('tpmMentor.insertReviewChecklist');
    for (let tries = 0; tries < 40 && !document.getText().includes('tpm:checklist'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await inserted;
    const text = document.getText();
    assert.ok(
      findBlocks(text).some(({ checklist }) => checklist === 'review-contract'),
      text,
    );
    assert.match(text, /`db\/004_orders\.sql:1` alters a table/);
  });
});
