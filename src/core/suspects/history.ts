/** What version control knows about the workspace. Nothing here changes a repository. */
export interface History {
  /**
   * The repository that holds a file of the workspace (its path as in `Places.hasFile`), or that of the first folder when no
   * path is given. A word says why there is none.
   */
  repositoryOf(path?: string): Promise<Repository | NoHistory>;
}

/** `restricted`: Restricted Mode. `unavailable`: no Git extension or no git (the web, `git.enabled: false`). */
export type NoHistory = 'restricted' | 'unavailable' | 'no-repository';

/** Paths are written from the repository's root, with `/`. Every question may reject: the caller goes on without the answer. */
export interface Repository {
  /** Tells repositories apart. */
  readonly id: string;
  /** The remote branch that HEAD follows, `origin/main`; absent when there is none or HEAD is not ahead of it. */
  readonly upstream?: string;
  /** The path in this repository of a file of the workspace. */
  pathOf(workspacePath: string): string;
  /** Files with changes that are in no commit, new ones included. */
  uncommitted(): Promise<readonly string[]>;
  /** Newest first. */
  tags(most: number): Promise<readonly Tag[]>;
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** Newest first; empty before the first commit. */
  log(options: LogOptions): Promise<readonly Commit[]>;
  /** `undefined` when there is no such commit. The hash may be abbreviated. */
  commit(hash: string): Promise<Commit | undefined>;
  /** Files whose content in HEAD is not what it was in that commit. */
  changedSince(commit: string): Promise<readonly string[]>;
  /** The output of `git blame` for the file as it is on disk: one line for each line. */
  blame(path: string): Promise<string>;
  /** The unified diff from a commit (`HEAD`, a hash, a hash and `^` for its parent) to the file on disk; empty without a difference. */
  diff(from: string, path: string): Promise<string>;
}

export interface LogOptions {
  /** Only commits after this one, and then all of them. */
  readonly since?: string;
  readonly path?: string;
  /** Heeded only without `since`: that is how VS Code's Git extension reads a log. */
  readonly most?: number;
}

export interface Tag {
  readonly name: string;
  /** The commit, not the tag object. */
  readonly commit: string;
}

export interface Commit {
  readonly hash: string;
  /** First line of the message. */
  readonly subject: string;
  /** ISO 8601. */
  readonly date: string;
}
