import * as vscode from 'vscode';

/** The parts of the Git extension's API that we use: https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: {
      readonly name?: string;
      readonly commit?: string;
      readonly ahead?: number;
      readonly behind?: number;
      readonly upstream?: { readonly remote: string; readonly name: string };
    };
    readonly workingTreeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
    readonly mergeChanges: readonly GitChange[];
    readonly rebaseCommit?: { readonly hash: string };
  };
  status(): Promise<void>;
  /** With `range`, `maxEntries` is not heeded; with `refNames` (revisions as `git log --stdin` takes them: `HEAD`, `^v1.0`) it is. */
  log(options: {
    readonly maxEntries?: number;
    readonly range?: string;
    readonly refNames?: readonly string[];
    readonly path?: string;
  }): Promise<readonly GitCommit[]>;
  getCommit(ref: string): Promise<GitCommit>;
  getRefs(query: {
    readonly pattern: string;
    readonly count: number;
    readonly sort: 'creatordate';
  }): Promise<readonly { readonly type?: number; readonly name?: string; readonly commit?: string }[]>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  diffBetween(one: string, other: string): Promise<readonly GitChange[]>;
  diffWith(ref: string, path: string): Promise<string>;
  blame(path: string): Promise<string>;
}

export interface GitChange {
  readonly uri: vscode.Uri;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
  readonly commitDate?: Date;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<string>;
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly repositories: readonly GitRepository[];
  getRepository(uri: vscode.Uri): GitRepository | null;
  openRepository?(root: vscode.Uri): Promise<GitRepository | null>;
}

/** `undefined` where the Git extension is absent (Restricted Mode, the web) or switched off (`git.enabled`). */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>(
    'vscode.git',
  );
  if (!extension) return undefined;
  const git = await extension.activate();
  if (!git.enabled) return undefined;
  const api = git.getAPI(1);
  if (api.state === 'uninitialized') await new Promise<void>((resolve) => once(api.onDidChangeState, resolve));
  return api;
}

/** The repository that a file or folder lies in, opened when VS Code has not done so yet. */
export async function repositoryAt(api: GitApi, uri: vscode.Uri): Promise<GitRepository | undefined> {
  const known = api.getRepository(uri);
  if (known) return known;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  return (folder && (await api.openRepository?.(folder))) ?? undefined;
}

function once<T>(event: vscode.Event<T>, done: () => void): void {
  const subscription = event(() => {
    subscription.dispose();
    done();
  });
}
