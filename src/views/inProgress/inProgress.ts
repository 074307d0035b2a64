import * as vscode from 'vscode';
import { findItem } from '../../core/block/find.ts';
import { setItemState } from '../../core/block/edit.ts';
import {
  isTicked,
  itemsOfBlock,
  progressOf,
  untickedState,
  type Block,
  type BlockItem,
} from '../../core/block/model.ts';
import { Emitter } from '../../core/emitter.ts';
import type { Mentor } from '../../core/mentor.ts';
import { itemsOf } from '../../core/checklist/model.ts';
import { teachingText } from '../../core/guide/teachingText.ts';
import { plainText } from '../../core/markdown/plainText.ts';
import { isInProgress } from '../../core/record/model.ts';
import { byNeed, newestAmong } from '../../core/record/order.ts';
import type { RecordEntry } from '../../core/record/records.ts';
import { remembers } from '../../core/review/memory/stand.ts';
import { isInRecord, isSameTarget, type FocusTarget, type RecordTarget } from '../../core/targets.ts';
import { guideWords } from '../../words/guideWords.ts';
import { placedSentence } from '../../words/problemSentence.ts';
import { debounce } from '../debounce.ts';
import { contextKeys } from '../../ids.ts';
import { ContextKey } from '../contextKey.ts';
import type { TreeSource } from '../lazyTree.ts';
import { onDidGoTo } from '../onDidGoTo.ts';
import { RecordNodes, type ItemNode, type Node } from './nodes.ts';
import { rowOf } from './row.ts';

const { l10n } = vscode;

/** A parent row drawn anew while the user clicks on makes the next click miss; measured safe: leaves at once, parents after this. */
const PARENTS_AFTER = 250;
const REVEAL_TRIES = 4;

/** Records that are worked on, with their blocks, sections and items. */
export class InProgress implements TreeSource<Node> {
  readonly #mentor: Mentor;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new Emitter<readonly Node[] | undefined>();
  readonly #nodes = new Map<string, RecordNodes>();
  readonly #stale = new Set<string>();
  readonly #subscriptions: { dispose(): void }[];
  #isRevealing = false;
  /** As the records were listed last. */
  #order = '';
  /** The one record that is unfolded without the user's doing: what a command showed last, else the newest. */
  #unfolded = '';
  readonly #generations = new Map<string, number>();
  /** Commits came while nobody saw it. */
  #isBehind = false;
  readonly #resolvedKey = new ContextKey(contextKeys.isShowingResolved);

  readonly onDidChange = this.#changed.event;

  readonly #refreshParents = debounce(() => {
    const records = [...this.#stale].flatMap((uri) => this.#nodes.get(uri)?.record ?? []);
    this.#stale.clear();
    void this.#redraw(records);
    void this.#showBadge();
  }, PARENTS_AFTER);

  constructor(mentor: Mentor, view: vscode.TreeView<Node>) {
    this.#mentor = mentor;
    this.#view = view;
    this.#subscriptions = [
      this.#changed,
      { dispose: () => this.#refreshParents.cancel() },
      mentor.records.onDidChange((uri) => (uri === undefined ? this.#refreshAll() : void this.#update(uri))),
      mentor.reviews.onDidChange((uri) => {
        if (view.visible) void this.#update(uri);
        else this.#isBehind = true;
      }),
      view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isBehind) this.#refreshAll();
      }),
      mentor.filter.onDidChange((isShowing) => {
        this.#resolvedKey.set(isShowing);
        this.#refreshAll();
      }),
      mentor.focus.onDidChange(({ target, isAsked }) => this.#follow(target, isAsked)),
      onDidGoTo(view, (node, isAgain) => {
        if (!isAgain || !this.#isRevealing) mentor.focus.follow(node.target);
      }),
    ];
    this.#resolvedKey.set(mentor.filter.isShowingResolved);
    void this.#showBadge();
    const { record } = mentor.focus; // asked for before the view was ever shown
    if (record) void this.#reveal(record, REVEAL_TRIES);
  }

  async children(node?: Node): Promise<readonly Node[]> {
    if (node) return this.#nodes.get(node.target.uri)?.childrenOf(node) ?? [];
    const entries = (await this.#inOrder()).map((entry) => this.#asShown(entry));
    this.#order = orderOf(entries);
    const uris = new Set(entries.map((entry) => entry.uri));
    for (const uri of this.#nodes.keys()) if (!uris.has(uri)) this.#nodes.delete(uri);
    if (!uris.has(this.#unfolded)) this.#unfolded = newestAmong(entries)?.uri ?? '';
    return entries.map((entry) => this.#nodesOf(entry).record);
  }

  row(node: Node): vscode.TreeItem {
    return rowOf(node, this.#mentor.host.clock.now(), node.target.uri === this.#unfolded);
  }

  parent(node: Node): Node | undefined {
    return node.parent;
  }

  async tooltip(node: Node): Promise<string | undefined> {
    if (node.kind === 'record') return faultsOf(node.entry);
    if (node.kind !== 'item') return undefined;
    const { notes, problem, recheck, checklist, id } = node.item;
    const entry = await this.#mentor.checklists.find(checklist);
    const taught = entry && itemsOf(entry.checklist).find((item) => item.id === id);
    return teachingText(node.item, taught, guideWords(), [
      ...(recheck === undefined || !isTicked(node.item) ? [] : [l10n.t('Re-check: {0}', plainText(recheck))]),
      ...(problem === undefined ? [] : [l10n.t('Problem: {0}', problem)]),
      ...notes.map((note) => l10n.t('Note: {0}', note)),
    ]);
  }

  async check(nodes: readonly (readonly [Node, boolean])[]): Promise<void> {
    await Promise.all(
      nodes.map(async ([node, isChecked]) => {
        if (node.kind === 'item') await this.#tick(node, isChecked);
      }),
    );
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #tick(node: ItemNode, isChecked: boolean): Promise<void> {
    const { uri, item: ref } = node.target;
    let found: BlockItem | undefined;
    const commit = await this.#mentor.reviews.commitToNote(uri);
    const outcome = await this.#mentor.host.files.edit(uri, (text) => {
      found = findItem(text, ref);
      return found ? setItemState(text, ref, isChecked ? { kind: 'done' } : untickedState(found), commit) : [];
    });
    if (!found) this.#tell(l10n.t('"{0}" is no longer in this record, so nothing was ticked.', node.item.title));
    else if (outcome === 'refused') this.#tell(l10n.t('The record cannot be changed. Is the file read-only?'));
    await this.#update(uri);
    this.#changed.fire([node]);
  }

  #tell(message: string): void {
    void vscode.window.showWarningMessage(message);
    this.#refreshAll();
  }

  async #update(uri: string): Promise<void> {
    const found = await this.#mentor.records.find(uri);
    const entry = found && this.#asShown(found);
    const nodes = this.#nodes.get(uri);
    if (!entry || !nodes || !this.#isShown(entry) || entry.info.status !== nodes.record.entry.info.status)
      return this.#refreshAll();
    const change = nodes.update(entry);
    if (change !== 'reshaped') {
      if (change.items.length) this.#changed.fire(change.items);
      // A menu or a key that meets a redraw of its row's parents is lost: they are drawn anew only for something to see.
      if (!change.isAbove) return;
    }
    this.#stale.add(uri);
    this.#refreshParents();
  }

  /** All of them where one has to stand elsewhere now. */
  async #redraw(records: readonly Node[]): Promise<void> {
    const isInOrder = orderOf(await this.#inOrder()) === this.#order;
    this.#changed.fire(records.length && isInOrder ? records : undefined);
  }

  async #inOrder(): Promise<RecordEntry[]> {
    const shown = (await this.#mentor.records.entries()).filter((entry) => this.#isShown(entry));
    return byNeed(shown, this.#mentor.host.clock.now());
  }

  #refreshAll(): void {
    this.#isBehind = false;
    this.#stale.clear();
    this.#refreshParents.cancel();
    this.#changed.fire(undefined);
    void this.#showBadge();
  }

  #isShown(entry: RecordEntry): boolean {
    return this.#mentor.filter.isShowingResolved || isInProgress(entry.info);
  }

  /** With what has to be checked again. */
  #asShown(entry: RecordEntry): RecordEntry {
    const { uri, info } = entry;
    return remembers(info) ? { ...entry, blocks: this.#mentor.reviews.shown(uri, info, entry.blocks) } : entry;
  }

  #nodesOf(entry: RecordEntry): RecordNodes {
    const known = this.#nodes.get(entry.uri);
    if (known) {
      known.update(entry);
      return known;
    }
    const nodes = new RecordNodes(entry, this.#generations.get(entry.uri));
    this.#nodes.set(entry.uri, nodes);
    return nodes;
  }

  /** The tree selects what the focus is on elsewhere; only a command may open the view for that. */
  #follow(target: FocusTarget, isAsked: boolean): void {
    if (!isInRecord(target)) return;
    if (isAsked) void this.#reveal(target, REVEAL_TRIES);
    else if (this.#view.visible && !isSameTarget(this.#view.selection[0]?.target, target)) void this.#reveal(target, 1);
  }

  /** VS Code drops a reveal that arrives while it draws the tree anew, so it is asked again until the row is selected. */
  async #reveal(target: RecordTarget, tries: number): Promise<void> {
    for (let count = 1; count <= tries; count++) {
      await this.children();
      if (!isSameTarget(this.#mentor.focus.current, target)) return;
      if (tries > 1) this.#unfold(target.uri);
      const node = this.#nodes.get(target.uri)?.find(target);
      if (node) await this.#select(node);
      if (node && this.#view.selection[0]?.id === node.id) return;
      if (count < tries) await this.#mentor.host.clock.delay(PARENTS_AFTER);
    }
  }

  /** Where a command shows a record, the one that was unfolded before is folded: no API folds a row, a new id does. */
  #unfold(uri: string): void {
    const before = this.#unfolded;
    this.#unfolded = uri;
    if (before === uri || !this.#nodes.delete(before)) return;
    this.#generations.set(before, (this.#generations.get(before) ?? 0) + 1);
    this.#changed.fire(undefined);
  }

  async #select(node: Node): Promise<void> {
    this.#isRevealing = true; // what unfolds on the way is not where the user goes
    await this.#view.reveal(node, { select: true, focus: false, expand: true }).then(undefined, () => undefined);
    this.#isRevealing = false;
  }

  async #showBadge(): Promise<void> {
    const open = (await this.#mentor.records.entries()).filter((entry) => isInProgress(entry.info));
    const blocksOf = ({ uri, info, blocks }: RecordEntry): readonly Block[] =>
      this.#mentor.reviews.known(uri, info, blocks);
    const value = open.reduce((sum, entry) => sum + progressOf(blocksOf(entry).flatMap(itemsOfBlock)).openMusts, 0);
    this.#view.badge =
      value === 0
        ? undefined
        : { value, tooltip: value === 1 ? l10n.t('1 must is open') : l10n.t('{0} musts are open', value) };
  }
}

function orderOf(entries: readonly RecordEntry[]): string {
  return entries.map(({ uri }) => uri).join('\n');
}

/** What cannot be read in the record; `undefined` when all is well. */
function faultsOf({ info, name, problems }: RecordEntry): string | undefined {
  return problems.length ? [info.title || name, '', ...problems.slice(0, 3).map(placedSentence)].join('\n') : undefined;
}
