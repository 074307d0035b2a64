import { l10n } from 'vscode';
import type { ChangeOption } from '../core/review/changeSource.ts';

/** What a change is, within a sentence or after its repository: "feature/gift-wrap compared with main". */
export function changeName({ origin, branch, pullRequest }: ChangeOption): string {
  switch (origin.kind) {
    case 'branch':
      return pullRequest === undefined
        ? l10n.t('{0} compared with {1}', branch ?? 'HEAD', origin.base)
        : l10n.t('pull request {0}, {1} compared with {2}', `#${pullRequest}`, branch ?? 'HEAD', origin.base);
    case 'index':
      return l10n.t('what is staged');
    case 'working-tree':
      return l10n.t('what is not committed');
    case 'commit':
      return l10n.t('commit {0}', shortHash(origin.hash));
    case 'range':
      return l10n.t('{0} to {1}', shortHash(origin.from), shortHash(origin.to));
    case 'open-editors':
      return l10n.t('the open files');
  }
}

/** The same as a title; a branch keeps its letters. */
export function changeTitle(option: ChangeOption): string {
  const name = changeName(option);
  const beginsWithRef =
    (option.origin.kind === 'branch' && option.pullRequest === undefined) || option.origin.kind === 'range';
  return beginsWithRef ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** What the record of a review is called. */
export function reviewTitle(option: ChangeOption): string {
  const { origin, branch, subject, pullRequest } = option;
  if (origin.kind === 'commit' && subject) return l10n.t('Review of "{0}"', subject);
  if (origin.kind !== 'branch') return l10n.t('Review of {0}', changeName(option));
  const name = branch ?? 'HEAD';
  return pullRequest === undefined ? l10n.t('Review of {0}', name) : l10n.t('Review of #{0}, {1}', pullRequest, name);
}

/** A full hash as its beginning; any other name of a commit as it is. */
export function shortHash(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 8) : revision;
}
