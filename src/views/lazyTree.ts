import * as vscode from 'vscode';
import type { ViewId } from '../ids.ts';

/** The rows of one tree view: a projection of the core, made when the view is first shown. */
export interface TreeSource<Node> extends vscode.Disposable {
  children(node?: Node): Promise<readonly Node[]>;
  row(node: Node): vscode.TreeItem;
  parent(node: Node): Node | undefined;
  /** Asked only when the user points at the row. */
  tooltip?(node: Node): string | undefined | Promise<string | undefined>;
  /** The user ticked or unticked boxes. */
  check?(nodes: readonly (readonly [Node, boolean])[]): Promise<void>;
  /** The text that is dropped into an editor or comment box when these rows are dragged there; empty: nothing is. */
  dragText?(nodes: readonly Node[]): Promise<string>;
  readonly onDidChange: (listener: (nodes: readonly Node[] | undefined) => void) => vscode.Disposable;
}

const TEXT = 'text/plain';

type MakeSource<Node> = (view: vscode.TreeView<Node>) => Promise<TreeSource<Node>>;

/** Registers a tree view whose source is made, and its code loaded, when VS Code first asks for rows. */
export function showTree<Node>(
  id: ViewId,
  makeSource: MakeSource<Node>,
  fail: (error: unknown) => void,
  { isDraggable = false } = {},
): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node[] | undefined>();
  const store: vscode.Disposable[] = [changed];
  let source: Promise<TreeSource<Node>> | undefined;
  const open = (): Promise<TreeSource<Node>> => (source ??= load());

  const view = vscode.window.createTreeView<Node>(id, {
    manageCheckboxStateManually: true,
    showCollapseAll: true,
    ...(isDraggable
      ? { canSelectMany: true, dragAndDropController: { dragMimeTypes: [TEXT], dropMimeTypes: [], handleDrag } }
      : {}),
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(await (await open()).children(node))],
      getTreeItem: async (node) => (await open()).row(node),
      getParent: async (node) => (await open()).parent(node),
      resolveTreeItem: async (item, node) => {
        const tooltip = await (await open()).tooltip?.(node);
        if (tooltip !== undefined) item.tooltip = tooltip;
        return item;
      },
    },
  });
  store.push(
    view,
    view.onDidChangeCheckboxState(({ items }) => {
      const wanted = items.map(([node, state]) => [node, state === vscode.TreeItemCheckboxState.Checked] as const);
      open()
        .then((one) => one.check?.(wanted))
        .catch(fail);
    }),
  );
  return new vscode.Disposable(() => store.forEach((one) => one.dispose()));

  async function handleDrag(nodes: readonly Node[], data: vscode.DataTransfer): Promise<void> {
    const text = await (await open()).dragText?.(nodes);
    if (text) data.set(TEXT, new vscode.DataTransferItem(text));
  }

  async function load(): Promise<TreeSource<Node>> {
    const made = await makeSource(view);
    store.push(
      made,
      made.onDidChange((nodes) => changed.fire(nodes && [...nodes])),
    );
    return made;
  }
}
