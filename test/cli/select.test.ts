import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from '../../scripts/host/build.ts';
import { temporaryFolder } from '../../scripts/host/folders.ts';
import { makeShop } from '../../scripts/shop.ts';
import { findBlocks } from '../../src/core/block/find.ts';
import { itemsOfBlock } from '../../src/core/block/model.ts';
import { commit, git, type Run, type RunOptions, tpmMentor, write } from './program.ts';

const titlesIn = (text: string): string[] =>
  findBlocks(text).flatMap((block) => itemsOfBlock(block).map(({ title }) => title));
const branch = ['--base', 'main', '--head', 'feature/gift-wrap'];

describe('tpm-mentor select', function () {
  this.timeout(30_000);

  let folder: string;
  let shop: string;

  before(async () => {
    await ensureBuild();
    folder = temporaryFolder('select');
    shop = path.join(folder, 'shop');
    await makeShop(shop);
  });

  it('prints the blocks for a branch with the reasons folded, the same each time', async () => {
    const { status, stdout, stderr } = await select(...branch);
    assert.deepEqual([status, stderr], [0, '']);
    const items = titlesIn(stdout);
    assert.ok(items.length >= 5 && items.length <= 9, items.join('; '));
    assert.ok(
      items.includes('Know the rollback') || items.some((title) => title.startsWith('Rehearse the way back')),
      items.join('; '),
    );
    assert.match(stdout, /<details>\n<summary>Why these \d items, and \d+ more for this change<\/summary>/);
    assert.match(stdout, /`db\/migrations\/002_gift_wrap\.sql:\d+` /);
    assert.match(stdout, /This is a feature: the branch is called `feature\/gift-wrap`\./);
    assert.ok(stdout.endsWith('-->\n'));
    assert.equal((await select(...branch)).stdout, stdout);
  });

  it('prints what check reads: musts are open, and ticked they are not', async () => {
    const { stdout } = await select(...branch);
    assert.equal((await tpmMentor(['check', '-'], { input: stdout })).status, 1);
    assert.equal((await tpmMentor(['check', '-'], { input: stdout.replaceAll('- [ ]', '- [x]') })).status, 0);
  });

  it('takes the list of the role', async () => {
    const [author, reviewer] = [
      await select(...branch, '--role', 'author'),
      await select(...branch, '--role', 'reviewer'),
    ];
    assert.match(author.stdout, /^<!-- tpm:checklist review-author -->/);
    assert.match(reviewer.stdout, /^<!-- tpm:checklist review-reviewer -->/);
  });

  it('refreshes an older comment: marks, notes and the words around it stay', async () => {
    const { stdout } = await select(...branch);
    const older = `Dear all,\r\n\r\n${stdout.replaceAll('\n', '\r\n').replace('- [ ]', '- [x]')}\r\nThanks!\r\n`;
    write(folder, { 'comment.md': older });
    const fromFile = await select(...branch, '--update', path.join(folder, 'comment.md'));
    const fromInput = await select([...branch, '--update', '-'], { input: older });
    assert.equal(fromFile.stdout, older);
    assert.equal(fromInput.stdout, older);
    const [first] = titlesIn(stdout);
    const less = older
      .split('\r\n')
      .filter((line) => !line.includes(titlesIn(stdout).at(-1)!))
      .join('\r\n');
    const again = (await select([...branch, '--update', '-'], { input: less })).stdout;
    assert.deepEqual(new Set(titlesIn(again)), new Set(titlesIn(stdout)));
    assert.ok(again.startsWith('Dear all,\r\n') && again.includes('Thanks!\r\n') && !/[^\r]\n/.test(again));
    assert.equal(
      findBlocks(again)
        .flatMap(itemsOfBlock)
        .find(({ title }) => title === first)?.state.kind,
      'done',
    );
  });

  it('takes out of an older comment what nobody touched and no longer fits', async () => {
    const root = repository('turned', { 'a.txt': 'a\n' });
    git(root, 'switch', '--quiet', '--create', 'topic');
    commit(root, 'Widen the orders', { 'db/2.sql': 'ALTER TABLE orders DROP COLUMN region;\n' });
    const args = ['--base', 'main', '--role', 'author'];
    const first = await select(args, { cwd: root });
    const [kept, gone] = titlesIn(first.stdout).filter((title) => /^(?:Rehearse the way back|Add first)/.test(title));
    assert.ok(kept && gone, first.stdout);
    const ticked = first.stdout.replace(new RegExp(`- \\[ \\] (?=\\**${kept})`), '- [x] ');
    git(root, 'rm', '--quiet', 'db/2.sql');
    commit(root, 'Ask the browser', { 'src/a.ts': 'el.innerHTML = name;\n' });
    const { stdout } = await select([...args, '--update', '-'], { cwd: root, input: ticked });
    const items = titlesIn(stdout);
    assert.deepEqual([items.includes(kept), items.includes(gone)], [true, false], stdout);
    assert.ok(items.includes('Encode at the moment of output'), stdout);
  });

  it('heeds what somebody corrected in the older text', async () => {
    const { stdout } = await select(...branch, '--role', 'author');
    const corrected = stdout.replace('<!-- tpm:reasons -->', '<!-- tpm:reasons role=author kind=none -->');
    const again = await select([...branch, '--update', '-'], { input: corrected });
    assert.match(again.stdout, /<!-- tpm:reasons role=author kind=none -->/);
    assert.doesNotMatch(again.stdout, /review-reviewer|This is a feature/);
  });

  it('tells a program what was chosen, and why', async () => {
    const chosen = JSON.parse((await select(...branch, '--json', '--role', 'reviewer')).stdout);
    assert.equal(chosen.head, git(shop, 'rev-parse', 'feature/gift-wrap'));
    assert.equal(chosen.base, git(shop, 'merge-base', 'main', 'feature/gift-wrap'));
    assert.equal(chosen.branch, 'feature/gift-wrap');
    assert.ok(
      chosen.inSight.length > 0 && chosen.inSight.every((one: { reasons: unknown[] }) => one.reasons.length > 0),
    );
    assert.deepEqual(
      titlesIn(chosen.markdown).toSorted(),
      chosen.inSight.map(({ title }: { title: string }) => title).toSorted(),
    );
  });

  it('prints nothing when nothing fits, says why, and ends with 0', async () => {
    const words = repository('words', { 'README.md': 'One.\n' });
    commit(words, 'Say more', { 'README.md': 'One and two.\n' });
    assert.deepEqual(await select(['--base', 'HEAD~1'], { cwd: words }), {
      status: 0,
      stdout: '',
      stderr: 'tpm-mentor: Only documentation changed (`README.md`): read it as its readers will.\n',
    });
    const same = await select(['--base', 'HEAD'], { cwd: words });
    assert.deepEqual([same.status, same.stdout, same.stderr], [0, '', 'tpm-mentor: The change is empty.\n']);
  });

  it('works from a folder below, and from a commit that is no branch', async () => {
    const clone = path.join(folder, 'clone');
    git(folder, 'clone', '--quiet', shop, clone);
    git(clone, 'checkout', '--quiet', '--detach', 'origin/feature/gift-wrap');
    const args = ['--base', 'origin/main', '--branch', 'feature/gift-wrap', '--role', 'author'];
    const below = await select(args, { cwd: path.join(clone, 'src') });
    assert.equal(below.stdout, (await select(...branch, '--role', 'author')).stdout);
    const { status, stderr } = await select(['--base', 'feature/gift-wrap'], { cwd: clone });
    assert.deepEqual(
      [status, stderr],
      [2, 'tpm-mentor: There is no commit "feature/gift-wrap" here. Did you mean origin/feature/gift-wrap?\n'],
    );
  });

  it('reads the same diff under a configuration that prints diffs in another way, and starts no program of it', async () => {
    const marker = path.join(folder, 'ran');
    const tool = `touch '${marker}'`;
    write(folder, {
      gitconfig: `[diff]\nnoprefix = true\nmnemonicPrefix = true\nexternal = "${tool}"\nrenames = false\n[color]\nui = always\n[log]\nshowSignature = true\n[core]\npager = "${tool}"\n[diff "x"]\ntextconv = "${tool}; cat"\n`,
      attributes: '* diff=x\n',
    });
    write(shop, { '.git/info/attributes': '* diff=x\n' });
    const env = { GIT_CONFIG_GLOBAL: path.join(folder, 'gitconfig') };
    const plain = await select(...branch, '--role', 'author');
    const odd = await select([...branch, '--role', 'author'], { env });
    assert.deepEqual([odd.status, odd.stdout], [0, plain.stdout], odd.stderr);
    assert.throws(() => mkdirSync(path.join(marker, 'x')), /ENOENT/);
    rmSync(path.join(shop, '.git/info/attributes'));
  });

  it('reads names of files that git quotes, and the .gitattributes of the commit', async () => {
    const odd = repository('odd', { 'a.txt': 'a\n' });
    git(odd, 'switch', '--quiet', '--create', 'topic');
    commit(odd, 'Add', {
      'päge/größe "x".ts': 'el.innerHTML = name;\n',
      'made/one.ts': 'el.innerHTML = name;\n',
      '.gitattributes': 'made/** linguist-generated\n',
    });
    git(odd, 'switch', '--quiet', 'main'); // the working tree has no .gitattributes now
    const { stdout, stderr } = await select(['--base', 'main', '--head', 'topic'], { cwd: odd });
    assert.match(stdout, /`päge\/größe "x"\.ts:1` /, stderr);
    assert.match(stdout, /3 files, 1 of them generated/);
    assert.doesNotMatch(stdout, /`made\/one\.ts/);
  });

  it('lays the checklists of the team over the built-in ones, and names what is wrong with them', async () => {
    const front = (id: string, more = ''): string =>
      `---\nid: ${id}\ngroup: review\nkind: do-confirm\ntrigger: Always.\n${more}---\n\n`;
    const team = repository('team', {
      '.tpm/checklists/ours.md': `${front('ours', 'applies-to:\n  files: ["**/*.cfg"]\n')}# Ours\n\n## A\n\n- [ ] **Ask the admins**\n`,
      '.tpm/checklists/faulty.md': '# Faulty\n\n## A\n\n- [ ] Do\n',
    });
    commit(team, 'Change', { 'web.cfg': 'port = 1\n' });
    const own = await select(['--base', 'HEAD~1'], { cwd: team });
    assert.ok(titlesIn(own.stdout).includes('Ask the admins'), own.stdout);
    assert.match(own.stderr, /^tpm-mentor: faulty\.md:1: missing-front-matter$/m);
    mkdirSync(path.join(folder, 'none'), { recursive: true });
    const without = await select(['--base', 'HEAD~1', '--checklists', path.join(folder, 'none')], { cwd: team });
    assert.deepEqual([titlesIn(without.stdout).includes('Ask the admins'), without.status], [false, 0]);
    const gone = await select(['--base', 'HEAD~1', '--checklists', 'gone'], { cwd: team });
    assert.deepEqual([gone.status, gone.stderr], [2, 'tpm-mentor: There is no folder gone.\n']);
  });

  it('does not let a ref become an option or a command', async () => {
    const refs = [
      '--output=ran',
      '-x',
      '',
      '$(touch ran)',
      ';touch ran',
      'main\n--output=ran',
      'HEAD:src',
      'a..b',
      'main --',
    ];
    const tries = [...refs.map((ref) => [`--base=${ref}`]), ['--base', 'main', '--head=--output=ran']];
    for (const { status, stdout, stderr } of await Promise.all(tries.map((args) => select(...args)))) {
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(
        stderr,
        /^tpm-mentor: (?:"[^\n]*" cannot name a commit|There is no commit "[^\n]*" here)\.[^\n]*\n$/,
      );
    }
    assert.equal(git(shop, 'status', '--porcelain', '--ignored'), '');
  });

  it('says what to do about a shallow clone, and about histories that have nothing in common', async () => {
    const shallow = path.join(folder, 'shallow');
    git(folder, 'clone', '--quiet', '--depth=1', '--no-single-branch', pathToFileURL(shop).href, shallow);
    const { status, stderr } = await select(['--base', 'origin/feature/gift-wrap'], { cwd: shallow });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /no commit in common here\. This is a shallow clone: run git fetch --unshallow; in CI, actions\/checkout with fetch-depth: 0\.\n$/,
    );
    const other = repository('other', { a: 'a\n' });
    git(other, 'switch', '--quiet', '--orphan', 'alone');
    commit(other, 'Begin again', { b: 'b\n' });
    assert.match((await select(['--base', 'main'], { cwd: other })).stderr, /Their histories are unrelated/);
  });

  it('says in one sentence that there is no repository, no commit yet, or no git', async () => {
    const outside = path.join(folder, 'outside');
    mkdirSync(outside);
    const env = { GIT_CEILING_DIRECTORIES: folder };
    const none = await select(['--base', 'main'], { cwd: outside, env });
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /^tpm-mentor: .*outside is not in the working tree of a git repository\.\n$/);
    const fresh = path.join(folder, 'fresh');
    git(folder, 'init', '--quiet', '--initial-branch=main', fresh);
    assert.match((await select(['--base', 'HEAD'], { cwd: fresh })).stderr, /There is no commit "HEAD" here/);
    const gitless = await select(['--base', 'main'], { env: { PATH: outside, Path: outside } });
    assert.deepEqual([gitless.status, gitless.stderr], [2, 'tpm-mentor: There is no git on the PATH.\n']);
  });

  function select(args: readonly string[], options: RunOptions): Promise<Run>;
  function select(...args: string[]): Promise<Run>;
  function select(...all: (string | readonly string[] | RunOptions)[]): Promise<Run> {
    const [args, options = {}] = Array.isArray(all[0]) ? (all as [string[], RunOptions?]) : [all as string[]];
    const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...options.env };
    return tpmMentor(['select', ...args], { cwd: shop, ...options, env });
  }

  function repository(name: string, files: Readonly<Record<string, string>>): string {
    const root = path.join(folder, name);
    git(folder, 'init', '--quiet', '--initial-branch=main', root);
    commit(root, 'Start', files);
    return root;
  }
});
