import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { RecordRow } from '../core/targets.ts';

/**
 * The argument of a command. A menu hands over its row; a key does not, and VS Code tells an extension which row is selected,
 * but not which one the arrow keys have reached. So a key of In Progress first selects that row, as Enter does.
 */
export async function rowOf(mentor: Mentor, argument: unknown): Promise<unknown> {
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
