import type { Checklist } from '../checklist/model.ts';
import { renderBlock, type RenderOptions } from '../block/render.ts';
import { singleLine } from '../text/lines.ts';
import type { RecordInfo } from './model.ts';

/** The front matter of a new record, markers included, with a final line ending. Absent values are not written. */
export function renderFrontMatter(record: RecordInfo): string {
  const keys: [string, string | undefined][] = [
    ['tpm', record.kind],
    ['title', quoted(record.title)],
    ['status', record.status],
    ['problem', record.problem],
    ['confidence', record.confidence],
    ['proposed', record.proposed],
    ['impact', record.impact],
    ['urgency', record.urgency],
    ['severity', record.severity],
    ['severity-reason', record.severityReason && quoted(record.severityReason)],
    ['owner', record.owner && quoted(record.owner)],
    ['created', record.created],
    ['next-update', record.nextUpdate],
    ['repository', record.repository && quoted(record.repository)],
    ['branch', record.branch && quoted(record.branch)],
    ['base', record.base && quoted(record.base)],
    ['base-commit', record.baseCommit && quoted(record.baseCommit)],
    ['commit', record.commit && quoted(record.commit)],
    ['signature', record.signature && quoted(record.signature)],
    ['checklists', record.checklists.length ? `[${record.checklists.join(', ')}]` : undefined],
  ];
  const lines = keys.flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []));
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A record of one run of a checklist: what it is for, the block, room for notes. Line endings are `\n`. */
export function renderChecklistRecord(
  checklist: Checklist,
  info: Omit<RecordInfo, 'checklists' | 'status'>,
  options: RenderOptions = {},
): string {
  const record: RecordInfo = { ...info, status: 'open', checklists: [checklist.id] };
  const when = checklist.trigger === '' ? [] : [`> ${singleLine(checklist.trigger)}`, ''];
  return [
    renderFrontMatter(record),
    `# ${singleLine(info.title)}`,
    '',
    ...when,
    renderBlock(checklist, { headingLevel: 2, ...options }),
    '',
    '## Notes',
    '',
    '',
  ].join('\n');
}

/** JSON strings are YAML strings; quoting keeps `#`, `:` and hashes such as `1e7139` from being read as something else. */
function quoted(text: string): string {
  return JSON.stringify(singleLine(text));
}
