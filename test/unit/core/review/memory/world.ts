import { setItemState } from '../../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../../src/core/block/find.ts';
import { itemsOfBlock, type BlockItem, type ItemState } from '../../../../../src/core/block/model.ts';
import type { Checklist } from '../../../../../src/core/checklist/model.ts';
import { parseRecordInfo } from '../../../../../src/core/record/parse.ts';
import { readStand } from '../../../../../src/core/review/memory/readStand.ts';
import { isStand, remembers, withRechecks, type Stand } from '../../../../../src/core/review/memory/stand.ts';
import { updateReview, type ReviewUpdated } from '../../../../../src/core/review/memory/updateReview.ts';
import { renderReviewRecord } from '../../../../../src/core/review/renderReview.ts';
import { selectChecklists } from '../../../../../src/core/review/select.ts';
import { applyEdits } from '../../../../../src/core/text/edits.ts';
import type { FakeGit } from './fakeGit.ts';

const at = '2026-11-23T14:05+01:00';

/** A review of the branch as it is now. */
export function startReview(git: FakeGit, checklists: readonly Checklist[]): string {
  const change = git.changeAt(git.head);
  const selection = selectChecklists(change, checklists, { role: 'reviewer' });
  return renderReviewRecord(change, selection, { title: 'Review of topic', created: at });
}

async function standOf(git: FakeGit, text: string, checklists: readonly Checklist[], isWhole = false): Promise<Stand> {
  const info = parseRecordInfo(text).record;
  if (!remembers(info)) throw new Error('it remembers nothing');
  const standing = await readStand(git, { info, blocks: findBlocks(text), checklists, methodology: 'both', isWhole });
  if (!isStand(standing)) throw new Error(standing);
  return standing;
}

/** What has to be checked again, by title. */
export async function rechecksIn(
  git: FakeGit,
  text: string,
  checklists: readonly Checklist[],
): Promise<Record<string, string>> {
  const stand = await standOf(git, text, checklists);
  const blocks = withRechecks(findBlocks(text), parseRecordInfo(text).record, stand);
  return Object.fromEntries(
    blocks.flatMap(itemsOfBlock).flatMap(({ title, recheck }) => (recheck === undefined ? [] : [[title, recheck]])),
  );
}

export async function update(
  git: FakeGit,
  text: string,
  checklists: readonly Checklist[],
  gone: 'check-again' | 'keep' = 'keep',
): Promise<ReviewUpdated & { text: string }> {
  const stand = await standOf(git, text, checklists, true);
  const updated = updateReview(text, { ...stand.now!, stand, gone, at });
  return { ...updated, text: applyEdits(text, updated.edits) };
}

/** As the commands do it: the commit is noted where the branch has moved on. */
export function answer(git: FakeGit, text: string, item: BlockItem, state: ItemState): string {
  const { commit } = parseRecordInfo(text).record;
  return applyEdits(text, setItemState(text, item, state, git.head === commit ? undefined : git.head));
}

export function itemsOf(text: string): BlockItem[] {
  return findBlocks(text).flatMap(itemsOfBlock);
}

export function itemOf(text: string, title: string): BlockItem {
  return itemsOf(text).find((item) => item.title === title)!;
}
