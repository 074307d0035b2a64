import * as vscode from 'vscode';
import { itemAt } from '../../core/block/itemAt.ts';
import { itemsOf } from '../../core/checklist/model.ts';
import { teachingMarkdown } from '../../core/guide/teachingText.ts';
import type { Mentor } from '../../core/mentor.ts';
import { guideWords } from '../../words/guideWords.ts';

/** Why, how and what to ask, over the words of an item. `undefined` elsewhere. */
export async function itemHover(
  mentor: Mentor,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const item = itemAt(document.getText(), document.offsetAt(position));
  if (item?.line !== position.line) return undefined;
  const entry = await mentor.checklists.find(item.checklist);
  const taught = entry && itemsOf(entry.checklist).find(({ id }) => id === item.id);
  if (!taught) return undefined;
  const text = new vscode.MarkdownString(teachingMarkdown(item, taught, guideWords()));
  const { start, end } = item.titleRange;
  return new vscode.Hover(text, new vscode.Range(document.positionAt(start), document.positionAt(end)));
}
