import * as vscode from 'vscode';
import type { ChecklistTarget } from '../core/targets.ts';
import { views } from '../ids.ts';
import { recordInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

/** Shows a row of the library in the Guide; without a row: the item at the cursor, with the keyboard in the Guide. */
export const showInGuide: Verb = async (mentor, argument) => {
  if (isChecklistTarget(argument)) {
    mentor.focus.follow(argument);
    return;
  }
  mentor.focus.follow(recordInFocus(mentor, argument));
  await vscode.commands.executeCommand(`${views.guide}.focus`);
};

function isChecklistTarget(argument: unknown): argument is ChecklistTarget {
  return typeof argument === 'object' && argument !== null && 'checklistId' in argument;
}
