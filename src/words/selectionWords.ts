import { l10n } from 'vscode';
import type { ChangeKind } from '../core/review/kinds.ts';
import type { Role } from '../core/review/role.ts';

/** What a change is, within a sentence. */
export function changeKindWords(kind: ChangeKind): string {
  switch (kind) {
    case 'bug-fix':
      return l10n.t('a bug fix');
    case 'feature':
      return l10n.t('a feature');
    case 'refactor':
      return l10n.t('a refactoring');
    case 'performance':
      return l10n.t('about performance');
    case 'removal':
      return l10n.t('a removal');
    case 'ui':
      return l10n.t('about what users see');
  }
}

export function roleWords(role: Role): string {
  return role === 'author' ? l10n.t('for its author') : l10n.t('for its reviewer');
}
