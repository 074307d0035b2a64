import { l10n } from 'vscode';
import type { Placement } from '../core/finding/anchor.ts';
import type { FindingCount, FindingState } from '../core/finding/model.ts';

/** What a label is for, after https://conventionalcomments.org; empty for a label of the user's own. */
export function labelSentence(label: string): string {
  switch (label) {
    case 'issue (blocking)':
      return l10n.t('A problem that must be solved before this is accepted.');
    case 'issue':
      return l10n.t('A problem, big or small.');
    case 'suggestion':
      return l10n.t('A better way, and why it is better.');
    case 'question':
      return l10n.t('Something that you are not sure of.');
    case 'nitpick':
      return l10n.t('A matter of taste. Never blocks.');
    case 'thought':
      return l10n.t('An idea that came up. Never blocks.');
    case 'todo':
      return l10n.t('Small and necessary.');
    case 'chore':
      return l10n.t('A step of the process before this can be accepted.');
    case 'note':
      return l10n.t('Something that the reader should know. Never blocks.');
    case 'praise':
      return l10n.t('Something good. Leave at least one.');
    default:
      return '';
  }
}

export function findingStateText(state: FindingState): string {
  switch (state.kind) {
    case 'open':
      return l10n.t('Open');
    case 'resolved':
      return l10n.t('Resolved');
    case 'wont-fix':
      return state.reason === '' ? l10n.t("Won't fix") : l10n.t("Won't fix: {0}", state.reason);
  }
}

/** Where the line is, if not where it was; `was` is 0-based. Empty when there is nothing to say. */
export function placementText(placement: Placement | undefined): string {
  switch (placement?.kind) {
    case 'moved':
      return l10n.t('now at line {0}', placement.line + 1);
    case 'lost':
      return l10n.t('lost: line no longer found');
    case 'exact':
    case undefined:
      return '';
  }
}

/** For a row: what blocks first. Empty when nothing is open. */
export function findingCountText({ open, blocking }: FindingCount): string {
  if (open === 0) return '';
  const all = open === 1 ? l10n.t('1 open finding') : l10n.t('{0} open findings', open);
  if (blocking === 0) return all;
  if (blocking < open) return l10n.t('{0} blocking of {1}', blocking, all);
  return open === 1 ? l10n.t('1 blocking finding') : l10n.t('{0} blocking findings', open);
}
