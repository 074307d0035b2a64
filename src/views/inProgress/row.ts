import * as vscode from 'vscode';
import { progressOf, type BlockItem } from '../../core/block/model.ts';
import { isInProgress, type RecordInfo } from '../../core/record/model.ts';
import { commands } from '../../ids.ts';
import { progressSentence, progressText } from '../../words/checklistWords.ts';
import { itemsBelow, type ItemNode, type Node } from './nodes.ts';

const { l10n, TreeItemCollapsibleState, TreeItemCheckboxState, ThemeIcon, ThemeColor } = vscode;

export function rowOf(node: Node): vscode.TreeItem {
  const row = node.kind === 'item' ? itemRow(node) : parentRow(node);
  row.id = node.id;
  return row;
}

function parentRow(node: Exclude<Node, ItemNode>): vscode.TreeItem {
  const progress = progressOf(itemsBelow(node));
  const label = labelOf(node);
  const row = new vscode.TreeItem(
    label,
    node.kind === 'section' || progress.total === 0
      ? TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.Expanded,
  );
  if (node.kind === 'section' && progress.settled < progress.total)
    row.collapsibleState = TreeItemCollapsibleState.Expanded;
  row.description = progressText(progress);
  row.contextValue = node.kind;
  let state = progressSentence(progress);
  if (node.kind === 'record') {
    const { info } = node.entry;
    row.iconPath = iconOf(info);
    row.contextValue = isInProgress(info) ? 'record.open' : 'record.resolved';
    row.description = [
      info.severity,
      progress.total ? progressText(progress) : undefined,
      isInProgress(info) ? undefined : info.status,
    ]
      .filter(Boolean)
      .join(' · ');
    state = [info.severity, info.status, state].filter(Boolean).join(', ');
  }
  row.accessibilityInformation = { label: `${label}, ${state}` };
  return row;
}

function labelOf(node: Exclude<Node, ItemNode>): string {
  switch (node.kind) {
    case 'record':
      return node.entry.info.title || node.entry.name;
    case 'block':
      return node.block.title ?? node.block.checklist;
    case 'section':
      return node.section.title || l10n.t('Items');
  }
}

function itemRow({ item, target }: ItemNode): vscode.TreeItem {
  const isOpenMust = item.isMust && item.state.kind === 'open';
  const row = new vscode.TreeItem(
    { label: item.title, highlights: isOpenMust ? [[0, item.title.length]] : [] },
    TreeItemCollapsibleState.None,
  );
  const isChecked = item.state.kind === 'done' || item.state.kind === 'n/a';
  const state = stateSentence(item);
  row.description = detailOf(item);
  row.contextValue = `item.${item.state.kind === 'n/a' ? 'notApplicable' : item.state.kind}`;
  if (item.state.kind === 'problem') row.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (item.state.kind === 'n/a') row.iconPath = new ThemeIcon('circle-slash');
  row.checkboxState = {
    state: isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isChecked ? l10n.t('Mark as open') : l10n.t('Mark as done'),
    accessibilityInformation: { label: `${item.title}, ${state}`, role: 'checkbox' },
  };
  row.accessibilityInformation = { label: `${item.title}, ${state}` };
  row.command = { command: commands.openItem, title: l10n.t('Open in Record'), arguments: [{ target }] };
  return row;
}

function detailOf(item: BlockItem): string {
  switch (item.state.kind) {
    case 'n/a':
      return item.state.reason === '' ? l10n.t('n/a') : l10n.t('n/a: {0}', item.state.reason);
    case 'problem':
      return item.state.note;
    case 'open':
      return item.isMust ? l10n.t('must') : '';
    case 'done':
      return item.notes[0] ?? '';
  }
}

function stateSentence(item: BlockItem): string {
  const must = item.isMust ? `${l10n.t('must')}, ` : '';
  switch (item.state.kind) {
    case 'open':
      return must + l10n.t('open');
    case 'done':
      return must + l10n.t('done');
    case 'n/a':
      return must + l10n.t('not applicable: {0}', item.state.reason);
    case 'problem':
      return must + l10n.t('problem: {0}', item.state.note);
  }
}

function iconOf(info: RecordInfo): vscode.ThemeIcon {
  if (!isInProgress(info)) return new ThemeIcon('pass');
  return new ThemeIcon(info.kind === 'triage' ? 'pulse' : info.kind === 'review' ? 'comment-discussion' : 'checklist');
}
