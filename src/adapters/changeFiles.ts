import * as vscode from 'vscode';
import { newFile } from '../core/review/assemble.ts';
import type { ChangedFile } from '../core/review/change.ts';
import { readAttributes, type FileAttributes } from '../core/review/gitAttributes.ts';
import type { GitChange, GitRepository } from './gitApi.ts';

/** `Status.UNTRACKED` of the Git extension's API. */
const UNTRACKED = 7;
const MAX_NEW_FILES = 500;
const MAX_ATTRIBUTES = 64;

export type Attributes = (path: string) => FileAttributes;

/** Files that no commit and no index has yet, with what they hold. */
export async function untracked(repository: GitRepository, attributes: Attributes): Promise<ChangedFile[]> {
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const isUntracked = (change: GitChange & { readonly status?: number }): boolean => change.status === UNTRACKED;
  const uris = [...workingTreeChanges.filter(isUntracked), ...untrackedChanges]
    .slice(0, MAX_NEW_FILES)
    .map(({ uri }) => uri);
  const files = uris.map(async (uri) => {
    const path = pathOf(repository, uri);
    const text = await textOf(uri);
    return text === undefined ? [] : [newFile(path, text, attributes(path))];
  });
  return (await Promise.all(files)).flat();
}

/** What the `.gitattributes` files beside and above these paths say, as they are now. */
export async function attributesOf(repository: GitRepository, paths: readonly string[]): Promise<Attributes> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0 && folders.size < MAX_ATTRIBUTES; at = path.indexOf('/', at + 1))
      folders.add(path.slice(0, at + 1));
  }
  const files = [...folders].map(async (folder) => {
    const text = await textOf(vscode.Uri.joinPath(repository.rootUri, folder, '.gitattributes'));
    return text === undefined ? [] : [{ folder, text }];
  });
  return readAttributes((await Promise.all(files)).flat());
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

function pathOf({ rootUri }: GitRepository, uri: vscode.Uri): string {
  const root = rootUri.path.replace(/\/*$/, '/');
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.path;
}
