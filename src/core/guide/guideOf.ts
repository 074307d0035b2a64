import { findBlocks } from '../block/find.ts';
import { isTicked, isToDo, itemsOfBlock, progressOf, type Block, type BlockItem } from '../block/model.ts';
import { itemsOf, type Checklist, type ChecklistKind, type Item } from '../checklist/model.ts';
import type { LibraryEntry } from '../library/checklistLibrary.ts';
import { plainText } from '../markdown/plainText.ts';
import { isRecord, parseRecord } from '../record/parse.ts';
import { isInRecord, type ChecklistTarget, type FocusTarget, type RecordTarget } from '../targets.ts';
import {
  layoutOf,
  type GuideBlock,
  type GuideItem,
  type GuideModel,
  type GuideSection,
  type Layouts,
  type LibraryGuide,
  type RecordGuide,
  type Trail,
} from './model.ts';

export interface GuideInput {
  /** Absent: nothing is selected. */
  readonly target?: FocusTarget | undefined;
  /** The text of a target in a record; absent when it cannot be read. */
  readonly text?: string | undefined;
  readonly layouts: Layouts;
  readonly isTrusted: boolean;
  /** The blocks of the text as they are to be shown; default as they are written. */
  readonly blocksOf?: (text: string) => readonly Block[];
  /** `undefined` when the library does not have the checklist. */
  entryOf(checklistId: string): LibraryEntry | undefined;
}

/** What the Guide shows for what is selected. An item that is gone falls back to its record or checklist. */
export function guideOf(input: GuideInput): GuideModel {
  const { target, text } = input;
  if (!target) return { kind: 'empty' };
  if (!isInRecord(target)) return inLibrary(input, target);
  return text === undefined ? { kind: 'empty' } : inText(input, target, text);
}

/** A section of items that the user goes through, in a record or in the library. */
interface Run {
  readonly trail: Trail;
  readonly kind: ChecklistKind;
  readonly items: readonly GuideItem[];
  readonly entry: LibraryEntry | undefined;
}

function inLibrary(input: GuideInput, { checklistId, itemId }: ChecklistTarget): GuideModel {
  const entry = input.entryOf(checklistId);
  if (!entry) return { kind: 'empty' };
  const { checklist } = entry;
  const runs = checklist.sections.map(({ title, items }): Run => ({
    trail: { checklist: checklist.title, section: title, overview: { checklistId } },
    kind: checklist.kind,
    items: items.map((item) => libraryItem(checklistId, item)),
    entry,
  }));
  return (itemId !== undefined && placed(input, runs, itemId)) || libraryGuide(entry, mayAct(entry, input));
}

function libraryGuide({ checklist, layer }: LibraryEntry, mayAct: boolean): LibraryGuide {
  const sections = checklist.sections.map(({ title, onlyFor, items: [first, ...rest] }): GuideSection => ({
    title,
    onlyFor,
    count: first ? rest.length + 1 : 0,
    ...(first ? { target: { checklistId: checklist.id, itemId: first.id } } : {}),
  }));
  return { kind: 'library', checklist, layer, mayAct, sections };
}

function libraryItem(checklistId: string, item: Item): GuideItem {
  const { id, title, isMust } = item;
  return { key: id, target: { checklistId, itemId: id }, title, isMust, notes: [], teaching: item };
}

function inText(input: GuideInput, { uri, item }: RecordTarget, text: string): GuideModel {
  const blocks = (input.blocksOf ?? findBlocks)(text);
  const runs = blocks.flatMap((block) => {
    const entry = input.entryOf(block.checklist);
    const taught = new Map(entry && itemsOf(entry.checklist).map((one) => [one.id, one]));
    return block.sections.map(({ title, items }): Run => ({
      trail: { checklist: titleOf(block, entry?.checklist), section: title, overview: { uri } },
      kind: entry?.checklist.kind ?? 'read-do',
      items: items.map((one) => recordItem(uri, one, taught.get(one.id))),
      entry,
    }));
  });
  return (item && placed(input, runs, recordKey(item))) || recordGuide(input, uri, text, blocks);
}

function recordGuide(input: GuideInput, uri: string, text: string, blocks: readonly Block[]): RecordGuide | GuideModel {
  const info = isRecord(text) ? parseRecord(text).record : undefined;
  if (!info && !blocks.length) return { kind: 'empty' };
  const firstOpen = blocks.flatMap(itemsOfBlock).find(isToDo);
  return {
    kind: 'record',
    title: info?.title ?? '',
    ...(info ? { info } : {}),
    target: { uri },
    blocks: blocks.map((block) => guideBlock(uri, block, input.entryOf(block.checklist)?.checklist)),
    ...(firstOpen ? { firstOpen: recordTarget(uri, firstOpen) } : {}),
  };
}

function guideBlock(uri: string, block: Block, checklist: Checklist | undefined): GuideBlock {
  const sections = block.sections.map(({ title, items }): GuideSection => {
    const start = items.find(isToDo) ?? items[0];
    return {
      title,
      count: items.length,
      onlyFor: [],
      progress: progressOf(items),
      ...(start ? { target: recordTarget(uri, start) } : {}),
    };
  });
  const progress = progressOf(itemsOfBlock(block));
  return { title: titleOf(block, checklist), progress, sections, ...(checklist ? { checklist } : {}) };
}

function titleOf(block: Block, checklist: Checklist | undefined): string {
  return block.title ?? checklist?.title ?? block.checklist;
}

function recordItem(uri: string, item: BlockItem, taught: Item | undefined): GuideItem {
  const { title, isMust, state, notes, problem } = item;
  return {
    key: recordKey(item),
    target: recordTarget(uri, item),
    title,
    isMust,
    state,
    notes,
    ...(item.recheck !== undefined && isTicked(item) ? { recheck: plainText(item.recheck) } : {}),
    ...(problem !== undefined && state.kind !== 'problem' ? { pastProblem: problem } : {}),
    ...(taught ? { teaching: taught } : {}),
  };
}

function recordTarget(uri: string, { checklist, id, occurrence }: BlockItem): Required<RecordTarget> {
  return { uri, item: { checklist, id, occurrence } };
}

function recordKey({ checklist, id, occurrence = 0 }: { checklist: string; id: string; occurrence?: number }): string {
  return `${checklist}:${occurrence}:${id}`;
}

/** The item of this key among its neighbours; `undefined` when it is not there. */
function placed(input: GuideInput, all: readonly Run[], key: string): GuideModel | undefined {
  const runs = all.filter((run) => run.items.length > 0);
  const at = runs.findIndex(({ items }) => items.some((item) => item.key === key));
  const run = runs[at];
  if (!run) return undefined;
  const { trail, items, entry, kind } = run;
  const index = items.findIndex((item) => item.key === key);
  const shared = { trail, checklistKind: kind, mayAct: entry !== undefined && mayAct(entry, input) };
  if (layoutOf(kind, input.layouts) === 'item') {
    const previous = items[index - 1] ?? runs[at - 1]?.items.at(-1);
    const next = items[index + 1] ?? runs[at + 1]?.items[0];
    return {
      kind: 'item',
      ...shared,
      item: items[index]!,
      position: index + 1,
      count: items.length,
      ...ways(previous, next),
    };
  }
  const progress = progressIn(items);
  return {
    kind: 'section',
    ...shared,
    items,
    current: key,
    ...(progress ? { progress } : {}),
    ...ways(runs[at - 1]?.items[0], runs[at + 1]?.items[0]),
  };
}

/** What comes with a workspace acts only when the user trusts the workspace. */
function mayAct({ layer }: LibraryEntry, { isTrusted }: GuideInput): boolean {
  return layer !== 'team' || isTrusted;
}

function ways(
  previous: GuideItem | undefined,
  next: GuideItem | undefined,
): { previous?: FocusTarget; next?: FocusTarget } {
  return { ...(previous ? { previous: previous.target } : {}), ...(next ? { next: next.target } : {}) };
}

function progressIn(items: readonly GuideItem[]): ReturnType<typeof progressOf> | undefined {
  const marked = items.flatMap(({ state, isMust, recheck }) =>
    state ? [{ state, isMust, ...(recheck === undefined ? {} : { recheck }) }] : [],
  );
  return marked.length ? progressOf(marked) : undefined;
}
