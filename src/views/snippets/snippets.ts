import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import { previewOf, type Snippet } from '../../core/snippet/snippet.ts';
import type { SnippetRow } from '../../core/targets.ts';
import { contextKeys } from '../../ids.ts';
import { ContextKey } from '../contextKey.ts';
import type { TreeSource } from '../lazyTree.ts';

const { l10n, TreeItemCollapsibleState } = vscode;

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

/** Review comments by topic, inserted at the cursor. */
export class Snippets implements TreeSource<Node> {
  readonly #mentor: Mentor;
  readonly #missingKey = new ContextKey(contextKeys.hasNoSnippets);

  constructor(mentor: Mentor) {
    this.#mentor = mentor;
  }

  readonly onDidChange: TreeSource<Node>['onDidChange'] = () => new vscode.Disposable(() => undefined);

  async children(node?: Node): Promise<readonly Node[]> {
    const snippets = await this.#mentor.snippets.snippets();
    if (!node) {
      this.#missingKey.set(snippets.length === 0);
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
      return Object.assign(row, { id: node.topic, description: String(node.count), contextValue: 'topic' });
    }
    const { title, prefixes, name, description } = node.snippet;
    const row = new vscode.TreeItem(title, TreeItemCollapsibleState.None);
    const accessibilityInformation = { label: [title, description].filter(Boolean).join(', ') };
    return Object.assign(row, {
      id: name,
      description: prefixes[0] ?? '',
      contextValue: 'snippet',
      accessibilityInformation,
    });
  }

  tooltip(node: Node): string | undefined {
    return node.kind === 'snippet' ? `${describe(node.snippet)}\n\n${previewOf(node.snippet)}` : undefined;
  }

  dispose(): void {}
}

function describe(snippet: Snippet): string {
  return snippet.description || snippet.title;
}
