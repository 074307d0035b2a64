import * as vscode from 'vscode';
import type { GitRepository } from '../gitApi.ts';

/** Files in git's own folder that are there while something is not finished, and what it is. */
const markers: readonly (readonly [file: string, operation: string])[] = [
  ['MERGE_HEAD', 'merge'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

/** What was begun in the repository and is not finished. The API tells only of conflicts and of some rebases. */
export async function operationsIn({ rootUri }: GitRepository): Promise<string[]> {
  const folder = await gitFolder(rootUri);
  const found = await Promise.all(
    markers.map(async ([file, operation]) => ((await exists(vscode.Uri.joinPath(folder, file))) ? [operation] : [])),
  );
  return [...new Set(found.flat())];
}

/** In a worktree or submodule `.git` is a file that names the folder. */
async function gitFolder(root: vscode.Uri): Promise<vscode.Uri> {
  const git = vscode.Uri.joinPath(root, '.git');
  const text = await vscode.workspace.fs.readFile(git).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const path = /^gitdir: (.+)$/m.exec(text)?.[1]?.trim();
  if (path === undefined) return git;
  return /^([\\/]|[A-Za-z]:)/.test(path)
    ? root.with({ path: vscode.Uri.file(path).path })
    : vscode.Uri.joinPath(root, path);
}

function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
