import * as vscode from 'vscode';
import { findBlocks } from '../core/block/find.ts';
import { isTicked, itemsOfBlock } from '../core/block/model.ts';
import { plainText } from '../core/markdown/plainText.ts';
import type { Mentor } from '../core/mentor.ts';
import { isInProgress } from '../core/record/model.ts';
import { parseRecordInfo } from '../core/record/parse.ts';
import { isStand, remembers, shortHash, withRechecks, type Standing } from '../core/review/memory/stand.ts';
import { commands } from '../ids.ts';
import { historyTitle, unfollowedSentence } from '../words/reviewWords.ts';
import { titleLine } from './titleLine.ts';

const { l10n } = vscode;

/** Where a review stands against its branch, below its title; what changed since, above each item that has to be checked again. */
export function reviewLensesOf({ reviews }: Mentor, document: vscode.TextDocument): vscode.CodeLens[] {
  const text = document.getText();
  const { record: info } = parseRecordInfo(text);
  if (info.kind !== 'review' || !isInProgress(info)) return [];
  const uri = document.uri.toString();
  const blocks = findBlocks(text);
  const standing = reviews.standing(uri, info, blocks);
  const items = withRechecks(blocks, info, standing)
    .flatMap(itemsOfBlock)
    .filter((item) => isTicked(item) && item.recheck !== undefined);
  const lens = (line: number, command: vscode.Command): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
  const written = new Map(blocks.flatMap(itemsOfBlock).map(({ line, recheck }) => [line, recheck]));
  const heading = titleLine(text);
  const update = { command: commands.updateReview, title: l10n.t('Update Review'), arguments: [{ target: { uri } }] };
  const state = standing === undefined ? undefined : stateOf(standing, info, items.length);
  return [
    ...(state === undefined ? [] : [lens(heading, { command: '', title: state })]),
    ...(info.branch === undefined || typeof standing === 'string' ? [] : [lens(heading, update)]),
    ...items.flatMap((item) => {
      const { checklist, id, occurrence } = item;
      const row = { target: { uri, item: { checklist, id, occurrence } } };
      const what = { command: '', title: l10n.t('$(eye) Re-check: {0}', plainText(item.recheck!)) };
      return [
        ...(written.get(item.line) === item.recheck ? [] : [lens(item.line, what)]), // the line below says it already
        lens(item.line, { command: commands.markRechecked, title: l10n.t('Mark Rechecked'), arguments: [row] }),
      ];
    }),
  ];
}

function stateOf(
  standing: Standing,
  info: ReturnType<typeof parseRecordInfo>['record'],
  count: number,
): string | undefined {
  if (!isStand(standing)) return `$(circle-slash) ${unfollowedSentence(standing, info)}`;
  if (!remembers(info)) return undefined;
  const since = standing.since.get(info.commit);
  if (since === 'gone')
    return l10n.t('$(warning) Commit {0} is gone, so nothing tells what changed since', shortHash(info.commit));
  const again =
    count === 0
      ? l10n.t('nothing to re-check')
      : count === 1
        ? l10n.t('1 item to re-check')
        : l10n.t('{0} items to re-check', count);
  if (!since) return count === 0 ? l10n.t('$(check) Up to date with {0}', info.branch) : `$(eye) ${again}`;
  return `$(git-commit) ${historyTitle(since.comparison, info.base)} · ${again}`;
}
