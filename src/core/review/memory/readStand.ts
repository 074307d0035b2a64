import { itemsOfBlock, type Block } from '../../block/model.ts';
import type { Checklist } from '../../checklist/model.ts';
import type { Methodology } from '../../ports.ts';
import type { Change } from '../change.ts';
import type { ChangeSource } from '../changeSource.ts';
import type { Correction } from '../correction.ts';
import { roleOfBlocks } from '../role.ts';
import { selectChecklists } from '../select.ts';
import type { Branches } from './branches.ts';
import { compareChanges } from './compare.ts';
import { filesByItem } from './itemFiles.ts';
import { commitsIn, isSameCommit, type RememberingInfo, type Since, type Stand, type Standing } from './stand.ts';

export interface StandQuestion {
  readonly info: RememberingInfo;
  readonly blocks: readonly Block[];
  readonly checklists: readonly Checklist[];
  readonly methodology: Methodology;
  /** What the record says of the change in place of what it looks like. */
  readonly correction?: Correction;
  /** Read the change even when nothing moved. */
  readonly isWhole?: boolean;
}

/** Compares what was looked at with the branch as it is now. Reads no diff when the branch has not moved. */
export async function readStand(
  { changes, branches }: { readonly changes: ChangeSource; readonly branches: Branches },
  question: StandQuestion,
): Promise<Standing> {
  const { info, blocks, checklists, methodology, correction = {} } = question;
  const followed = await branches.follow(info);
  if (typeof followed === 'string') return followed;
  const { repositoryId, head } = followed;
  const role = correction.role ?? roleOfBlocks(blocks);
  const moved = commitsIn(blocks.flatMap(itemsOfBlock), info).filter((commit) => !isSameCommit(head, commit));
  if (!moved.length && !question.isWhole) return { head, since: new Map() };
  const read = (from: string, to: string): Promise<Change | undefined> =>
    changes.read({ repositoryId, origin: { kind: 'range', from, to } });
  const select = (change: Change): Stand['now'] & {} => ({
    change,
    selection: selectChecklists(change, checklists, {
      methodology,
      ...(role === undefined ? {} : { role }),
      ...(correction.kinds ? { kinds: correction.kinds } : {}),
    }),
  });
  // The base may be gone: then what the branch began at still tells what it adds.
  const whole =
    (await read(info.base, head)) ?? (info.baseCommit === undefined ? undefined : await read(info.baseCommit, head));
  if (!whole) return 'no-base';
  const now = select(asBranch(whole, info));
  const since = await Promise.all(
    moved.map(async (commit): Promise<readonly [string, Since | 'gone']> => {
      const relation = await branches.relate(repositoryId, commit, head);
      const isOwn = isSameCommit(commit, info.commit);
      const before = relation === 'gone' ? undefined : await read((isOwn && info.baseCommit) || info.base, commit);
      if (!before) return [commit, 'gone'];
      const selections = [select(asBranch(before, info)).selection, now.selection];
      const comparison = compareChanges(before, now.change, relation === 'ancestor');
      return [commit, { comparison, filesOf: filesByItem(selections) }];
    }),
  );
  return { head, since: new Map(since), now };
}

/** Read by its two ends, and still what the branch adds to its base. */
function asBranch(change: Change, { base, branch }: RememberingInfo): Change {
  return { ...change, origin: { kind: 'branch', base }, branch };
}
