import * as vscode from 'vscode';
import type { Commit, History, LogOptions, NoHistory, Repository, Tag } from '../core/suspects/history.ts';
import { gitApi, repositoryAt, type GitChange, type GitCommit, type GitRepository } from './gitApi.ts';
import { workspaceUri } from './workspacePath.ts';

/** What VS Code's own Git extension knows. No git is started by us. */
export const gitHistory: History = {
  async repositoryOf(path): Promise<Repository | NoHistory> {
    if (!vscode.workspace.isTrusted) return 'restricted';
    const api = await gitApi();
    if (!api) return 'unavailable';
    const uri = path === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : workspaceUri(path);
    const repository = uri && (await repositoryAt(api, uri));
    if (!repository) return 'no-repository';
    // A repository that was only just opened has not read its HEAD yet.
    if (!repository.state.HEAD) await repository.status();
    return new GitHistoryRepository(repository);
  },
};

class GitHistoryRepository implements Repository {
  readonly #git: GitRepository;
  readonly id: string;
  readonly upstream?: string;

  constructor(git: GitRepository) {
    this.#git = git;
    this.id = git.rootUri.toString();
    const { upstream, ahead = 0 } = git.state.HEAD ?? {};
    if (upstream && ahead > 0) this.upstream = `${upstream.remote}/${upstream.name}`;
  }

  pathOf(path: string): string {
    const uri = workspaceUri(path);
    return uri ? this.#pathOf(uri) : path;
  }

  async uncommitted(): Promise<readonly string[]> {
    await this.#git.status();
    const { workingTreeChanges, indexChanges, mergeChanges, untrackedChanges = [] } = this.#git.state;
    return this.#pathsOf([...workingTreeChanges, ...indexChanges, ...mergeChanges, ...untrackedChanges]);
  }

  async tags(most: number): Promise<readonly Tag[]> {
    const refs = await this.#git.getRefs({ pattern: 'refs/tags', count: most, sort: 'creatordate' });
    return refs.flatMap(({ name, commit }) => (name && commit ? [{ name, commit }] : []));
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    return (await this.#git.getMergeBase(one, other)) || undefined;
  }

  async log({ since, path, most }: LogOptions): Promise<readonly Commit[]> {
    if (!this.#git.state.HEAD?.commit) return [];
    const commits = await this.#git.log({
      ...(since === undefined ? {} : { range: `${since}..HEAD` }),
      ...(path === undefined ? {} : { path }),
      ...(most === undefined ? {} : { maxEntries: most }),
    });
    return commits.map(toCommit);
  }

  async commit(hash: string): Promise<Commit | undefined> {
    return this.#git.getCommit(hash).then(toCommit, () => undefined);
  }

  async changedSince(commit: string): Promise<readonly string[]> {
    return this.#pathsOf(await this.#git.diffBetween(commit, 'HEAD'));
  }

  blame(path: string): Promise<string> {
    return this.#git.blame(path);
  }

  diff(from: string, path: string): Promise<string> {
    return this.#git.diffWith(from, path);
  }

  #pathsOf(changes: readonly GitChange[]): string[] {
    return [...new Set(changes.map(({ uri }) => this.#pathOf(uri)))];
  }

  /** Outside the root (behind a symbolic link): the full path, which git resolves itself. */
  #pathOf(uri: vscode.Uri): string {
    const root = this.#git.rootUri.path.replace(/\/*$/, '/');
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.fsPath;
  }
}

/** The day it came into this branch counts: a rebased commit is as old as its rebase. */
function toCommit({ hash, message, commitDate, authorDate }: GitCommit): Commit {
  return {
    hash,
    subject: message.trim().split('\n', 1)[0]!.trim(),
    date: (commitDate ?? authorDate ?? new Date(0)).toISOString(),
  };
}
