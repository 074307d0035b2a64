import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const hour = 3_600_000;

/**
 * Returns `folder`, building it first when it does not exist. The build happens in a folder beside it that is renamed at the
 * end, so a folder with the right name is always whole: a build that failed or was interrupted leaves nothing behind that a
 * later run could take for one. Two builds at once are harmless, the first to finish is kept.
 */
export async function buildAside(folder: string, build: (aside: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) {
    return folder;
  }
  mkdirSync(path.dirname(folder), { recursive: true });
  removeAbandonedBuilds(folder);
  const aside = `${folder}.building-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  try {
    await build(aside);
    try {
      renameSync(aside, folder);
    } catch (error) {
      if (!existsSync(folder)) {
        throw error;
      }
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

function removeAbandonedBuilds(folder: string): void {
  const parent = path.dirname(folder);
  for (const name of readdirSync(parent)) {
    const other = path.join(parent, name);
    if (name.startsWith(`${path.basename(folder)}.building-`) && Date.now() - statSync(other).mtimeMs > hour) {
      rmSync(other, { recursive: true, force: true });
    }
  }
}
