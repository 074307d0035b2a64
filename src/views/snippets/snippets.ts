import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import { filledFor } from '../../core/snippet/fill.ts';
import { previewOf } from '../../core/snippet/snippet.ts';
import type { SnippetRow } from '../../core/targets.ts';
import { contextKeys } from '../../ids.ts';
import { layerSentence, originWords } from '../../words/checklistWords.ts';
import { brokenSentence, labelProblemSentence } from '../../words/snippetWords.ts';
import { ContextKey } from '../contextKey.ts';
import type { TreeSource } from '../lazyTree.ts';

const { l10n, ThemeIcon, TreeItemCollapsibleState } = vscode;

export type Node = TopicNode | SnippetNode;

interface TopicNode {
  readonly kind: 'topic';
  readonly topic: string;
  readonly count: number;
}

interface SnippetNode extends SnippetRow {
  readonly kind: 'snippet';
  readonly parent: TopicNode;
}

const icons = { 'built-in': 'comment', user: 'account', team: 'organization' } as const;

/** Review comments by topic, inserted at the cursor or dragged to where they go. */
export class Snippets implements TreeSource<Node> {
  readonly #mentor: Mentor;
  readonly #view: vscode.TreeView<Node>;
  readonly #missingKey = new ContextKey(contextKeys.hasNoSnippets);

  constructor(mentor: Mentor, view: vscode.TreeView<Node>) {
    this.#mentor = mentor;
    this.#view = view;
  }

  readonly onDidChange: TreeSource<Node>['onDidChange'] = (listener) =>
    this.#mentor.snippets.onDidChange(() => listener(undefined));

  async children(node?: Node): Promise<readonly Node[]> {
    const snippets = await this.#mentor.snippets.snippets();
    if (!node) {
      this.#missingKey.set(snippets.length === 0);
      this.#view.message = await this.#message();
      const topics = Map.groupBy(snippets, (snippet) => snippet.topic);
      return Array.from(topics, ([topic, all]): TopicNode => ({ kind: 'topic', topic, count: all.length }));
    }
    if (node.kind === 'snippet') return [];
    return snippets
      .filter((one) => one.topic === node.topic)
      .map((snippet) => ({ kind: 'snippet', snippet, parent: node }));
  }

  parent(node: Node): Node | undefined {
    return node.kind === 'snippet' ? node.parent : undefined;
  }

  row(node: Node): vscode.TreeItem {
    if (node.kind === 'topic') {
      const row = new vscode.TreeItem(node.topic || l10n.t('Other'), TreeItemCollapsibleState.Collapsed);
      return Object.assign(row, { id: `topic/${node.topic}`, description: String(node.count), contextValue: 'topic' });
    }
    const { title, prefixes, name, description, layer } = node.snippet;
    const row = new vscode.TreeItem(title, TreeItemCollapsibleState.None);
    const label = [title, description, layerSentence(layer, node.snippet.workspace, node.snippet.replaces)];
    return Object.assign(row, {
      id: name,
      description: [prefixes[0], originWords(node.snippet)].filter(Boolean).join(' · '),
      iconPath: new ThemeIcon(icons[layer]),
      contextValue: `snippet.${layer}`,
      accessibilityInformation: { label: label.filter(Boolean).join(', ') },
    });
  }

  tooltip(node: Node): string | undefined {
    if (node.kind !== 'snippet') return undefined;
    const { snippet } = node;
    const head = [
      snippet.description || snippet.title,
      layerSentence(snippet.layer, snippet.workspace, snippet.replaces),
    ];
    return `${head.join('\n')}\n\n${previewOf(snippet).trim()}`;
  }

  async dragText(nodes: readonly Node[]): Promise<string> {
    const dragged = nodes.flatMap((node) => (node.kind === 'snippet' ? [node.snippet] : []));
    const bodies = await filledFor(
      this.#mentor.host,
      dragged.map(({ body }) => body),
      undefined,
    );
    return bodies.map((body) => previewOf({ body }).trim()).join('\n\n');
  }

  dispose(): void {
    this.#view.message = '';
  }

  /** What the user has to know about files and settings that could not be read whole. */
  async #message(): Promise<string> {
    const { snippets } = this.#mentor;
    const isTeamOff = !vscode.workspace.isTrusted && (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    return [
      ...(isTeamOff ? [l10n.t('Restricted Mode: team snippets are left out until you trust this workspace.')] : []),
      ...(await snippets.brokenFiles()).map(brokenSentence),
      ...snippets.labelStyle.problems.map(labelProblemSentence),
    ].join('\n');
  }
}
