import * as vscode from 'vscode';
import { isTicked, itemsOfBlock, progressOf, type BlockItem } from '../../core/block/model.ts';
import { countFindings } from '../../core/finding/model.ts';
import { plainText } from '../../core/markdown/plainText.ts';
import { isInProgress, type RecordInfo } from '../../core/record/model.ts';
import { dueOn } from '../../core/triage/due.ts';
import { commands } from '../../ids.ts';
import { progressDetail, progressSentence } from '../../words/checklistWords.ts';
import { findingCountText } from '../../words/findingWords.ts';
import { dueSentence } from '../../words/recordWords.ts';
import { mustIcon } from '../mustIcon.ts';
import { itemsBelow, type BlockNode, type ItemNode, type Node, type RecordNode, type SectionNode } from './nodes.ts';

const { l10n, TreeItemCollapsibleState, TreeItemCheckboxState, ThemeIcon, ThemeColor } = vscode;

/** `now` tells what is due, ISO 8601. A record begins unfolded or not; afterwards it is as the user left it. */
export function rowOf(node: Node, now: string, isUnfolded = true): vscode.TreeItem {
  const row =
    node.kind === 'item' ? itemRow(node) : node.kind === 'record' ? recordRow(node, now, isUnfolded) : groupRow(node);
  row.id = node.id;
  return row;
}

function recordRow({ entry }: RecordNode, now: string, isUnfolded: boolean): vscode.TreeItem {
  const { info, name } = entry;
  const isOpen = isInProgress(info);
  const progress = progressOf(entry.blocks.flatMap(itemsOfBlock));
  const due = dueOn(info, now).map(dueSentence);
  const label = info.title || name;
  const row = new vscode.TreeItem(label, foldOf(progress.total > 0, isUnfolded));
  const count = progress.total ? progressDetail(progress) : undefined;
  const findings = findingCountText(countFindings(entry.findings));
  row.iconPath = due.length ? new ThemeIcon('warning', new ThemeColor('list.warningForeground')) : iconOf(info);
  row.contextValue = `record.${isOpen ? 'open' : 'resolved'}.${info.kind}`;
  // What waits comes first: a narrow sidebar cuts the rest off.
  row.description = [...due, info.severity, count, findings, isOpen ? undefined : info.status]
    .filter(Boolean)
    .join(' · ');
  row.accessibilityInformation = {
    label: [label, info.severity, info.status, ...due, count && progressSentence(progress), findings]
      .filter(Boolean)
      .join(', '),
  };
  return row;
}

function foldOf(hasRows: boolean, isUnfolded: boolean): vscode.TreeItemCollapsibleState {
  if (!hasRows) return TreeItemCollapsibleState.None;
  return isUnfolded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function groupRow(node: BlockNode | SectionNode): vscode.TreeItem {
  const progress = progressOf(itemsBelow(node));
  const label =
    node.kind === 'block' ? (node.block.title ?? node.block.checklist) : node.section.title || l10n.t('Items');
  const hasOpen = progress.settled < progress.total;
  const row = new vscode.TreeItem(label, foldOf(true, hasOpen));
  row.description = progressDetail(progress);
  row.contextValue = node.kind;
  row.accessibilityInformation = { label: `${label}, ${progressSentence(progress)}` };
  return row;
}

function itemRow({ item, target }: ItemNode): vscode.TreeItem {
  const row = new vscode.TreeItem(item.title, TreeItemCollapsibleState.None);
  const isChecked = isTicked(item);
  const isAgain = isChecked && item.recheck !== undefined;
  const state = stateSentence(item);
  row.description = detailOf(item);
  row.contextValue = `item.${item.state.kind === 'n/a' ? 'notApplicable' : item.state.kind}${isAgain ? '.recheck' : ''}`;
  if (item.state.kind === 'open' && item.isMust) row.iconPath = mustIcon();
  if (item.state.kind === 'problem') row.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (item.state.kind === 'n/a') row.iconPath = new ThemeIcon('circle-slash');
  if (isAgain) row.iconPath = new ThemeIcon('eye', new ThemeColor('list.warningForeground'));
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
  if (isTicked(item) && item.recheck !== undefined) return l10n.t('re-check: {0}', plainText(item.recheck));
  switch (item.state.kind) {
    case 'n/a':
      return item.state.reason === '' ? l10n.t('n/a') : l10n.t('n/a: {0}', item.state.reason);
    case 'problem':
      return item.state.note;
    case 'open':
    case 'done':
      return item.notes[0] ?? '';
  }
}

function stateSentence(item: BlockItem): string {
  const must = item.isMust ? `${l10n.t('must')}, ` : '';
  if (!isTicked(item) || item.recheck === undefined) return must + answerSentence(item);
  return must + l10n.t('{0}, re-check: {1}', answerSentence(item), plainText(item.recheck));
}

function answerSentence(item: BlockItem): string {
  switch (item.state.kind) {
    case 'open':
      return l10n.t('open');
    case 'done':
      return l10n.t('done');
    case 'n/a':
      return l10n.t('not applicable: {0}', item.state.reason);
    case 'problem':
      return l10n.t('problem: {0}', item.state.note);
  }
}

function iconOf(info: RecordInfo): vscode.ThemeIcon {
  if (!isInProgress(info)) return new ThemeIcon('pass');
  return new ThemeIcon(info.kind === 'triage' ? 'pulse' : info.kind === 'review' ? 'comment-discussion' : 'checklist');
}
