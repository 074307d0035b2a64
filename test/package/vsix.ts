import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The files of a .vsix by their path in the archive, such as `extension/package.json`; folders are left out. */
export async function filesInVsix(path: string): Promise<Map<string, Buffer>> {
  const archive = await yauzl.openPromise(path);
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}
