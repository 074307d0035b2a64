import { isInProgress, type RecordInfo } from '../record/model.ts';
import { renderFrontMatter } from '../record/render.ts';
import { singleLine } from '../text/lines.ts';
import type { Finding } from './model.ts';
import { FINDINGS } from './parse.ts';

interface Reviewed {
  readonly info: RecordInfo;
  readonly findings: readonly Finding[];
}

/** Whether lines of code may be commented for this record: a review that goes on. */
export function isReviewInProgress({ info }: Pick<Reviewed, 'info'>): boolean {
  return info.kind === 'review' && isInProgress(info);
}

/** Whether its findings are shown beside the code: a review, or any record that was given findings, that goes on. */
export function showsFindings(entry: Reviewed): boolean {
  return isReviewInProgress(entry) || (isInProgress(entry.info) && entry.findings.length > 0);
}

/** A review record with nothing but room for findings. Line endings are `\n`. */
export function renderFindingsRecord(info: Pick<RecordInfo, 'title' | 'created' | 'branch'>): string {
  const front = renderFrontMatter({ ...info, kind: 'review', status: 'open', checklists: [] });
  return `${front}\n# ${singleLine(info.title)}\n\n## ${FINDINGS}\n`;
}
