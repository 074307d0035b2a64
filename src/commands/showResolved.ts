import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { contextKeys } from '../ids.ts';
import type { Verb } from './verb.ts';

export const showResolved: Verb = (mentor) => setShowing(mentor, true);
export const hideResolved: Verb = (mentor) => setShowing(mentor, false);

/** The context key lets menus offer the one of the two commands that changes something. */
async function setShowing(mentor: Mentor, isShowing: boolean): Promise<void> {
  mentor.filter.showResolved(isShowing);
  await vscode.commands.executeCommand('setContext', contextKeys.isShowingResolved, isShowing);
}
