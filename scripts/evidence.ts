import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeShop } from './shop.ts';

// Runs what is wrong with the sample shop and keeps what it printed in test/fixtures/evidence.

interface Run {
  readonly hasPassed: boolean;
  /** The command line and what it printed, as in a terminal. */
  readonly text: string;
}

const evidence = fileURLToPath(new URL('../test/fixtures/evidence/', import.meta.url));
const flakyRuns = 20;

const folder = await realpath(await mkdtemp(join(tmpdir(), 'evidence-')));
const shop = join(folder, 'shop');
try {
  await makeShop(shop);
  await keep('shop-broken.txt', brokenTest());
  await keep('shop-flaky.txt', flakyTest());
  await keep('shop-slow.txt', slowReport());
} finally {
  await rm(folder, { recursive: true, force: true });
}

function brokenTest(): string {
  const { hasPassed, text } = runNode('--test', 'test/pricing.test.js');
  if (hasPassed) throw new Error('The broken test has passed');
  return text;
}

/** One line for each run; the first failed run in full. */
function flakyTest(): string {
  const lines: string[] = [];
  let failures = 0;
  for (let number = 1; number <= flakyRuns; number++) {
    const { hasPassed, text } = runNode('--test', 'test/inbox.test.js');
    if (!hasPassed) failures += 1;
    lines.push(`run ${number}: ${hasPassed ? 'passed' : 'failed'}\n`);
    if (!hasPassed && failures === 1) lines.push(`\n${text}\n`);
  }
  if (failures === 0 || failures === flakyRuns)
    throw new Error(`The flaky test failed in ${failures} of ${flakyRuns} runs`);
  return `${lines.join('')}${failures} of ${flakyRuns} runs failed\n`;
}

function slowReport(): string {
  const runs = ['5000', '10000', '20000'].map((count) => runNode('src/cli.js', 'report', count));
  if (!runs.every((run) => run.hasPassed)) throw new Error('The report has failed');
  return runs.map((run) => run.text).join('\n');
}

function runNode(...args: string[]): Run {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: shop, env, encoding: 'utf8' });
  return { hasPassed: status === 0, text: withoutMachine(`$ node ${args.join(' ')}\n${stdout}${stderr}`) };
}

/** As if the shop lay in /work/shop, with the line ends of Unix. */
function withoutMachine(text: string): string {
  return text
    .replaceAll(pathToFileURL(shop).href, 'file:///work/shop')
    .replaceAll(shop, '/work/shop')
    .replaceAll('\r\n', '\n');
}

async function keep(name: string, text: string): Promise<void> {
  if (text.includes(folder)) throw new Error(`${name} names a folder of this machine`);
  await writeFile(join(evidence, name), text);
}
