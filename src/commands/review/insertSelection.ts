import * as vscode from 'vscode';
import type { BlockItem } from '../../core/block/model.ts';
import type { Mentor } from '../../core/mentor.ts';
import { isRecord } from '../../core/record/parse.ts';
import { appendToSection, findSection } from '../../core/record/sections.ts';
import { hasSelection, newItems, outdatedItems, placeSelection } from '../../core/review/placeSelection.ts';
import type { SelectedItem } from '../../core/review/selection.ts';
import { applyEdits } from '../../core/text/edits.ts';
import { lineEdits } from '../../core/text/lineEdits.ts';
import type { InsertTarget } from '../insertTarget.ts';
import { ask } from '../steps.ts';
import type { Destination } from './destination.ts';
import { plain, reasonOf, type ForChange } from './forThisChange.ts';
import { writeReview } from './writeReview.ts';

const { l10n } = vscode;

/** Brings what fits a change to where it goes. `back`: the user wants to change something; nothing is written then. */
export async function insertSelection(
  mentor: Mentor,
  forChange: ForChange,
  { target, isClipboard }: Destination,
): Promise<'done' | 'back'> {
  const { selection, correction } = forChange;
  if (selection.nothing !== undefined) {
    tell(plain(selection.nothing), 10_000);
    return 'done';
  }
  if (!target) {
    await writeReview(mentor, forChange);
    return 'done';
  }
  const comes = newItems(target.text, selection, target.medium);
  const goes = outdatedItems(target.text, selection, target.medium);
  const isRefresh = hasSelection(target.text) || comes.length < selection.inSight.length;
  const taken =
    isRefresh && comes.length + goes.length > 0 ? await pickRefresh(target, comes, goes) : { comes, goes: [] };
  if (taken === 'back' || !taken) return taken ?? 'done';
  const { edits } = placeSelection(target.text, target.offset, selection, target.medium, {
    correction,
    skips: (item) => comes.includes(item) && !taken.comes.includes(item),
    removes: (item) => taken.goes.some(({ checklist, id }) => checklist === item.checklist && id === item.id),
  });
  const words = isClipboard
    ? l10n.t('Copied {0} items for this change: paste them where you review', taken.comes.length)
    : outcomeOf(isRefresh, taken, edits.length > 0);
  const all = isRefresh
    ? withLog(target.text, applyEdits(target.text, edits), mentor.host.clock.now(), taken)
    : undefined;
  const now = all === undefined ? edits : lineEdits(target.text, all);
  if (now.length) await target.apply(now);
  tell(words, 5000);
  return 'done';
}

interface Taken {
  readonly comes: readonly SelectedItem[];
  readonly goes: readonly BlockItem[];
}

interface Row extends vscode.QuickPickItem {
  readonly comes?: SelectedItem;
  readonly goes?: BlockItem;
}

/** Shows what would change, ticked. What no longer fits is ticked only where it came with a selection: else it may be a whole list. */
async function pickRefresh(
  target: InsertTarget,
  comes: readonly SelectedItem[],
  goes: readonly BlockItem[],
): Promise<Taken | 'back' | undefined> {
  const coming = comes.map((item): Row => ({
    comes: item,
    label: item.item.title,
    description: l10n.t('comes'),
    detail: reasonOf(item),
  }));
  const going = goes.map((item): Row => ({
    goes: item,
    label: item.title,
    description: l10n.t('goes'),
    detail: l10n.t('Nothing calls for it any more, and nobody has touched it.'),
  }));
  const answer = await ask({
    title: l10n.t('Refresh for This Change'),
    canGoBack: true,
    items: [...coming, ...going],
    picked: hasSelection(target.text) ? [...coming, ...going] : coming,
    placeholder: l10n.t('Enter does what is ticked. Your ticks, reasons and notes stay.'),
  });
  if (answer.kind === 'back') return 'back';
  if (answer.kind !== 'accepted') return undefined;
  return {
    comes: answer.items.flatMap((row) => row.comes ?? []),
    goes: answer.items.flatMap((row) => row.goes ?? []),
  };
}

function outcomeOf(isRefresh: boolean, { comes, goes }: Taken, isChanged: boolean): string {
  if (!isRefresh) return l10n.t('Inserted {0} items for this change', comes.length);
  if (!isChanged) return l10n.t('The items for this change are here already');
  return l10n.t('Refreshed for this change: {0} came, {1} went, ticks and notes kept', comes.length, goes.length);
}

/** A record with a log says there what came and went. */
function withLog(before: string, now: string, at: string, { comes, goes }: Taken): string {
  if (comes.length + goes.length === 0 || !isRecord(before) || !findSection(before, 'Log')) return now;
  const came = comes.map(({ item }) => item.title).join('; ');
  const went = goes.map(({ title }) => title).join('; ');
  const words = [...(came ? [`Came: ${came}.`] : []), ...(went ? [`Went: ${went}.`] : [])].join(' ');
  return applyEdits(now, appendToSection(now, 'Log', [`- ${at} Checklists refreshed. ${words}`]));
}

function tell(words: string, milliseconds: number): void {
  vscode.window.setStatusBarMessage(words, milliseconds);
}
