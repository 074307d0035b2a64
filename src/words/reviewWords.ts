import { l10n } from 'vscode';
import type { RecordInfo } from '../core/record/model.ts';
import type { Comparison } from '../core/review/memory/compare.ts';
import type { Unfollowed } from '../core/review/memory/branches.ts';

/** Why nobody can know what commits did to a review, and the way out. */
export function unfollowedSentence(reason: Unfollowed, { repository, branch = '', base = '' }: RecordInfo): string {
  switch (reason) {
    case 'restricted':
      return l10n.t(
        'Git is off in Restricted Mode, so nothing tells whether the ticks still hold. Trust the workspace.',
      );
    case 'unavailable':
      return l10n.t("Without VS Code's Git extension nothing tells whether the ticks still hold.");
    case 'no-repository':
      return repository === undefined
        ? l10n.t('No repository is open, so nothing tells whether the ticks still hold.')
        : l10n.t('The repository "{0}" is not open, so nothing tells whether the ticks still hold.', repository);
    case 'no-branch':
      return l10n.t('There is no branch "{0}" here (any more), so nothing tells whether the ticks still hold.', branch);
    case 'no-base':
      return l10n.t(
        '"{0}" has nothing in common with "{1}" (any more), so there is no change to compare.',
        branch,
        base,
      );
  }
}

/** What came to the branch, for a line above a record. In the record itself the core says it, in English. */
export function historyTitle({ history, newCommits, commits, paths }: Comparison, base: string): string {
  const same = paths.length === 0 ? l10n.t('the same changes') : filesDiffer(paths.length);
  return l10n.t('{0}, {1}', whatCame(history, newCommits, commits, base), same);
}

function whatCame(history: Comparison['history'], newCommits: number, commits: number, base: string): string {
  switch (history) {
    case 'forward':
      return newCommits === 1 ? l10n.t('1 new commit') : l10n.t('{0} new commits', newCommits);
    case 'amended':
      return l10n.t('The last commit was amended');
    case 'squashed':
      return commits === 1 ? l10n.t('Squashed into 1 commit') : l10n.t('Squashed into {0} commits', commits);
    case 'rebased':
      return l10n.t('Rebased onto {0}', base);
    case 'rewritten':
      return l10n.t('History was rewritten');
  }
}

function filesDiffer(count: number): string {
  return count === 1 ? l10n.t('1 file differs') : l10n.t('{0} files differ', count);
}
