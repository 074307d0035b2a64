import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand, runNpm } from './command.ts';
import { StepError } from './say.ts';
import type { PinnedPackage } from './versions.ts';

/**
 * Downloads a package from the npm registry, compares its checksum with the pinned one and unpacks `part` of it (a path in the
 * archive such as `package/bin`) so that the contents of that part lie directly in `target`.
 */
export async function unpackPackage(wanted: PinnedPackage, part: string, target: string): Promise<void> {
  const spec = `${wanted.name}@${wanted.version}`;
  const download = path.join(target, '.download');
  mkdirSync(download, { recursive: true });
  try {
    await runNpm(['pack', spec, '--silent', '--pack-destination', download], { quiet: true, cwd: download });
  } catch (error) {
    throw new StepError(
      `${spec} could not be downloaded from the npm registry.`,
      `check the network and \`npm config get registry\`, then try \`npm pack ${spec}\` by hand.`,
      error,
    );
  }
  const archiveName = readdirSync(download).find((name) => name.endsWith('.tgz'));
  if (archiveName === undefined) {
    throw new StepError(`npm wrote no archive for ${spec}.`, `try \`npm pack ${spec}\` by hand.`);
  }
  const archive = path.join(download, archiveName);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== wanted.integrity) {
    throw new StepError(
      `${spec} is not the archive that this project pins (${integrity}).`,
      'compare the checksum with the public registry; if it is right there, change it in scripts/host/versions.ts.',
    );
  }
  const depth = part.split('/').length;
  // Run where the archive is: Windows' and GNU tar disagree about a colon in a file name.
  await runCommand('tar', ['-xzf', archiveName, '-C', '..', `--strip-components=${depth}`, part], {
    quiet: true,
    cwd: download,
  });
  rmSync(download, { recursive: true, force: true });
}
