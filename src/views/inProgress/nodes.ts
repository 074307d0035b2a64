import { itemsOfBlock, progressOf, type Block, type BlockItem, type BlockSection } from '../../core/block/model.ts';
import { countFindings } from '../../core/finding/model.ts';
import type { RecordEntry } from '../../core/record/records.ts';
import type { RecordRow, RecordTarget } from '../../core/targets.ts';

export type Node = RecordNode | BlockNode | SectionNode | ItemNode;

interface BaseNode extends RecordRow {
  /** The same for the same thing over all changes of the text, so that VS Code keeps selection and expansion. */
  readonly id: string;
  readonly parent?: Node;
}

export interface RecordNode extends BaseNode {
  readonly kind: 'record';
  entry: RecordEntry;
}

export interface BlockNode extends BaseNode {
  readonly kind: 'block';
  block: Block;
}

export interface SectionNode extends BaseNode {
  readonly kind: 'section';
  section: BlockSection;
}

export interface ItemNode extends BaseNode {
  readonly kind: 'item';
  item: BlockItem;
  readonly target: Required<RecordTarget>;
}

export function itemsBelow(node: Node): readonly BlockItem[] {
  switch (node.kind) {
    case 'record':
      return node.entry.blocks.flatMap(itemsOfBlock);
    case 'block':
      return itemsOfBlock(node.block);
    case 'section':
      return node.section.items;
    case 'item':
      return [node.item];
  }
}

/** Rows came or went; else which rows show something else now: items, and whether any row above them does. */
export type RowChange = 'reshaped' | { readonly items: readonly ItemNode[]; readonly isAbove: boolean };

/** The nodes of one record, kept as the same objects while the text changes below them. */
export class RecordNodes {
  readonly record: RecordNode;
  readonly #known = new Map<string, Node>();

  /** VS Code keeps what is unfolded by the id: a row of another `generation` is a new one to it. */
  constructor(entry: RecordEntry, generation = 0) {
    const id = generation === 0 ? entry.uri : `${entry.uri}?${generation}`;
    this.record = { kind: 'record', id, target: { uri: entry.uri }, entry };
  }

  childrenOf(node: Node): readonly Node[] {
    switch (node.kind) {
      case 'record': {
        const { blocks } = node.entry;
        return blocks.length === 1 ? this.#sections(node, blocks[0]!) : blocks.map((block) => this.#block(node, block));
      }
      case 'block':
        return this.#sections(node, node.block);
      case 'section':
        return node.section.items.map((item) => this.#item(node, item));
      case 'item':
        return [];
    }
  }

  /** Takes in the record as it is now. */
  update(entry: RecordEntry): RowChange {
    const above = this.#shownAbove();
    const before = new Map(this.#items().map((node) => [node.id, shownOf(node)]));
    const shape = this.#shape();
    this.record.entry = entry;
    const after = this.#items();
    if (shape !== this.#shape()) return 'reshaped';
    const items = after.filter((node) => before.get(node.id) !== shownOf(node));
    return { items, isAbove: above !== this.#shownAbove() };
  }

  find(target: RecordTarget): Node | undefined {
    const { item } = target;
    if (!item) return this.record;
    return this.#items().find(
      ({ item: one }) =>
        one.id === item.id && one.checklist === item.checklist && one.occurrence === (item.occurrence ?? 0),
    );
  }

  #items(): ItemNode[] {
    const below = (node: Node): ItemNode[] => (node.kind === 'item' ? [node] : this.childrenOf(node).flatMap(below));
    return below(this.record);
  }

  /** What the rows of the record, its blocks and sections show. */
  #shownAbove(): string {
    const below = (node: Node): unknown[] =>
      node.kind === 'item' ? [] : [progressOf(itemsBelow(node)), ...this.childrenOf(node).flatMap(below)];
    const { info, findings } = this.record.entry;
    return JSON.stringify([info, countFindings(findings), below(this.record)]);
  }

  #shape(): string {
    const below = (node: Node): string => `${node.id}(${this.childrenOf(node).map(below).join(' ')})`;
    return below(this.record);
  }

  #block(parent: Node, block: Block): BlockNode {
    const made: BlockNode = {
      kind: 'block',
      id: `${parent.id}#${block.checklist}:${block.occurrence}`,
      parent,
      target: this.record.target,
      block,
    };
    return Object.assign(this.#keep(made), { block });
  }

  #sections(parent: Node, block: Block): Node[] {
    if (block.sections.length === 1 && block.sections[0]!.title === '')
      return block.sections[0]!.items.map((item) => this.#item(parent, item));
    return block.sections.map((section, index) => {
      const id = `${this.record.id}#${block.checklist}:${block.occurrence}/${index}:${section.title}`;
      return Object.assign(
        this.#keep<SectionNode>({ kind: 'section', id, parent, target: this.record.target, section }),
        { section },
      );
    });
  }

  #item(parent: Node, item: BlockItem): ItemNode {
    const { checklist, id, occurrence } = item;
    const target = { uri: this.record.target.uri, item: { checklist, id, occurrence } };
    const made: ItemNode = { kind: 'item', id: `${parent.id}/${checklist}:${occurrence}:${id}`, parent, target, item };
    return Object.assign(this.#keep(made), { item });
  }

  #keep<T extends Node>(made: T): T {
    const known = this.#known.get(made.id);
    if (known) return known as T;
    this.#known.set(made.id, made);
    return made;
  }
}

function shownOf({ item }: ItemNode): string {
  return JSON.stringify([item.title, item.state, item.isMust, item.notes, item.recheck]);
}
