import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { views } from '../ids.ts';
import type { Node as ChecklistsNode } from './checklists/checklists.ts';
import type { Node as InProgressNode } from './inProgress/nodes.ts';
import { completeSnippets } from './lazyCompletions.ts';
import { showGuide } from './lazyGuide.ts';
import { showItemHover } from './lazyHover.ts';
import { showTree } from './lazyTree.ts';
import { registerFaults } from './registerFaults.ts';
import type { Node as SnippetsNode } from './snippets/snippets.ts';

/** The views of the TPM container. Each one loads its code when it is first shown. */
export function registerViews(
  mentor: () => Promise<Mentor>,
  context: vscode.ExtensionContext,
  fail: (error: unknown) => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    showTree<InProgressNode>(
      views.inProgress,
      async (view) => new (await import('./inProgress/inProgress.ts')).InProgress(await mentor(), view),
      fail,
    ),
    showGuide(mentor, context, fail),
    showTree<ChecklistsNode>(
      views.checklists,
      async (view) => new (await import('./checklists/checklists.ts')).Checklists(await mentor(), view),
      fail,
    ),
    showTree<SnippetsNode>(
      views.snippets,
      async (view) => new (await import('./snippets/snippets.ts')).Snippets(await mentor(), view),
      fail,
      { isDraggable: true },
    ),
    showItemHover(mentor),
    registerFaults(mentor, fail),
    completeSnippets(mentor),
  );
}
