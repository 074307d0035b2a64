import type { Change, ChangedFile } from '../change.ts';

/**
 * How a branch came from what was looked at to what it is now. `forward`: commits came on top. The others wrote history anew: `amended`
 * its last commit, `squashed` several into fewer with the same content, `rebased` the same commits onto another base.
 */
export type BranchHistory = 'forward' | 'amended' | 'squashed' | 'rebased' | 'rewritten';

/** What differs between a change that was looked at and the same change now. */
export interface Comparison {
  readonly history: BranchHistory;
  /** Commits that the change did not have, by hash; by subject where history was written anew. */
  readonly newCommits: number;
  readonly commits: number;
  /** The files whose added or removed lines differ, in the order of the paths. Generated files are left out: nobody reads them. */
  readonly paths: readonly string[];
}

/** `isAncestor`: the commit that was looked at is part of the history now. Lines are compared, not where they stand. */
export function compareChanges(before: Change, after: Change, isAncestor: boolean): Comparison {
  const paths = differingPaths(before.files, after.files);
  const known = new Set(before.commits.map(isAncestor ? hashOf : subjectOf));
  const newCommits = after.commits.filter((commit) => !known.has((isAncestor ? hashOf : subjectOf)(commit))).length;
  return {
    history: isAncestor ? 'forward' : rewriteOf(before, after, paths),
    newCommits,
    commits: after.commits.length,
    paths,
  };
}

function differingPaths(before: readonly ChangedFile[], after: readonly ChangedFile[]): string[] {
  const [old, now] = [before, after].map((files) => new Map(files.map((file) => [file.path, file])));
  const isRead = (path: string): boolean => {
    const file = now?.get(path) ?? old?.get(path);
    return file !== undefined && (!file.isGenerated || file.isLockfile);
  };
  const all = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...all].filter((path) => isRead(path) && contentOf(old?.get(path)) !== contentOf(now?.get(path))).toSorted();
}

/** The same for the same lines on any base, as `git patch-id` has it. Without lines, what git calls the content. */
function contentOf(file: ChangedFile | undefined): string {
  if (!file) return '';
  const { status, oldPath, added, removed, blob } = file;
  const hasLines = added.length + removed.length > 0;
  // Git abbreviates as far as it must, which may differ between two diffs.
  const content = hasLines || status === 'renamed' || status === 'changed-mode' ? undefined : blob?.slice(0, 7);
  return JSON.stringify([status, oldPath, added.map(textOf), removed.map(textOf), content]);
}

function rewriteOf(before: Change, after: Change, paths: readonly string[]): BranchHistory {
  const isSameBase = before.base === after.base;
  if (!paths.length && after.commits.length > 0 && after.commits.length < before.commits.length) return 'squashed';
  if (isSameBase) {
    const rest = ({ commits }: Change): string => commits.slice(1).map(hashOf).join(' ');
    const isLast = before.commits.length === after.commits.length && rest(before) === rest(after);
    return isLast ? 'amended' : 'rewritten';
  }
  const subjects = new Set(after.commits.map(subjectOf));
  return before.commits.every((commit) => subjects.has(subjectOf(commit))) ? 'rebased' : 'rewritten';
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

function hashOf({ hash = '' }: { readonly hash?: string }): string {
  return hash;
}

function subjectOf({ message }: { readonly message: string }): string {
  return message.trim().split('\n', 1)[0]!.trim();
}
