import * as vscode from 'vscode';
import type { RepositoryRoot } from '../core/review/change.ts';

/** How paths in a repository are written from the workspace's root; `undefined` when no workspace folder is in it or around it. */
export function repositoryRoot(root: vscode.Uri): RepositoryRoot | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  for (const { uri, name } of folders) {
    const prefix = folders.length > 1 ? `${name}/` : '';
    const inFolder = below(uri.path, root.path);
    if (inFolder !== undefined) return { strip: '', add: prefix + inFolder };
    const inRepository = below(root.path, uri.path);
    if (inRepository !== undefined) return { strip: inRepository, add: prefix };
  }
  return undefined;
}

/** The way down from one folder to another, with a final `/`; empty when they are the same. */
function below(outer: string, inner: string): string | undefined {
  const [from, to] = [outer, inner].map((path) => path.replace(/\/*$/, '/'));
  return to!.startsWith(from!) ? to!.slice(from!.length) : undefined;
}
