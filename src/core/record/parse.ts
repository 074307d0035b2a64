import { findBlocks } from '../block/find.ts';
import { findingsIn } from '../finding/parse.ts';
import type { Block } from '../block/model.ts';
import type { Problem, ProblemCode } from '../checklist/problems.ts';
import { outlineOf } from '../markdown/outline.ts';
import { plainText } from '../markdown/plainText.ts';
import { listOf, readFrontMatter } from '../text/frontMatter.ts';
import { Lines } from '../text/lines.ts';
import { recordKinds, recordStatuses, type RecordInfo } from './model.ts';

/** A text is a record when its front matter says so; anything else that lies in the folder is left alone. */
export function isRecord(text: string): boolean {
  return readFrontMatter(text)?.values.has('tpm') ?? false;
}

/**
 * Reads a record. Never throws: each fault is a problem with its place, and an unknown kind or status counts as an open
 * checklist run, so that no record drops out of sight.
 */
export function parseRecord(text: string): { record: RecordInfo; problems: Problem[] } {
  const { record, problems } = parseRecordInfo(text);
  const found = [...unclosedBlocks(text, findBlocks(text)), ...findingsIn(text).problems];
  return { record, problems: [...problems, ...found] };
}

/** A problem for each block without a closing marker, on the line of its opening one. */
export function unclosedBlocks(text: string, blocks: readonly Block[]): Problem[] {
  const unclosed = blocks.filter((block) => !block.isClosed);
  if (!unclosed.length) return [];
  const lines = new Lines(text);
  return unclosed.map(({ checklist, line }) => ({
    code: 'unclosed-block',
    id: checklist,
    line,
    range: lines.rangeOf(line),
  }));
}

/** The same from the front matter alone, for those who read thousands: it tells nothing of the blocks. */
export function parseRecordInfo(text: string): { record: RecordInfo; problems: Problem[] } {
  const front = readFrontMatter(text);
  const lines = new Lines(text);
  const problems: Problem[] = [];
  const report = (code: ProblemCode, range = lines.rangeOf(0)): void => {
    problems.push({ ...code, line: lines.lineAt(range.start), range });
  };
  if (!front) report({ code: 'missing-front-matter' });
  for (const fault of front?.faults ?? []) report({ code: 'front-matter-syntax', message: fault.message }, fault.range);
  const valueOf = (key: string): string => front?.values.get(key)?.text ?? '';
  const oneOf = <T extends string>(key: string, allowed: readonly T[], fallback: T): T => {
    const value = valueOf(key);
    const found = allowed.find((one) => one === value);
    if (!found && front) {
      const range = front.values.get(key)?.range ?? front.range;
      report(value === '' ? { code: 'missing-key', key } : { code: 'unknown-value', key, value, allowed }, range);
    }
    return found ?? fallback;
  };
  const optional = <K extends keyof RecordInfo>(name: K, key: string = name): Partial<Record<K, string>> =>
    valueOf(key) === '' ? {} : ({ [name]: valueOf(key) } as Record<K, string>);
  const record: RecordInfo = {
    kind: oneOf('tpm', recordKinds, 'checklist'),
    title: valueOf('title') || headingOf(text),
    status: oneOf('status', recordStatuses, 'open'),
    ...optional('problem'),
    ...optional('confidence'),
    ...optional('proposed'),
    ...optional('impact'),
    ...optional('urgency'),
    ...optional('severity'),
    ...optional('severityReason', 'severity-reason'),
    ...optional('owner'),
    ...optional('created'),
    ...optional('nextUpdate', 'next-update'),
    ...optional('repository'),
    ...optional('branch'),
    ...optional('base'),
    ...optional('baseCommit', 'base-commit'),
    ...optional('commit'),
    ...optional('signature'),
    checklists: listOf(front?.values.get('checklists')),
  };
  return { record, problems };
}

function headingOf(text: string): string {
  const heading = outlineOf(text).nodes.find((node) => node.kind === 'heading' && node.level === 1);
  return heading?.kind === 'heading' ? plainText(heading.title) : '';
}
