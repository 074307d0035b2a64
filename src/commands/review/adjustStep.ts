import * as vscode from 'vscode';
import { changeKinds } from '../../core/checklist/onlyFor.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { Correction } from '../../core/review/correction.ts';
import { leaveOut } from '../../core/review/leaveOut.ts';
import type { SelectedItem } from '../../core/review/selection.ts';
import { changeTitle } from '../../words/changeWords.ts';
import { changeKindWords, roleWords } from '../../words/selectionWords.ts';
import { ask } from '../steps.ts';
import type { Destination } from './destination.ts';
import { becauseOf, countOf, fit, pickedChange, plain, reasonOf, type ForChange } from './forThisChange.ts';
import { insertSelection } from './insertSelection.ts';
import { pickChange } from './pickChange.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly key: string;
  run?(): Promise<ForChange | 'done' | 'again' | undefined>;
}

/**
 * What would be inserted and why, and the way to correct it: another change, the role, the kind, single items. `back`: to the step before;
 * `undefined`: inserted, or the user pressed Escape.
 */
export async function adjustStep(
  mentor: Mentor,
  proposal: ForChange,
  destination: Destination,
): Promise<'back' | undefined> {
  const title = l10n.t('Insert for This Change');
  const leftOut = new Set<string>();
  let forChange = proposal;
  let last = 'insert';
  for (;;) {
    const now = forChange;
    const rows = rowsOf(mentor, now, destination, title, leftOut);
    const answer = await ask({
      title,
      canGoBack: true,
      items: rows,
      placeholder: l10n.t('Enter inserts. Choose a line to correct it, or an item to leave it out.'),
      active: rows.find(({ key }) => key === last),
    });
    if (answer.kind === 'back') return 'back';
    const row = answer.kind === 'accepted' ? answer.items[0] : undefined;
    const next = await row?.run?.();
    if (!row || next === undefined || next === 'done') return undefined;
    last = row.key;
    if (next !== 'again') [forChange, last] = [next, 'insert'];
  }
}

function rowsOf(
  mentor: Mentor,
  forChange: ForChange,
  destination: Destination,
  title: string,
  leftOut: Set<string>,
): Row[] {
  const { option, change, correction, selection } = forChange;
  const refit = (now: Correction): Promise<ForChange> =>
    fit(mentor, option, change, { ...correction, ...now }, destination.target);
  const kept = leaveOut(selection, (item) => leftOut.has(keyOf(item)));
  const count = kept.inSight.length;
  const kinds = selection.kinds.map(({ kind }) => changeKindWords(kind)).join(', ');
  return [
    {
      key: 'insert',
      label: selection.nothing === undefined ? l10n.t('Insert {0} Items', count) : l10n.t('Nothing Fits'),
      description: selection.nothing === undefined ? l10n.t('into {0}', destination.name) : '',
      detail: becauseOf(selection),
      iconPath: new vscode.ThemeIcon('insert'),
      run: async () => {
        const outcome = await insertSelection(mentor, { ...forChange, selection: kept }, destination);
        return outcome === 'back' ? 'again' : 'done';
      },
    },
    separator(l10n.t('taken as')),
    {
      key: 'change',
      label: changeTitle(option),
      description: option.repository ?? '',
      iconPath: new vscode.ThemeIcon('git-compare'),
      run: async () => {
        const picked = await pickChange(mentor, { title, canGoBack: true });
        if (picked === 'back') return 'again';
        return picked && pickedChange(mentor, picked, correction, destination.target);
      },
    },
    {
      key: 'role',
      label: capital(roleWords(selection.role)),
      description: correction.role ? l10n.t('you said so') : plain(selection.roleReason ?? ''),
      iconPath: new vscode.ThemeIcon('person'),
      run: () => refit({ role: selection.role === 'author' ? 'reviewer' : 'author' }),
    },
    {
      key: 'kind',
      label: kinds === '' ? l10n.t('No kind of change in particular') : capital(kinds),
      description: correction.kinds ? l10n.t('you said so') : plain(selection.kinds[0]?.reasons[0] ?? ''),
      iconPath: new vscode.ThemeIcon('tag'),
      run: async () => {
        const said = await pickKinds(forChange, title);
        return said === 'back' ? 'again' : said && refit({ kinds: said });
      },
    },
    ...(selection.inSight.length ? [separator(countOf(selection))] : []),
    ...selection.inSight.map((item): Row => itemRow(item, leftOut)),
  ];
}

function itemRow(item: SelectedItem, leftOut: Set<string>): Row {
  const key = keyOf(item);
  const isOut = leftOut.has(key);
  return {
    key,
    label: item.item.title,
    description: [item.item.isMust ? l10n.t('must') : '', isOut ? l10n.t('left out') : ''].filter(Boolean).join(' · '),
    detail: reasonOf(item),
    iconPath: new vscode.ThemeIcon(isOut ? 'circle-slash' : 'check'),
    run: async () => {
      if (!leftOut.delete(key)) leftOut.add(key);
      return 'again';
    },
  };
}

async function pickKinds({ selection }: ForChange, title: string): Promise<Correction['kinds'] | 'back'> {
  const items = changeKinds.map((kind) => ({
    value: kind,
    label: capital(changeKindWords(kind)),
    detail: plain(selection.kinds.find((one) => one.kind === kind)?.reasons.join('; ') ?? ''),
  }));
  const picked = items.filter(({ value }) => selection.kinds.some(({ kind }) => kind === value));
  const placeholder = l10n.t('What is this change? Several may hold, or none.');
  const answer = await ask({ title, canGoBack: true, items, picked, placeholder });
  if (answer.kind === 'accepted') return answer.items.map(({ value }) => value);
  return answer.kind === 'back' ? 'back' : undefined;
}

function separator(label: string): Row {
  return { key: label, label, kind: vscode.QuickPickItemKind.Separator };
}

function keyOf({ checklist, item }: SelectedItem): string {
  return `${checklist.id}/${item.id}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
