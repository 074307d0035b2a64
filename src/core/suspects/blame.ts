/** What `blamedCommit` answers for a line that is in no commit yet. */
export const UNCOMMITTED = 'uncommitted';

/**
 * The commit that wrote a line (1-based), from the output of `git blame`: an abbreviated hash, or `UNCOMMITTED`. `undefined` when
 * the file has no such line, or when the user's configuration hides the hash (`blame.blankBoundary`).
 */
export function blamedCommit(output: string, line: number): string | undefined {
  if (!Number.isInteger(line) || line < 1) return undefined;
  let start = 0;
  for (let count = 1; count < line; count++) {
    const end = output.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  // `^` marks the first commit of the history, `?` and `*` lines of ignored revisions: https://git-scm.com/docs/git-blame
  const hash = /^[*?]{0,2}\^?([\da-f]{6,64})[ \t]/.exec(output.slice(start, start + 80))?.[1];
  return hash !== undefined && /^0+$/.test(hash) ? UNCOMMITTED : hash;
}
