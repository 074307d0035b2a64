import GithubSlugger from 'github-slugger';
import { notApplicable, readStrike } from '../block/wording.ts';
import { outlineOf, type Outline, type Task } from '../markdown/outline.ts';
import { plainText } from '../markdown/plainText.ts';
import { listOf, type FrontMatterValue } from '../text/frontMatter.ts';
import type { Range } from '../text/edits.ts';
import { ItemIds } from './itemIds.ts';
import { readItemTitle } from './itemTitle.ts';
import { checklistKinds, groups, type AppliesTo, type Checklist, type Item, type Section } from './model.ts';
import type { Problem, ProblemCode } from './problems.ts';

/** An id names files and markers: small letters, digits, `-`. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Reads a checklist file. Never throws: each fault is a problem with its place, and whatever can be used is used, with
 * `read-do`, group `problem` and the slug of the title standing in for what is missing. Without a title that is the slug of
 * `name`, the file's name without its ending.
 */
export function parseChecklist(text: string, name = ''): { checklist: Checklist; problems: Problem[] } {
  const outline = outlineOf(text);
  const problems: Problem[] = [];
  const report = (code: ProblemCode, line: number, range: Range = outline.lines.rangeOf(line)): void => {
    problems.push({ ...code, line: Math.min(line, outline.lines.count - 1), range });
  };
  const front = readChecklistFrontMatter(outline, report);
  const title = titleOf(outline);
  if (title === undefined) report({ code: 'missing-title' }, outline.frontMatter?.bodyLine ?? 0);
  const sections = sectionsOf(outline, report);
  if (!sections.some((section) => section.items.length))
    report({ code: 'no-items' }, outline.frontMatter?.bodyLine ?? 0);
  const id = ID.test(front.id) ? front.id : idFrom(title ?? name) || 'checklist';
  return { checklist: { ...front, id, title: title ?? id, sections }, problems };
}

function idFrom(words: string): string {
  return new GithubSlugger()
    .slug(words)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+/, '')
    .slice(0, 64);
}

type Report = (code: ProblemCode, line: number, range?: Range) => void;

function readChecklistFrontMatter(outline: Outline, report: Report): Omit<Checklist, 'title' | 'sections'> {
  const front = outline.frontMatter;
  const values: ReadonlyMap<string, FrontMatterValue> = front?.values ?? new Map();
  const text = (key: string): string => values.get(key)?.text ?? '';
  if (!front) report({ code: 'missing-front-matter' }, 0);
  for (const fault of front?.faults ?? []) {
    report(
      { code: 'front-matter-syntax', message: fault.message },
      outline.lines.lineAt(fault.range.start),
      fault.range,
    );
  }
  const isDisabled = text('disabled') === 'true';
  for (const key of isDisabled ? ['id'] : ['id', 'group', 'kind', 'trigger']) {
    if (front && text(key) === '') report({ code: 'missing-key', key }, 0, front.range);
  }
  const oneOf = <T extends string>(key: string, allowed: readonly T[]): T => {
    const value = text(key);
    const found = allowed.find((one) => one === value);
    const range = values.get(key)?.range;
    if (!found && value !== '' && range)
      report({ code: 'unknown-value', key, value, allowed }, outline.lines.lineAt(range.start), range);
    return found ?? allowed[0]!;
  };
  const idRange = values.get('id')?.range;
  if (idRange && text('id') !== '' && !ID.test(text('id'))) {
    report({ code: 'invalid-id', id: text('id') }, outline.lines.lineAt(idRange.start), idRange);
  }
  const appliesTo = appliesToOf(values);
  return {
    id: text('id'),
    group: oneOf('group', groups),
    kind: oneOf('kind', checklistKinds),
    trigger: text('trigger'),
    ...(text('revised') === '' ? {} : { revised: text('revised') }),
    ...(appliesTo ? { appliesTo } : {}),
    sources: listOf(values.get('sources')),
    isDisabled,
  };
}

function appliesToOf(values: ReadonlyMap<string, FrontMatterValue>): AppliesTo | undefined {
  const files = listOf(values.get('applies-to.files'));
  const languages = listOf(values.get('applies-to.languages'));
  return files.length || languages.length ? { files, languages } : undefined;
}

function titleOf(outline: Outline): string | undefined {
  const heading = outline.nodes.find((node) => node.kind === 'heading' && node.level === 1);
  return (heading?.kind === 'heading' && plainText(heading.title)) || undefined;
}

function sectionsOf(outline: Outline, report: Report): Section[] {
  const sections: (Section & { items: Item[]; onlyFor: readonly string[] })[] = [];
  const ids = new ItemIds();
  for (const node of outline.nodes) {
    const section = sections.at(-1);
    if (node.kind === 'heading' && node.level === 2) {
      sections.push({ title: plainText(node.title), onlyFor: [], items: [], line: node.line });
    } else if (node.kind === 'paragraph' && section && !section.items.length) {
      const only = /^Only for:(.*)/.exec(node.text);
      if (only) sections[sections.length - 1] = { ...section, onlyFor: splitList(only[1]!) };
    } else if (node.kind === 'task') {
      const item = itemOf(node, outline, ids, report);
      if (!section) report({ code: 'item-outside-section', title: item.title }, node.line);
      (section ?? addUntitled(sections, node.line)).items.push(item);
    }
  }
  for (const section of sections)
    if (!section.items.length) report({ code: 'empty-section', title: section.title }, section.line);
  return sections;
}

function addUntitled(sections: (Section & { items: Item[] })[], line: number): { items: Item[] } {
  const section = { title: '', onlyFor: [], items: [], line };
  sections.push(section);
  return section;
}

function itemOf(task: Task, outline: Outline, ids: ItemIds, report: Report): Item {
  const { lines } = outline;
  // A checklist may be copied back from a record, states and all: its items are the same ones.
  const words = readItemTitle(readStrike(lines.text.slice(task.content.start, task.content.end), notApplicable).words);
  const all = (label: string): string[] =>
    task.entries.filter((entry) => entry.label === label).map((entry) => entry.text);
  const one = (label: string): string | undefined => {
    const [first, second] = all(label);
    if (second !== undefined) report({ code: 'repeated-entry', label, title: words.title }, task.line);
    return first === '' ? undefined : first;
  };
  const [why, ask, evidence] = [one('why'), one('ask'), one('evidence')];
  const { id, isRepeated } = ids.next(task.ownId, words.title);
  if (isRepeated) report({ code: 'duplicate-id', id: task.ownId ?? words.title }, task.line);
  return {
    id,
    hasOwnId: task.ownId !== undefined,
    ...words,
    ...(why === undefined ? {} : { why }),
    how: all('how').filter((step) => step !== ''),
    ...(ask === undefined ? {} : { ask }),
    ...(evidence === undefined ? {} : { evidence }),
    onlyFor: splitList(one('only for') ?? ''),
    line: task.line,
    range: lines.rangeOf(task.startLine, task.endLine),
  };
}

function splitList(text: string): string[] {
  return text
    .split(/[,\s]+/)
    .map((part) => part.replace(/^[`"'[]+|[`"'\]]+$/g, ''))
    .filter((part) => part !== '');
}
