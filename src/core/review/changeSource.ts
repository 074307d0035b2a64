import type { Change, ChangeOrigin } from './change.ts';

/** What somebody may want reviewed: the work in the repositories of the workspace, or the open files. Nothing here changes anything. */
export interface ChangeSource {
  /**
   * What there is to look at now: the repository of the active editor first, in each the likeliest first. Without version control
   * (Restricted Mode, the web), the open editors; empty when there is nothing at all.
   */
  options(): Promise<readonly ChangeOption[]>;
  /**
   * `undefined` when the repository, or what it was asked for, is not there (any more), or has nothing in common with what it would
   * be compared with. The first commit of all is compared with nothing at all. A change without files is a change.
   */
  read(option: ChangeOption): Promise<Change | undefined>;
  /** Branches and tags of the option's repository, the one that is checked out apart, the latest first; empty without version control. */
  refs(option: ChangeOption): Promise<readonly RefName[]>;
  /** The latest commits that HEAD leads to, the newest first; empty without version control and before the first commit. */
  commits(option: ChangeOption): Promise<readonly CommitName[]>;
  /** The commit that a branch, a tag, a hash or a word like `HEAD~3` names; `undefined` when it names none. */
  commit(option: ChangeOption, revision: string): Promise<CommitName | undefined>;
}

export interface RefName {
  readonly name: string;
  readonly kind: 'branch' | 'remote' | 'tag';
}

/** A commit as a list of commits shows it. */
export interface CommitName {
  readonly hash: string;
  /** The first line of its message. */
  readonly subject: string;
  readonly author?: string;
  /** ISO 8601 date, `2026-11-23`. */
  readonly date?: string;
}

export interface ChangeOption {
  readonly origin: ChangeOrigin;
  /** Tells repositories apart; absent without version control. */
  readonly repositoryId?: string;
  /** For people; absent without version control. */
  readonly repository?: string;
  readonly branch?: string;
  /** Number of the pull request that the branch was checked out for; absent when nothing says so. */
  readonly pullRequest?: number;
  /** First line of the message; only for a commit. */
  readonly subject?: string;
  /** How many files differ, where that is known without reading them. */
  readonly fileCount?: number;
}

/** What a host knows of a repository before any diff is read. */
export interface RepositoryState {
  readonly branch?: string;
  /** HEAD; absent before the first commit. */
  readonly head?: string;
  /** The ref that the branch is compared with; absent when there is none. */
  readonly base?: string;
  /** HEAD has commits that the base does not have. */
  readonly isAhead: boolean;
  readonly stagedFiles: number;
  /** Staged, unstaged and untracked. */
  readonly uncommittedFiles: number;
}

type Option = Pick<ChangeOption, 'origin' | 'fileCount'>;

/** What there is to review in a repository, the likeliest first: the branch, else what is not committed, else the last commit. */
export function optionsFor(state: RepositoryState): Option[] {
  const { head, base, isAhead, stagedFiles, uncommittedFiles } = state;
  return [
    ...(base !== undefined && isAhead ? [{ origin: { kind: 'branch' as const, base } }] : []),
    ...(uncommittedFiles ? [{ origin: { kind: 'working-tree' as const }, fileCount: uncommittedFiles }] : []),
    ...(stagedFiles && stagedFiles < uncommittedFiles
      ? [{ origin: { kind: 'index' as const }, fileCount: stagedFiles }]
      : []),
    ...(head === undefined ? [] : [{ origin: { kind: 'commit' as const, hash: head } }]),
  ];
}

/** The number in `owner#repository#12`, as the GitHub extension writes it into `branch.<name>.github-pr-owner-number`. */
export function pullRequestNumber(value: string): number | undefined {
  const digits = /^[^#]+#[^#]+#(\d{1,9})$/.exec(value.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Refs that a branch may have begun at, the likeliest first. `known` is what the host's version control remembers as its base. A
 * branch that was only pushed follows itself (`origin/topic`): that says nothing about where it began.
 */
export function baseCandidates(
  branch: string | undefined,
  upstream: string | undefined,
  known: string | undefined,
): string[] {
  const follows =
    upstream !== undefined && (branch === undefined || !upstream.endsWith(`/${branch}`)) ? upstream : undefined;
  const isTrunk = branch !== undefined && TRUNKS.includes(branch);
  const trunks = ['upstream/', 'origin/', ''].flatMap((remote) => TRUNKS.map((name) => remote + name));
  const all = isTrunk ? [upstream ?? `origin/${branch}`] : [known, follows, ...trunks];
  return [...new Set(all.filter((ref): ref is string => ref !== undefined && ref !== '' && ref !== branch))];
}

const TRUNKS = ['main', 'master', 'trunk', 'develop'];
