import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildAside } from './buildAside.ts';
import { cacheFolder } from './folders.ts';
import { unpackPackage } from './npmPackage.ts';
import { say, StepError } from './say.ts';
import { platformKey, serverNodePackages } from './versions.ts';

/** Returns the path of a Node 22 for the server: the running one if it is that, otherwise one from npm, kept in the cache. */
export async function provideServerNode(): Promise<string> {
  if (process.versions.node.startsWith('22.')) {
    return process.execPath;
  }
  const wanted = serverNodePackages[platformKey];
  if (wanted === undefined) {
    throw new StepError(
      `There is no ready-made Node 22 for ${platformKey}.`,
      'run the command with Node 22 itself (22.18 or newer), or use `npm run test:desktop`.',
    );
  }
  const folder = await buildAside(path.join(cacheFolder(), `node-${wanted.version}-${platformKey}`), async (aside) => {
    say(`Getting Node ${wanted.version} for the VS Code server...`);
    await unpackPackage(wanted, 'package/bin', aside);
    checkRuns(path.join(aside, nodeFile), wanted.version);
  });
  return path.join(folder, nodeFile);
}

const nodeFile = process.platform === 'win32' ? 'node.exe' : 'node';

function checkRuns(node: string, version: string): void {
  try {
    execFileSync(node, ['--version'], { encoding: 'utf8' });
  } catch (error) {
    throw new StepError(
      `Node ${version} from npm does not run on this machine.`,
      'it needs glibc 2.28 or newer on Linux; run the command with a Node 22 of your own otherwise.',
      error,
    );
  }
}
