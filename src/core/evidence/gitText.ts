/** What a repository says about the moment of the fault. */
export interface GitState {
  /** `undefined`: detached. */
  readonly branch?: string;
  /** `origin/main`, with how far the branch is ahead of and behind it. */
  readonly upstream?: { readonly name: string; readonly ahead: number; readonly behind: number };
  /** Full hash; `undefined` before the first commit. */
  readonly head?: string;
  /** Merge, rebase, cherry-pick, revert, bisect: what was begun and is not finished. */
  readonly inProgress: readonly string[];
  readonly conflicts: number;
  /** Paths from the workspace's root. */
  readonly dirty: readonly string[];
  readonly commits: readonly GitCommit[];
  /** What `commits` are counted from; `undefined`: they are just the last ones. */
  readonly since?: string;
  /** There are more commits since then than `commits` holds. */
  readonly hasMore: boolean;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  /** ISO 8601; only the day is shown. */
  readonly date?: string;
}

const FILES = 30;

export function gitText(state: GitState): string {
  const { branch, upstream, head, inProgress, conflicts, dirty, commits, since, hasMore } = state;
  const follows = upstream ? `, upstream ${upstream.name} (ahead ${upstream.ahead}, behind ${upstream.behind})` : '';
  const more = dirty.length > FILES ? ` and ${dirty.length - FILES} more` : '';
  const heading = since === undefined ? 'Last commits' : `Commits since ${since}`;
  return [
    `Branch: ${branch ?? 'none (detached HEAD)'}${follows}`,
    `HEAD: ${head?.slice(0, 12) ?? 'no commit yet'}`,
    ...(inProgress.length ? [`In progress: ${inProgress.join(', ')}`] : []),
    ...(conflicts ? [`Conflicts: ${conflicts === 1 ? '1 file' : `${conflicts} files`}`] : []),
    `Not committed: ${dirty.length ? dirty.slice(0, FILES).join(', ') + more : 'nothing'}`,
    ...(commits.length ? [`${heading}:`] : since === undefined ? [] : [`${heading}: none`]),
    ...commits.map(({ hash, message, date }) =>
      ['', hash.slice(0, 8), ...(date ? [date.slice(0, 10)] : []), message.split('\n', 1)[0]]
        .join(' ')
        .replace(/^ /, '  '),
    ),
    ...(hasMore ? ['  and older ones'] : []),
  ].join('\n');
}
