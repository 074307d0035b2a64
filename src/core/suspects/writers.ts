import type { Commit } from './history.ts';
import type { Hunks } from './hunks.ts';

/** From so many commits on `git blame` is asked instead: on a file that changes so often it is quick. */
export const MAX_COMPARED = 12;

/** What has changed in a file from a commit to now. `undefined`: git did not answer, or the commit has no parent. */
export type ChangesFrom = (commit: string) => Promise<Hunks | undefined>;

/**
 * Which of the commits (those that changed a file in the window, newest first) wrote a line: it is there since the commit and was
 * not there in the commit's parent. `undefined` when the line is older than the window, in no commit, or git did not answer.
 *
 * Diffs and not a blame: a blame goes back to the first commit of each line of the file, which takes seconds in a long history.
 */
export async function writerOf(
  line: number,
  commits: readonly Commit[],
  base: string,
  changesFrom: ChangesFrom,
): Promise<Commit | undefined> {
  const isNewerThan = async (commit: string): Promise<boolean | undefined> =>
    (await changesFrom(commit))?.written.includes(line);
  if (!commits.length || (await isNewerThan(base)) !== true) return undefined;
  const isNewer = await Promise.all(commits.map(({ hash }) => isNewerThan(hash)));
  const candidates = commits.filter((_, index) => isNewer[index] === false).toReversed();
  // In a history without branches the oldest one is it; with branches it may only have lacked what another one brought.
  for (const commit of candidates) if ((await isNewerThan(`${commit.hash}^`)) !== false) return commit;
  return undefined;
}
