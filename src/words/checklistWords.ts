import { l10n } from 'vscode';
import type { Progress } from '../core/block/model.ts';
import type { Checklist, Group } from '../core/checklist/model.ts';
import type { Layer } from '../core/library/checklistLibrary.ts';

export function groupTitle(group: Group): string {
  switch (group) {
    case 'problem':
      return l10n.t('Problem Solving');
    case 'review':
      return l10n.t('Code Review');
    case 'delivery':
      return l10n.t('Delivery');
  }
}

/** One line that says how a checklist of this kind is used. */
export function kindSentence(kind: Checklist['kind']): string {
  return kind === 'read-do'
    ? l10n.t('Read-do: read an item, act on it, then read the next.')
    : l10n.t('Do-confirm: work from memory, then pause and confirm each item.');
}

export function layerSentence(layer: Layer, workspace: string | undefined, replaces: Layer | undefined): string {
  const from =
    layer === 'built-in'
      ? l10n.t('Built-in')
      : layer === 'user'
        ? l10n.t('Yours')
        : l10n.t('Team ({0})', workspace ?? '');
  return replaces === undefined ? from : l10n.t('{0}, replaces the {1} one', from, replaces);
}

export function itemCount(count: number): string {
  return count === 1 ? l10n.t('1 item') : l10n.t('{0} items', count);
}

/** Where something comes from, in a word beside its name, and what it replaces; empty for what is built in. */
export function originWords(entry: {
  readonly layer: Layer;
  readonly workspace?: string;
  readonly replaces?: Layer;
}): string {
  const { layer, workspace, replaces } = entry;
  const origin = layer === 'built-in' ? '' : layer === 'team' ? (workspace ?? '') : l10n.t('yours');
  const replacing = replaces === undefined ? '' : l10n.t('replaces {0}', replaces);
  return [origin, replacing].filter(Boolean).join(' · ');
}

function progressText({ settled, total }: Progress): string {
  return `${settled}/${total}`;
}

export function progressSentence({ settled, total, problems, rechecks = 0 }: Progress): string {
  const done = l10n.t('{0} of {1} settled', settled, total);
  const again = rechecks === 0 ? done : l10n.t('{0}, {1} to re-check', done, rechecks);
  return problems === 0 ? again : l10n.t('{0}, {1} with a problem', again, problems);
}

/** For the end of a row. */
export function progressDetail(progress: Progress): string {
  const { rechecks = 0 } = progress;
  return rechecks === 0
    ? progressText(progress)
    : [progressText(progress), l10n.t('{0} to re-check', rechecks)].join(' · ');
}
