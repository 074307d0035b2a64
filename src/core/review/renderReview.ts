import { renderBlock } from '../block/render.ts';
import type { RecordInfo } from '../record/model.ts';
import { renderFrontMatter } from '../record/render.ts';
import { singleLine } from '../text/lines.ts';
import { headLines, renderReasons } from './explain.ts';
import type { Selection } from './selection.ts';

/** A review record: the change in numbers, the blocks of a selection, its reasons, room for findings. Line endings are `\n`. */
export function renderReviewRecord(
  selection: Selection,
  info: Omit<RecordInfo, 'checklists' | 'status' | 'kind'>,
): string {
  const checklists = selection.blocks.map(({ checklist }) => checklist.id);
  const parts = [
    renderFrontMatter({ ...info, kind: 'review', status: 'open', checklists }),
    `# ${singleLine(info.title)}`,
    '',
    ...headLines(selection),
    '',
    ...selection.blocks.flatMap(({ checklist, includes }) => [
      renderBlock(checklist, { headingLevel: 2, includes }),
      '',
    ]),
    renderReasons(selection),
    '',
    '## Notes',
    '',
    '',
  ];
  return parts.join('\n');
}
