import * as vscode from 'vscode';
import type { Checklist } from '../../core/checklist/model.ts';
import type { LibraryEntry } from '../../core/library/checklistLibrary.ts';
import type { Mentor } from '../../core/mentor.ts';
import { UserError } from '../../core/userError.ts';
import { insertInto } from '../insertChecklist.ts';
import { ask } from '../steps.ts';
import type { Verb } from '../verb.ts';
import { adjustStep } from './adjustStep.ts';
import { currentDestination, pickDestination, type Destination } from './destination.ts';
import { aboutChange, becauseOf, countOf, likeliestChange, pickedChange, type ForChange } from './forThisChange.ts';
import { insertSelection } from './insertSelection.ts';
import { pickChange } from './pickChange.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly key: string;
  readonly isPending?: boolean;
  readonly canInsert?: boolean;
  /** `back`: shows the rows again. */
  run?(): Promise<'done' | 'back' | Destination>;
}

/** Inserts what fits the change, or a whole list: into the editor, the Source Control box that asked, or a new record. */
export const insertReviewChecklist: Verb = async (mentor, argument) => {
  const lists = (await mentor.checklists.entries()).filter(({ checklist }) => checklist.group === 'review');
  if (!lists.length) throw new UserError(l10n.t('There is no review checklist.'));
  let destination = await currentDestination(argument);
  let fitting = likeliestChange(mentor, destination.target);
  for (;;) {
    const here = destination;
    const rows = (found?: ForChange | 'none'): Row[] => rowsOf(mentor, lists, here, found);
    const answer = await ask<Row>({
      title: l10n.t('Insert Review Checklist'),
      items: rows(),
      later: {
        rows: fitting.then((found) => rows(found ?? 'none')),
        keyOf: ({ key }) => key,
        // Where nothing fits, the list that comes first.
        activeOf: (all) => all.find(({ canInsert }) => canInsert),
        isPending: ({ isPending }) => isPending === true,
      },
      placeholder: here.isClipboard
        ? l10n.t('It goes to the clipboard.')
        : here.target
          ? l10n.t('It goes to where your cursor is.')
          : l10n.t('No editor is open, so it starts a new record.'),
    });
    const row = answer.kind === 'accepted' ? answer.items[0] : undefined;
    const next = await row?.run?.();
    if (next === undefined || next === 'done') return;
    if (next === 'back') continue;
    destination = next;
    fitting = likeliestChange(mentor, destination.target);
  }
};

/** What fits the change, the lists as they are, where it goes. While the change is being read its rows stand in their places. */
function rowsOf(
  mentor: Mentor,
  lists: readonly LibraryEntry[],
  destination: Destination,
  found: ForChange | 'none' | undefined,
): Row[] {
  const change =
    found === undefined
      ? pendingRows()
      : found === 'none'
        ? noChangeRows(mentor, destination)
        : changeRows(mentor, found, destination);
  const whole = listRows(mentor, lists, destination);
  return [...change, separator(l10n.t('whole lists')), ...whole, ...placeRows(destination)];
}

function pendingRows(): Row[] {
  const isPending = true;
  return [
    { ...changeRow, isPending, label: l10n.t('For This Change'), detail: l10n.t('Looking at what changed...') },
    { ...adjustRow, isPending, label: l10n.t('Adjust for This Change...') },
  ];
}

const changeRow = { key: 'change', iconPath: new vscode.ThemeIcon('git-pull-request-go-to-changes') };
const adjustRow = { key: 'adjust', iconPath: new vscode.ThemeIcon('settings') };

/** Where no change is at hand, another one may be picked, or there is none and the user is told. */
function noChangeRows(mentor: Mentor, destination: Destination): Row[] {
  const run = async (): Promise<'done' | 'back'> => {
    const picked = await pickChange(mentor, { title: l10n.t('Insert for This Change'), canGoBack: true });
    if (picked === undefined || picked === 'back') return picked ?? 'done';
    const found = await pickedChange(mentor, picked, {}, destination.target);
    return (await adjustStep(mentor, found, destination)) ?? 'done';
  };
  const detail = l10n.t('No change was found, or it could not be read.');
  return [
    { ...changeRow, label: l10n.t('For This Change: Nothing'), detail, run },
    { ...adjustRow, label: l10n.t('Adjust for This Change...'), run },
  ];
}

function changeRows(mentor: Mentor, found: ForChange, destination: Destination): Row[] {
  const { selection } = found;
  const isNothing = selection.nothing !== undefined;
  return [
    {
      ...changeRow,
      canInsert: !isNothing,
      label: isNothing ? l10n.t('For This Change: Nothing') : l10n.t('For This Change'),
      description: isNothing ? '' : countOf(selection),
      detail: becauseOf(selection),
      run: () => insertSelection(mentor, found, destination),
    },
    {
      ...adjustRow,
      label: l10n.t('Adjust for This Change...'),
      description: aboutChange(found),
      run: async () => (await adjustStep(mentor, found, destination)) ?? 'done',
    },
  ];
}

function listRows(mentor: Mentor, lists: readonly LibraryEntry[], { target }: Destination): Row[] {
  const isOwn = target?.medium.kind === 'message' || target?.medium.kind === 'code';
  const first = isOwn ? 'review-author' : 'review-reviewer';
  const rank = ({ id }: Checklist): number => (id === first ? 0 : /^review-(author|reviewer)$/.test(id) ? 1 : 2);
  return lists
    .toSorted((a, b) => rank(a.checklist) - rank(b.checklist))
    .map(({ checklist, workspace }): Row => {
      const isHere = target?.text.includes(`tpm:checklist ${checklist.id} `);
      return {
        key: checklist.id,
        canInsert: true,
        label: checklist.title,
        description: [workspace, isHere ? l10n.t('already here: refresh') : ''].filter(Boolean).join(' · '),
        detail: checklist.trigger,
        iconPath: new vscode.ThemeIcon('list-unordered'),
        run: async () => {
          await insertInto(mentor, checklist, target);
          return 'done';
        },
      };
    });
}

function placeRows({ name }: Destination): Row[] {
  return [
    separator(l10n.t('where it goes')),
    {
      key: 'place',
      label: l10n.t('Somewhere Else...'),
      description: l10n.t('instead of {0}', name),
      iconPath: new vscode.ThemeIcon('target'),
      run: async () => (await pickDestination(l10n.t('Insert Review Checklist'))) ?? 'done',
    },
  ];
}

function separator(label: string): Row {
  return { key: label, label, kind: vscode.QuickPickItemKind.Separator };
}
