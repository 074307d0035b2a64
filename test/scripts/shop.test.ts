import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeShop } from '../../scripts/shop.ts';

const fixture = fileURLToPath(new URL('../fixtures/shop', import.meta.url));

describe('the sample shop', function () {
  this.timeout(20_000);

  let folder: string;
  let shop: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'make-shop-'));
    shop = join(folder, 'shop');
    await makeShop(shop);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('has main checked out, with the files of the fixture and nothing to commit', async () => {
    assert.equal(await git(shop, 'branch', '--show-current'), 'main');
    assert.equal(await git(shop, 'status', '--porcelain', '--ignored'), '');
    const files = await filesUnder(fixture);
    assert.ok(files.length > 15);
    assert.deepEqual(await filesUnder(shop), files);
    for (const file of files) {
      assert.equal(await readFile(join(shop, file), 'utf8'), await textOf(join(fixture, file)), file);
    }
  });

  it('has twelve commits by two authors on main, the release at the ninth and the refactoring after it', async () => {
    const subjects = (await git(shop, 'log', '--reverse', '--format=%s', 'main')).split('\n');
    assert.equal(subjects.length, 12);
    assert.equal(await git(shop, 'log', '-1', '--format=%s', 'v1.4.0'), subjects[8]);
    assert.equal(subjects[9], 'Refactor discounts into a table of rules');
    const authors = (await git(shop, 'log', '--format=%an', 'main')).split('\n');
    assert.deepEqual(new Set(authors), new Set(['Mara Lindqvist', 'Tomas Okafor']));
  });

  it('has a branch of three commits that waits for review and begins at the release', async () => {
    assert.equal(await git(shop, 'rev-list', '--count', 'main..feature/gift-wrap'), '3');
    const base = await git(shop, 'merge-base', 'main', 'feature/gift-wrap');
    assert.equal(base, await git(shop, 'rev-parse', 'v1.4.0^{commit}'));
    const changed = (await git(shop, 'diff', '--name-only', 'main...feature/gift-wrap')).split('\n');
    const expected = [
      'db/migrations/002_gift_wrap.sql',
      'package-lock.json',
      'package.json',
      'src/giftWrap.js',
      'templates/receipt.html',
      'test/giftWrap.test.js',
    ];
    assert.deepEqual(
      expected.filter((file) => !changed.includes(file)),
      [],
    );
  });

  it('has the same hashes under a configuration that changes line endings, branch names and signatures', async () => {
    const config = join(folder, 'gitconfig');
    await writeFile(
      config,
      '[core]\nautocrlf = true\n[init]\ndefaultBranch = trunk\n[commit]\ngpgSign = true\n[user]\nname = Somebody\n',
    );
    const again = join(folder, 'again');
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = config;
    try {
      await makeShop(again);
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
    }
    assert.equal(await git(again, 'show-ref'), await git(shop, 'show-ref'));
  });

  it('is not made in a folder that holds something', async () => {
    await assert.rejects(makeShop(shop), /is not empty/);
  });

  it('prices an order without a discount at the release, and fails in src/discounts.js at main', async () => {
    const release = join(folder, 'release');
    await git(shop, 'worktree', 'add', '--quiet', '--detach', release, 'v1.4.0');
    try {
      assert.equal(nodeIn(release, '--test', 'test/pricing.test.js').status, 0);
    } finally {
      await git(shop, 'worktree', 'remove', '--force', release);
    }
    const { status, output } = nodeIn(shop, '--test', 'test/pricing.test.js');
    assert.equal(status, 1);
    assert.match(output, /an order without a discount costs the sum of its lines/);
    assert.match(output, /TypeError: Cannot read properties of undefined \(reading 'kind'\)/);
    assert.match(output, /at discountOn \(.*src\/discounts\.js:\d+:\d+\)/);
  });

  it('passes all tests on the branch that waits for review', async () => {
    const review = join(folder, 'review');
    await git(shop, 'worktree', 'add', '--quiet', review, 'feature/gift-wrap');
    try {
      const { status, output } = nodeIn(review, '--test');
      assert.equal(status, 0, output);
    } finally {
      await git(shop, 'worktree', 'remove', '--force', review);
    }
  });

  it('reads the customers about sixteen times as often for four times the orders in its report', () => {
    const { status, output } = nodeIn(shop, '--input-type=module', '--eval', countComparisons);
    assert.equal(status, 0, output);
    const [small = 0, large = 0] = output.trim().split(' ').map(Number);
    assert.ok(small > 1000, output);
    // Four times the input: 4 where the cost is linear, 16 where it is quadratic.
    assert.ok(large / small > 12 && large / small < 20, output);
  });
});

/** Counts how often the report reads a customer, so that the growth is exact on a busy machine too. */
const countComparisons = `
  import { salesByMonth } from './src/report.js';
  import { sampleOrders } from './src/sampleOrders.js';
  function readsFor(count) {
    let reads = 0;
    const orders = sampleOrders(count).map(({ customer, ...order }) => ({ ...order, get customer() { reads += 1; return customer; } }));
    salesByMonth(orders);
    return reads;
  }
  console.log(readsFor(1000), readsFor(4000));
`;

async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd });
  return stdout.trim();
}

function nodeIn(cwd: string, ...args: string[]): { status: number | null; output: string } {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_TEST_CONTEXT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Relative paths, sorted, without what git keeps and what running the shop leaves behind. */
async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/^(\.git|data|node_modules)\//.test(path))
    .toSorted();
}

async function textOf(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
}
