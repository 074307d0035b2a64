import { renderBlock } from '../block/render.ts';
import { inlineCode } from '../markdown/write.ts';
import type { RecordInfo } from '../record/model.ts';
import { renderFrontMatter } from '../record/render.ts';
import { singleLine } from '../text/lines.ts';
import type { Change } from './change.ts';
import { renderChangePart } from './changePart.ts';
import type { Correction } from './correction.ts';
import { renderReasons } from './explain.ts';
import { shortHash } from './memory/stand.ts';
import type { Selection } from './selection.ts';

export type ReviewKeys = Pick<RecordInfo, 'repository' | 'branch' | 'base' | 'baseCommit' | 'commit'>;

export interface ReviewTitle {
  readonly title: string;
  /** ISO 8601. */
  readonly created: string;
  /** What the user says of the change. */
  readonly correction?: Correction;
}

/** A review record: the change in numbers, its risks, the blocks of a selection with their reasons, room for findings. Line endings are `\n`. */
export function renderReviewRecord(change: Change, selection: Selection, about: ReviewTitle): string {
  const { title, created, correction = {} } = about;
  const checklists = selection.blocks.map(({ checklist }) => checklist.id);
  const info: RecordInfo = {
    kind: 'review',
    title,
    status: 'open',
    created,
    ...reviewKeys(change),
    checklists,
  };
  const reasons = renderReasons(selection, { correction });
  const blocks = selection.blocks.map(({ checklist, includes }) =>
    renderBlock(checklist, { headingLevel: 2, includes }),
  );
  const parts = [
    `${renderFrontMatter(info)}# ${singleLine(title)}`,
    renderChangePart(change, selection),
    ...(selection.nothing === undefined ? blocks : [`No checklist item fits. ${selection.nothing}`]),
    ...(reasons === '' ? [] : [reasons]),
    '## Findings',
    '## Notes',
    `## Log\n\n- ${created} ${startWords(change)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What a review has to remember to be continued: of what is not committed, and without version control, that is little. */
export function reviewKeys({ origin, repository, isOneOfSeveral, branch, base, head }: Change): ReviewKeys {
  const isBranch = origin.kind === 'branch';
  const isCommitted = isBranch || origin.kind === 'commit' || origin.kind === 'range';
  return {
    ...(isOneOfSeveral && repository !== undefined ? { repository } : {}),
    // A commit and a range stay what they are, whatever comes to the branch.
    ...(branch === undefined || (isCommitted && !isBranch) ? {} : { branch }),
    ...(isBranch ? { base: origin.base } : {}),
    ...(isCommitted && base !== undefined ? { baseCommit: base } : {}),
    ...(isCommitted && head !== undefined ? { commit: head } : {}),
  };
}

function startWords({ head }: Change): string {
  return head === undefined ? 'Started.' : `Started at ${inlineCode(shortHash(head))}.`;
}
