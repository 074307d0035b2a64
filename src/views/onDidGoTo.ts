import * as vscode from 'vscode';

/**
 * Tells which row the user went to. A second click on the selected row selects nothing new, but folds or unfolds it: that
 * counts as well (`isAgain`), because the user may have looked elsewhere in between.
 */
export function onDidGoTo<Node>(
  view: vscode.TreeView<Node>,
  listener: (node: Node, isAgain: boolean) => void,
): vscode.Disposable {
  const again = ({ element }: { element: Node }): void => {
    if (view.selection[0] === element) listener(element, true);
  };
  return vscode.Disposable.from(
    view.onDidChangeSelection(({ selection: [node] }) => node && listener(node, false)),
    view.onDidExpandElement(again),
    view.onDidCollapseElement(again),
  );
}
