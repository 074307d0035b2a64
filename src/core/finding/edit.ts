import { safeText, setStrike, wontFix } from '../block/wording.ts';
import { joinsItemAbove, runsOn } from '../markdown/runsOn.ts';
import { appendToSection } from '../record/sections.ts';
import { applyEdits, insert, replace, type TextEdit } from '../text/edits.ts';
import { leadingSpace, lineEndingOf, singleLine } from '../text/lines.ts';
import { anchorOf } from './anchor.ts';
import { labelText, type Label } from './comment.ts';
import { fit, renderPart } from './discussion.ts';
import { hashOf } from './hash.ts';
import type { Finding, FindingState, FindingWords } from './model.ts';
import { FINDINGS, findFinding, findingsIn, findParsed, type ParsedFinding } from './parse.ts';
import { renderLink, renderMarker } from './place.ts';

/** Where a new finding points to: a line of a file, with the file's text to remember the line by. */
export interface NewPlace {
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
}

/** Edits that write a finding down at the end of the section `Findings`, which is made when it is missing; and its id. */
export function addFinding(text: string, words: FindingWords, place?: NewPlace): { id: string; edits: TextEdit[] } {
  const taken = new Set(findingsIn(text).findings.map(({ id }) => id));
  const id = idFor(`${place?.path ?? ''}\n${place?.line ?? ''}\n${headText(words)}`, taken);
  const anchor = place && anchorOf(place.text, place.line);
  const link = place && anchor ? renderLink({ path: place.path, line: anchor.line }) : '';
  const first = `- [ ] ${headText(words)}${link} ${renderMarker(id, anchor)}`;
  const lines = [first, ...(fit(words.body) === '' ? [] : renderPart(words.body, '  - ').split('\n'))];
  const candidates = [lines, ['', ...lines]].map((one) => appendToSection(text, FINDINGS, one));
  const edits = candidates.find((one) => findFinding(applyEdits(text, one), id)) ?? candidates[0]!;
  return { id, edits };
}

/** Edits that give a finding a state and leave every other character alone. Empty when it has it, or is gone. */
export function setFindingState(text: string, id: string, state: FindingState): TextEdit[] {
  const parsed = findParsed(text, id);
  if (!parsed) return [];
  const { task, content } = parsed;
  const isChecked = state.kind !== 'open';
  return [
    ...(task.isChecked === isChecked ? [] : [replace(task.mark.start, task.mark.end, isChecked ? 'x' : ' ')]),
    ...setStrike(text, content, wontFix, state.kind === 'wont-fix' ? state.reason : undefined),
  ];
}

/** Edits that change what a finding says; its place, state and replies stay. */
export function setFindingWords(text: string, id: string, words: FindingWords): TextEdit[] {
  const parsed = findParsed(text, id);
  if (!parsed) return [];
  const { head, discussion } = parsed;
  const now = text.slice(head.start, head.end);
  const isSame = now === headText(words) || (isSameHead(parsed.finding, words) && now !== '');
  return [
    ...(isSame ? [] : [replace(head.start, head.end, headText(words))]),
    ...(fit(words.body) === fit(discussion.body) ? [] : editBody(parsed, words.body)),
  ];
}

/** Edits that add a reply below a finding. Empty for an empty reply or a finding that is gone. */
export function addReply(text: string, id: string, reply: string): TextEdit[] {
  const parsed = findParsed(text, id);
  if (!parsed || fit(reply) === '') return [];
  const count = parsed.finding.replies.length + 1;
  const { task, outline } = parsed;
  const places = [
    { afterLine: task.endLine - 1, prefix: nestedPrefix(parsed) },
    { afterLine: task.paragraphEndLine, prefix: nestedPrefix(parsed) },
  ];
  const candidates = places.map((place) => [insertPart(parsed, place, reply, 'Reply')]);
  const isReadBack = (edits: TextEdit[]): boolean =>
    findFinding(applyEdits(outline.lines.text, edits), id)?.replies.length === count;
  return candidates.find(isReadBack) ?? candidates[0]!;
}

/** Edits that change one reply, counted from 0. Empty text takes it away. */
export function setReply(text: string, id: string, index: number, reply: string): TextEdit[] {
  const parsed = findParsed(text, id);
  const part = parsed?.discussion.replies[index];
  if (!parsed || !part || fit(reply) === fit(part.text)) return [];
  const { lines } = parsed.outline;
  if (fit(reply) === '') return [replace(lines.endOf(part.line - 1), lines.endOf(part.endLine - 1), '')];
  const prefix = `${leadingSpace(lines.textOf(part.line))}- `;
  return [
    replace(
      lines.startOf(part.line),
      lines.endOf(part.endLine - 1),
      written(parsed, renderPart(reply, prefix, 'Reply')),
    ),
  ];
}

/** Edits that take a finding out, with all that is nested below it. */
export function removeFinding(text: string, id: string): TextEdit[] {
  const parsed = findParsed(text, id);
  if (!parsed) return [];
  const { task, outline } = parsed;
  const { lines } = outline;
  const above = task.startLine === 0 ? '' : lines.textOf(task.startLine - 1);
  const below = lines.textOf(task.endLine);
  const isGap = above.trim() !== '' && (runsOn(below) || joinsItemAbove(below) || /^[ \t]*=+[ \t]*$/.test(below));
  return [replace(lines.startOf(task.startLine), lines.startOf(task.endLine), isGap ? lineEndingOf(text) : '')];
}

function idFor(seed: string, taken: ReadonlySet<string>): string {
  for (let count = 0; ; count++) {
    const id = hashOf(count === 0 ? seed : `${seed}\n${count}`).slice(0, 5);
    if (!taken.has(id) && /[a-z]/.test(id)) return id;
  }
}

/** Label and subject on one line: neither can end the line's link, comment or strike-through. */
function headText(words: FindingWords): string {
  const clean = (text: string): string => safeText(text.replace(/[()*:,[\]`\\<>_]/g, ' '));
  const label: Label = {
    label: clean(words.label).toLowerCase(),
    decorations: words.decorations.map((one) => clean(one).toLowerCase()).filter((one) => one !== ''),
  };
  const head = label.label === '' ? '' : `**${labelText(label)}:**`;
  return `${head} ${safeText(words.subject)}`.trim() || '\u2026';
}

function isSameHead(finding: Finding, words: FindingWords): boolean {
  return (
    finding.label === words.label &&
    finding.decorations.join() === words.decorations.join() &&
    singleLine(finding.subject) === singleLine(words.subject)
  );
}

/** As deep as what is nested already. */
function nestedPrefix({ task, outline, discussion }: ParsedFinding): string {
  const first = [...discussion.bodyParts, ...discussion.replies].toSorted((a, b) => a.line - b.line)[0];
  return first ? `${leadingSpace(outline.lines.textOf(first.line))}- ` : task.entryPlace.prefix;
}

function editBody(parsed: ParsedFinding, body: string): TextEdit[] {
  const { task, outline, discussion } = parsed;
  const { lines } = outline;
  const prefix = nestedPrefix(parsed);
  const isEmpty = fit(body) === '';
  if (!discussion.bodyParts.length) return [insertPart(parsed, { afterLine: task.paragraphEndLine, prefix }, body, '')];
  return discussion.bodyParts.map((part, index) => {
    const newText = isEmpty || index > 0 ? '' : lineEndingOf(lines.text) + written(parsed, renderPart(body, prefix));
    return replace(lines.endOf(part.line - 1), lines.endOf(part.endLine - 1), newText);
  });
}

function insertPart(
  parsed: ParsedFinding,
  { afterLine, prefix }: { afterLine: number; prefix: string },
  markdown: string,
  label: string,
): TextEdit {
  const { lines } = parsed.outline;
  return insert(
    lines.endOf(afterLine),
    lineEndingOf(lines.text) + written(parsed, renderPart(markdown, prefix, label)),
  );
}

/** With the line endings of the text. */
function written({ outline }: ParsedFinding, part: string): string {
  return part.replace(/\n/g, lineEndingOf(outline.lines.text));
}
