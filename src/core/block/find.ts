import { ItemIds } from '../checklist/itemIds.ts';
import { readItemTitle } from '../checklist/itemTitle.ts';
import { outlineOf, type Outline, type OutlineNode, type Task } from '../markdown/outline.ts';
import { plainText } from '../markdown/plainText.ts';
import { hasFindingMarker, isClosingMarker, openedChecklist } from './markers.ts';
import { notApplicable, readStrike } from './wording.ts';
import { memoryOf } from './memory.ts';
import { itemsOfBlock, type Block, type BlockItem, type BlockSection, type ItemRef, type ItemState } from './model.ts';

/** All blocks of a Markdown text, in order. Markers inside fences, quotes and lists are text, not blocks. */
export function findBlocks(text: string): Block[] {
  return blocksIn(outlineOf(text));
}

export function blocksIn(outline: Outline): Block[] {
  const blocks: Block[] = [];
  const counts = new Map<string, number>();
  for (const [index, node] of outline.nodes.entries()) {
    const checklist = node.kind === 'comment' ? openedChecklist(node.text) : undefined;
    if (checklist === undefined) continue;
    const occurrence = counts.get(checklist) ?? 0;
    counts.set(checklist, occurrence + 1);
    blocks.push(blockAt(outline, index, checklist, occurrence));
  }
  return blocks;
}

/** The item that a reference names, in the text as it is now; `undefined` when it is gone. */
export function findItem(text: string, at: ItemRef): BlockItem | undefined {
  return itemIn(findBlocks(text), at);
}

export function itemIn(blocks: readonly Block[], at: ItemRef): BlockItem | undefined {
  const block = blocks.find((one) => one.checklist === at.checklist && one.occurrence === (at.occurrence ?? 0));
  return block && itemsOfBlock(block).find((item) => item.id === at.id);
}

function blockAt(outline: Outline, opening: number, checklist: string, occurrence: number): Block {
  const { lines, nodes } = outline;
  let end = opening + 1;
  while (end < nodes.length && !isMarker(nodes[end]!)) end++;
  const closing = nodes[end];
  const isClosed = closing?.kind === 'comment' && isClosingMarker(closing.text);
  const inside = nodes.slice(opening + 1, end);
  const marker = nodes[opening]! as Extract<OutlineNode, { kind: 'comment' }>;
  const innerStart = lines.startOf(marker.endLine);
  const innerEnd = closing ? lines.startOf(closing.line) : lines.text.length;
  return {
    checklist,
    occurrence,
    ...contentOf(inside, outline, { checklist, occurrence }),
    range: { start: lines.startOf(marker.line), end: isClosed ? lines.endOf(closing.endLine - 1) : innerEnd },
    inner: { start: innerStart, end: Math.max(innerStart, innerEnd) },
    line: marker.line,
    isClosed,
  };
}

function isMarker(node: OutlineNode): boolean {
  return node.kind === 'comment' && (isClosingMarker(node.text) || openedChecklist(node.text) !== undefined);
}

function contentOf(
  nodes: readonly OutlineNode[],
  outline: Outline,
  ref: Required<Omit<ItemRef, 'id'>>,
): Pick<Block, 'title' | 'sections'> {
  const sections: (BlockSection & { items: BlockItem[] })[] = [];
  const ids = new ItemIds();
  const isPlain = !nodes.some((node) => node.kind === 'heading');
  let title: string | undefined;
  for (const node of nodes) {
    if (node.kind === 'task') {
      if (isFinding(node, outline)) continue;
      if (!sections.length) sections.push({ title: '', items: [] });
      sections.at(-1)!.items.push(itemOf(node, outline, ids, ref));
      continue;
    }
    const heading = isPlain
      ? plainHeadingOf(node)
      : node.kind === 'heading'
        ? { words: plainText(node.title), isSection: title !== undefined || sections.length > 0 }
        : undefined;
    if (heading?.isSection) sections.push({ title: heading.words, line: node.line, items: [] });
    else title ??= heading?.words;
  }
  return { ...(title === undefined ? {} : { title }), sections };
}

/** A finding below a block that was never closed is no item of it. */
function isFinding({ line }: Task, { lines }: Outline): boolean {
  return hasFindingMarker(lines.textOf(line));
}

/** Where `#` means something else (a commit message), a heading is a line of its own: `Title`, then `Section:`. */
function plainHeadingOf(node: OutlineNode): { words: string; isSection: boolean } | undefined {
  if (node.kind !== 'paragraph' || node.text.includes('\n')) return undefined;
  const isSection = /(?<!\\)(?:\\\\)*:$/.test(node.text);
  return { words: plainText(isSection ? node.text.slice(0, -1) : node.text), isSection };
}

function itemOf(task: Task, outline: Outline, ids: ItemIds, ref: Required<Omit<ItemRef, 'id'>>): BlockItem {
  const { lines } = outline;
  const { words, reason } = readStrike(lines.text.slice(task.content.start, task.content.end), notApplicable);
  const { title, isMust } = readItemTitle(words);
  const problem = task.entries.find((entry) => entry.label === 'problem')?.text;
  const state: ItemState =
    reason !== undefined
      ? { kind: 'n/a', reason }
      : task.isChecked
        ? { kind: 'done' }
        : problem === undefined
          ? { kind: 'open' }
          : { kind: 'problem', note: problem };
  return {
    ...ref,
    id: ids.next(task.ownId, title).id,
    title,
    isMust,
    state,
    ...(problem === undefined ? {} : { problem }),
    notes: task.entries.filter((entry) => entry.label === 'note').map((entry) => entry.text),
    ...(reason !== undefined || task.isChecked ? memoryOf(task.entries) : {}),
    isTouched:
      state.kind !== 'open' || task.entries.length > 0 || task.hasOtherChildren || task.paragraphEndLine > task.line,
    line: task.line,
    range: lines.rangeOf(task.startLine, task.endLine),
    titleRange: task.content,
  };
}
