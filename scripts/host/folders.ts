import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** The top folder of this checkout. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/**
 * Where provisioned hosts are kept between runs: `TPM_MENTOR_CACHE`, otherwise the platform's folder for data that may be
 * thrown away (XDG base directory specification; `~/Library/Caches`; `%LOCALAPPDATA%`).
 */
export function cacheFolder(): string {
  const chosen = process.env['TPM_MENTOR_CACHE'];
  if (chosen) {
    return path.resolve(chosen);
  }
  switch (process.platform) {
    case 'darwin':
      return path.join(homedir(), 'Library', 'Caches', 'tpm-mentor');
    case 'win32':
      return path.join(process.env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'tpm-mentor', 'Cache');
    default:
      return path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'tpm-mentor');
  }
}

const toRemove = new Set<string>();
process.once('exit', () => toRemove.forEach(removeFolder));

/** A new empty folder that is removed when this process ends, if not before. */
export function temporaryFolder(purpose: string): string {
  const folder = lastingFolder(purpose);
  toRemove.add(folder);
  return folder;
}

/** A new empty folder that stays, by its real path: macOS reaches its temporary folder through a link that VS Code resolves. */
export function lastingFolder(purpose: string): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), `tpm-mentor-${purpose}-`)));
}

/** Deletes a folder; one that is still held by a process that is ending is left to the system's own clean-up. */
export function removeFolder(folder: string): void {
  try {
    toRemove.delete(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch {
    // The folder is below the system's temporary folder: nothing depends on it being gone.
  }
}
