/**
 * The VS Code commands that the text of a checklist may link to. The list is fixed, and not "whatever the host has",
 * because a checklist can come with a cloned repository: a link that looks like "open Problems" must never delete,
 * push, install or start a terminal. Each of these only shows or focuses something, sets a logpoint, or runs the tests
 * or the profiler that the user has chosen before, and each works without an argument, so a link carries none.
 */
export const allowedCommands = [
  'editor.debug.action.addLogPoint',
  'editor.showCallHierarchy',
  'extension.js-debug.startProfile',
  'git.viewChanges',
  'markdown.showPreviewToSide',
  'references-view.findReferences',
  'references-view.showCallHierarchy',
  'testing.coverageLastRun',
  'testing.debugAtCursor',
  'testing.reRunLastRun',
  'testing.showMostRecentOutput',
  'timeline.focus',
  'workbench.action.files.newUntitledFile',
  'workbench.action.findInFiles',
  'workbench.actions.view.problems',
  'workbench.debug.action.focusBreakpointsView',
  'workbench.debug.action.focusCallStackView',
  'workbench.scm.history.focus',
] as const;

export function isAllowedCommand(command: string): boolean {
  return (allowedCommands as readonly string[]).includes(command);
}
