import * as vscode from 'vscode';
import { itemAt } from '../core/block/itemAt.ts';
import type { Mentor } from '../core/mentor.ts';
import { isRecord } from '../core/record/parse.ts';
import type { RecordRow, RecordTarget } from '../core/targets.ts';
import { UserError } from '../core/userError.ts';

const { l10n } = vscode;

/**
 * What a command is about: the row it was called on; else the record in the active editor with the item at its cursor;
 * else what was selected last in In Progress.
 */
function focusOf(mentor: Mentor, argument: unknown): RecordTarget | undefined {
  if (isRecordRow(argument)) return argument.target;
  return inEditor(vscode.window.activeTextEditor) ?? mentor.focus.record;
}

export function itemInFocus(mentor: Mentor, argument: unknown): Required<RecordTarget> {
  const target = focusOf(mentor, argument);
  if (!target?.item)
    throw new UserError(l10n.t('Select an item in In Progress, or put the cursor on one in a record.'));
  return { uri: target.uri, item: target.item };
}

export function recordInFocus(mentor: Mentor, argument: unknown): RecordTarget {
  const target = focusOf(mentor, argument);
  if (!target) throw new UserError(l10n.t('Select a record in In Progress, or open one.'));
  return target;
}

function isRecordRow(argument: unknown): argument is RecordRow {
  return typeof argument === 'object' && argument !== null && 'target' in argument;
}

function inEditor(editor: vscode.TextEditor | undefined): RecordTarget | undefined {
  if (editor?.document.languageId !== 'markdown') return undefined;
  const text = editor.document.getText();
  const offset = editor.document.offsetAt(editor.selection.active);
  const item = itemAt(text, offset);
  if (!item && !isRecord(text)) return undefined;
  return { uri: editor.document.uri.toString(), ...(item ? { item } : {}) };
}
