import { itemsOfBlock } from '../block/model.ts';
import { blocksIn } from '../block/find.ts';
import { hasFindingMarker } from '../block/markers.ts';
import { readStrike, wontFix } from '../block/wording.ts';
import type { Problem } from '../checklist/problems.ts';
import { outlineOf, type Outline, type Task } from '../markdown/outline.ts';
import { findSection } from '../record/sections.ts';
import type { Range } from '../text/edits.ts';
import { headOf } from './comment.ts';
import { discussionOf, type Discussion } from './discussion.ts';
import { hashOf } from './hash.ts';
import type { Finding, FindingState } from './model.ts';
import { readLink, readMarker } from './place.ts';

/** The section of a record that findings are written into. */
export const FINDINGS = 'Findings';

/** A finding with the parts of its text that edits need. */
export interface ParsedFinding {
  /** The link to its place, brackets included. */
  readonly link?: Range;
  readonly finding: Finding;
  readonly task: Task;
  readonly outline: Outline;
  /** The words of its line, strike-through and link included, without the marker. */
  readonly content: Range;
  /** Label and subject, without the link. */
  readonly head: Range;
  readonly discussion: Discussion;
}

/** Before anything is parsed: whether a text can have findings at all. */
export function mayHaveFindings(text: string): boolean {
  return /tpm:finding\b|^ {0,3}##[ \t]+Findings\b/im.test(text);
}

/**
 * The findings of a text in order: tasks that carry a finding's marker, wherever somebody moved them, and tasks of the section
 * `Findings` outside blocks. Never throws.
 */
export function findingsIn(text: string): { findings: Finding[]; problems: Problem[] } {
  if (!mayHaveFindings(text)) return { findings: [], problems: [] };
  const problems: Problem[] = [];
  const parsed = parsedFindings(text, problems);
  return { findings: parsed.map(({ finding }) => finding), problems };
}

export function findParsed(text: string, id: string): ParsedFinding | undefined {
  return parsedFindings(text).find(({ finding }) => finding.id === id);
}

/** The finding of that id in the text as it is now; `undefined` when it is gone. */
export function findFinding(text: string, id: string): Finding | undefined {
  return findParsed(text, id)?.finding;
}

/** The same with where their parts stand in the text. */
export function parsedFindings(text: string, problems: Problem[] = []): ParsedFinding[] {
  const outline = outlineOf(text);
  const { lines } = outline;
  const section = findSection(text, FINDINGS)?.body;
  const items = new Set(blocksIn(outline).flatMap((block) => itemsOfBlock(block).map(({ line }) => line)));
  const ids = new Set<string>();
  return outline.nodes.flatMap((node) => {
    if (node.kind !== 'task') return [];
    const offset = lines.startOf(node.line);
    const isListed = section && offset >= section.start && offset < section.end && !items.has(node.line);
    if (!isListed && !hasFindingMarker(lines.textOf(node.line))) return [];
    return [parseFinding(node, outline, ids, problems)];
  });
}

function parseFinding(task: Task, outline: Outline, ids: Set<string>, problems: Problem[]): ParsedFinding {
  const { lines } = outline;
  const { text } = lines;
  const marker = readMarker(text.slice(task.content.start, task.content.end));
  const isAtEnd = marker !== undefined && marker.end === task.content.end - task.content.start;
  const content = isAtEnd ? trimmed(text, task.content.start, task.content.start + marker.start) : task.content;
  const { words, wordsStart, reason } = readStrike(text.slice(content.start, content.end), wontFix);
  const inMiddle = marker && !isAtEnd ? words.indexOf('<!--') : -1;
  const spoken = inMiddle < 0 ? words : words.slice(0, inMiddle).trimEnd();
  // Ours without a line has no place: its subject may end in a link all the same.
  const mayHavePlace = marker?.id === undefined || marker.line !== undefined;
  const link = mayHavePlace ? readLink(spoken) : undefined;
  const start = content.start + wordsStart;
  const head = trimmed(text, start, start + (link?.start ?? spoken.length));
  const headText = text.slice(head.start, head.end);
  const label = headOf(headText);
  const discussion = discussionOf(task, lines);
  const state: FindingState =
    reason !== undefined ? { kind: 'wont-fix', reason } : { kind: task.isChecked ? 'resolved' : 'open' };
  const report = (code: 'finding-place' | 'finding-reason' | 'duplicate-finding', id: string): void => {
    problems.push({ code, id, line: task.line, range: lines.rangeOf(task.line) });
  };
  const asked = marker?.id ?? `h${hashOf(`${headText}\n${link?.path ?? ''}`).slice(0, 5)}`;
  const id = freeId(asked, ids);
  if (id !== asked && marker?.id !== undefined) report('duplicate-finding', asked);
  if ((marker?.line !== undefined || link) && link?.path === undefined) report('finding-place', id);
  if (reason === '') report('finding-reason', id);
  const line = marker?.line ?? link?.line;
  const subjectStart = Math.min(head.end, head.start + (label?.length ?? 0));
  const finding: Finding = {
    id,
    label: label?.label ?? '',
    decorations: label?.decorations ?? [],
    subject: text.slice(subjectStart, head.end),
    body: discussion.body,
    replies: discussion.replies.map((reply) => reply.text),
    state,
    ...(link?.path === undefined
      ? {}
      : {
          place: {
            path: link.path,
            ...(line === undefined ? {} : { line }),
            ...(marker?.anchor ? { anchor: marker.anchor } : {}),
          },
        }),
    line: task.line,
    range: lines.rangeOf(task.startLine, task.endLine),
    subjectRange: { start: subjectStart, end: head.end },
  };
  const shownLink = link && { start: start + link.bracket, end: start + spoken.length };
  return { finding, task, outline, content, head, discussion, ...(shownLink ? { link: shownLink } : {}) };
}

/** A second one of the same id gets `-2`, the next `-3`. */
function freeId(asked: string, ids: Set<string>): string {
  let id = asked;
  for (let count = 2; ids.has(id); count++) id = `${asked}-${count}`;
  ids.add(id);
  return id;
}

function trimmed(text: string, start: number, end: number): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
