import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeFolder, temporaryFolder } from './folders.ts';
import { makeShop } from '../shop.ts';

/** A folder on disk that one test run may change as it likes. */
export interface Workspace {
  readonly folder: string;
  remove(): void;
}

let original: Promise<string> | undefined;

/** A fresh copy of the sample workspace with its git history. The history is made once per process, then copied. */
export async function sampleWorkspace(): Promise<Workspace> {
  original ??= makeOriginal();
  const outer = temporaryFolder('workspace');
  const folder = path.join(outer, 'shop');
  cpSync(await original, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return { folder, remove: () => removeFolder(outer) };
}

/** A .code-workspace file with the sample workspace and an empty folder `notes` beside it. */
export async function severalFolders(): Promise<Workspace & { readonly file: string }> {
  const workspace = await sampleWorkspace();
  const outer = path.dirname(workspace.folder);
  mkdirSync(path.join(outer, 'notes'));
  const file = path.join(outer, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'shop' }, { path: 'notes' }] }));
  return { ...workspace, file };
}

/** An empty folder. */
export function emptyWorkspace(): Workspace {
  const folder = temporaryFolder('workspace');
  return { folder, remove: () => removeFolder(folder) };
}

async function makeOriginal(): Promise<string> {
  const folder = path.join(temporaryFolder('sample'), 'shop');
  await makeShop(folder);
  return folder;
}
