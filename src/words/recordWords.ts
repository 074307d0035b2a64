import { l10n } from 'vscode';
import type { Due } from '../core/triage/due.ts';

export function dueSentence(due: Due): string {
  return due === 'no-owner' ? l10n.t('no owner') : l10n.t('update overdue');
}
