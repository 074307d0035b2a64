import * as vscode from 'vscode';
import type { Lines } from '../core/snippet/reviewPlace.ts';
import { UserError } from '../core/userError.ts';

const { l10n } = vscode;

/**
 * The comment box of the thread whose title button was pressed; `undefined` for any other argument. The button has taken the focus
 * from the box, and nothing links a box to its thread: it is known only where one box is open. There is no button under the box:
 * VS Code takes those for "send" and empties the box afterwards.
 */
export function commentBoxOf(argument: unknown): vscode.TextEditor | undefined {
  if (!isThread(argument)) return undefined;
  const [box, ...more] = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === 'comment');
  if (!box) throw new UserError(l10n.t('Open a comment box in this thread first: press its reply field.'));
  if (more.length)
    throw new UserError(
      l10n.t('Several comment boxes are open. Put the cursor into one and run the command from the Command Palette.'),
    );
  return box;
}

/** The lines that the thread of the pressed button hangs on; `undefined` without one, and for a comment on a whole file. */
export function threadLinesOf(argument: unknown): Lines | undefined {
  if (!isThread(argument) || !argument.range) return undefined;
  const { start, end } = argument.range;
  return { uri: argument.uri.toString(), first: start.line, last: end.line };
}

function isThread(argument: unknown): argument is vscode.CommentThread {
  return typeof argument === 'object' && argument !== null && 'comments' in argument && 'uri' in argument;
}
