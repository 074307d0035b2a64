import * as vscode from 'vscode';

/**
 * The URI of a path that is written from the workspace's root; with several roots the path begins with a root's name. `undefined`
 * for paths that are empty, absolute or lead out of the workspace, and without a folder.
 */
export function workspaceUri(path: string): vscode.Uri | undefined {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  if (!parts.length || parts.includes('..') || /^([\\/]|[A-Za-z]:)/.test(path)) return undefined;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = folders.length > 1 ? folders.find(({ name }) => name === parts[0]) : undefined;
  if (named) return vscode.Uri.joinPath(named.uri, ...parts.slice(1));
  return folders[0] && vscode.Uri.joinPath(folders[0].uri, ...parts);
}

/** The other way round. */
export function workspacePath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1);
}
