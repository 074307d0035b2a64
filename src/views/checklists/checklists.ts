import * as vscode from 'vscode';
import { groups, itemsOf, type Group, type Item, type Section } from '../../core/checklist/model.ts';
import { teachingText } from '../../core/guide/teachingText.ts';
import type { LibraryEntry } from '../../core/library/checklistLibrary.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { ChecklistRow, ChecklistTarget } from '../../core/targets.ts';
import { commands, contextKeys } from '../../ids.ts';
import { ContextKey } from '../contextKey.ts';
import type { TreeSource } from '../lazyTree.ts';
import { mustIcon } from '../mustIcon.ts';
import { onDidGoTo } from '../onDidGoTo.ts';
import { groupTitle, itemCount, kindSentence, layerSentence, originWords } from '../../words/checklistWords.ts';
import { guideWords } from '../../words/guideWords.ts';
import { placedSentence } from '../../words/problemSentence.ts';

const { l10n, TreeItemCollapsibleState, ThemeIcon, ThemeColor } = vscode;

export type Node = GroupNode | ChecklistNode | SectionNode | ItemNode;

interface GroupNode {
  readonly kind: 'group';
  readonly group: Group;
  readonly count: number;
  /** Some of them are the team's or the user's own. */
  readonly hasOwn: boolean;
}

interface ChecklistNode extends ChecklistRow {
  readonly kind: 'checklist';
  readonly entry: LibraryEntry;
  readonly parent: GroupNode;
}

interface SectionNode extends ChecklistRow {
  readonly kind: 'section';
  readonly section: Section;
  readonly parent: ChecklistNode;
}

interface ItemNode extends ChecklistRow {
  readonly kind: 'item';
  readonly item: Item;
  readonly parent: SectionNode;
}

/** The library: groups, checklists, sections, items. */
export class Checklists implements TreeSource<Node> {
  readonly #mentor: Mentor;
  readonly #view: vscode.TreeView<Node>;
  readonly #selection: vscode.Disposable;
  readonly #missingKey = new ContextKey(contextKeys.hasNoChecklists);

  constructor(mentor: Mentor, view: vscode.TreeView<Node>) {
    this.#mentor = mentor;
    this.#view = view;
    this.#selection = onDidGoTo(view, (node) => {
      const target = targetOf(node);
      if (target) mentor.focus.follow(target);
    });
  }

  readonly onDidChange: TreeSource<Node>['onDidChange'] = (listener) =>
    vscode.Disposable.from(this.#mentor.checklists.onDidChange(() => listener(undefined)));

  async children(node?: Node): Promise<readonly Node[]> {
    if (!node) {
      const entries = await this.#mentor.checklists.entries();
      this.#missingKey.set(entries.length === 0);
      this.#view.message = isTeamLayerOff()
        ? l10n.t('Restricted Mode: team checklists are left out until you trust this workspace.')
        : '';
      const inside = Map.groupBy(entries, ({ checklist }) => checklist.group);
      return groups.flatMap((group): GroupNode[] => {
        const lists = inside.get(group) ?? [];
        const hasOwn = lists.some(({ layer }) => layer !== 'built-in');
        return lists.length ? [{ kind: 'group', group, count: lists.length, hasOwn }] : [];
      });
    }
    if (node.kind === 'group') {
      const entries = (await this.#mentor.checklists.entries()).filter((entry) => entry.checklist.group === node.group);
      return entries.map((entry) => ({ kind: 'checklist', entry, checklistId: entry.checklist.id, parent: node }));
    }
    const { checklistId } = node.kind === 'item' ? node.parent : node;
    if (node.kind === 'checklist')
      return node.entry.checklist.sections.map((section) => ({ kind: 'section', section, checklistId, parent: node }));
    return node.kind === 'section'
      ? node.section.items.map((item) => ({ kind: 'item', item, checklistId, parent: node }))
      : [];
  }

  parent(node: Node): Node | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  row(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'group': {
        // The first one shows what groups hold, and what is the team's own is in sight: 22 rows at once are too many.
        const isOpen = node.group === groups[0] || node.hasOwn;
        const { Expanded, Collapsed } = TreeItemCollapsibleState;
        const row = new vscode.TreeItem(groupTitle(node.group), isOpen ? Expanded : Collapsed);
        return Object.assign(row, { id: node.group, contextValue: 'group', description: String(node.count) });
      }
      case 'checklist':
        return checklistRow(node);
      case 'section': {
        const { title, items, onlyFor, line } = node.section;
        const row = new vscode.TreeItem(title || l10n.t('Items'), TreeItemCollapsibleState.Collapsed);
        const description = onlyFor.length ? l10n.t('only for {0}', onlyFor.join(', ')) : String(items.length);
        return Object.assign(row, {
          id: `${node.parent.entry.checklist.id}/${line}`,
          description,
          contextValue: 'section',
        });
      }
      case 'item': {
        const row = new vscode.TreeItem(node.item.title, TreeItemCollapsibleState.None);
        const label = node.item.isMust ? `${node.item.title}, ${l10n.t('must')}` : node.item.title;
        return Object.assign(row, {
          id: `${node.checklistId}/${node.item.id}`,
          contextValue: 'item',
          ...(node.item.isMust ? { iconPath: mustIcon() } : {}),
          accessibilityInformation: { label },
          command: { command: commands.showInGuide, title: l10n.t('Show in Guide'), arguments: [targetOf(node)] },
        });
      }
    }
  }

  tooltip(node: Node): string | undefined {
    if (node.kind === 'item') return teachingText(node.item, node.item, guideWords());
    if (node.kind !== 'checklist') return undefined;
    const { checklist, layer, workspace, replaces, problems } = node.entry;
    const lines = [
      checklist.title,
      '',
      checklist.trigger,
      kindSentence(checklist.kind),
      layerSentence(layer, workspace, replaces),
    ];
    if (checklist.revised) lines.push(l10n.t('Revised {0}', checklist.revised));
    return [...lines, ...problems.slice(0, 3).map(placedSentence)].join('\n');
  }

  dispose(): void {
    this.#selection.dispose();
    this.#view.message = '';
  }
}

/** A section is entered at its first item. */
function targetOf(node: Node): ChecklistTarget | undefined {
  if (node.kind === 'group') return undefined;
  const item = node.kind === 'item' ? node.item : node.kind === 'section' ? node.section.items[0] : undefined;
  return { checklistId: node.checklistId, ...(item ? { itemId: item.id } : {}) };
}

function checklistRow({ entry }: ChecklistNode): vscode.TreeItem {
  const { checklist, layer, problems } = entry;
  const count = itemsOf(checklist).length;
  const row = new vscode.TreeItem(checklist.title, TreeItemCollapsibleState.Collapsed);
  row.id = checklist.id;
  row.description = originWords(entry);
  row.contextValue = `checklist.${layer}.${checklist.group}`;
  row.iconPath = problems.length
    ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    : new ThemeIcon(checklist.kind === 'read-do' ? 'list-ordered' : 'checklist');
  row.accessibilityInformation = {
    label: [checklist.title, itemCount(count), row.description].filter(Boolean).join(', '),
  };
  return row;
}

function isTeamLayerOff(): boolean {
  return !vscode.workspace.isTrusted && (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
}
