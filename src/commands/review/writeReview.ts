import type { Mentor } from '../../core/mentor.ts';
import { renderReviewRecord } from '../../core/review/renderReview.ts';
import { reviewTitle } from '../../words/changeWords.ts';
import { recordsFolder } from '../recordsPlace.ts';
import { openNewRecord } from '../startChecklist.ts';
import type { ForChange } from './forThisChange.ts';

/** Writes the review record of a change and opens it. */
export async function writeReview(mentor: Mentor, { option, change, selection, correction }: ForChange): Promise<void> {
  const folder = await recordsFolder(mentor);
  if (!folder) return;
  const title = reviewTitle(option);
  const text = renderReviewRecord(change, selection, { title, created: mentor.host.clock.now(), correction });
  const uri = await mentor.records.create(folder.place, title, text, folder.workspace);
  await openNewRecord(mentor, uri, text, { atTop: true });
}
