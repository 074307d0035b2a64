import * as vscode from 'vscode';
import { itemAround } from '../../core/block/itemAt.ts';
import { isTicked } from '../../core/block/model.ts';
import { itemsOf } from '../../core/checklist/model.ts';
import { teachingMarkdown } from '../../core/guide/teachingText.ts';
import type { Mentor } from '../../core/mentor.ts';
import { guideWords } from '../../words/guideWords.ts';

/** What changed since the item was settled; why, how and what to ask, over its words. `undefined` elsewhere. */
export async function itemHover(
  mentor: Mentor,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const blocks = mentor.reviews.shownIn(document.uri.toString(), document.getText());
  const item = itemAround(blocks, document.offsetAt(position));
  if (item?.line !== position.line) return undefined;
  const entry = await mentor.checklists.find(item.checklist);
  const taught = entry && itemsOf(entry.checklist).find(({ id }) => id === item.id);
  const words = guideWords();
  const recheck = isTicked(item) && item.recheck !== undefined ? words.recheck(item.recheck) : undefined;
  const parts = [recheck, taught && teachingMarkdown(item, taught, words)].filter((part) => part !== undefined);
  if (!parts.length) return undefined;
  const { start, end } = item.titleRange;
  return new vscode.Hover(
    parts.map((part) => new vscode.MarkdownString(part)),
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
  );
}
