import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { RecordRow } from '../core/targets.ts';
import { UserError } from '../core/userError.ts';

/**
 * What a command is called on, from the arguments that VS Code hands over. The menu of a row gives the row, and none when the tree was
 * drawn anew at that moment: then nothing may be changed in its place. A key gives nothing at all, and VS Code tells an extension which
 * row is selected, but not which one the arrow keys have reached: so a key of In Progress first selects that row, as Enter does.
 */
export async function rowOf(mentor: Mentor, args: readonly unknown[]): Promise<unknown> {
  const [argument] = args;
  const isFromMenu = args.length > 1; // the row, and the selected rows
  if (isFromMenu && argument === undefined)
    throw new UserError(vscode.l10n.t('The view was just being updated, so nothing was changed. Please try again.'));
  if (!isFromKey(argument)) return argument;
  await vscode.commands.executeCommand('list.select');
  const target = mentor.focus.record;
  if (!target) return undefined;
  if (!target.item) await vscode.commands.executeCommand('list.toggleExpand'); // selecting a parent folds it
  return { target } satisfies RecordRow;
}

/** As the keybindings of the manifest have it in their `args`. */
function isFromKey(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'isFocusedRow' in argument;
}
