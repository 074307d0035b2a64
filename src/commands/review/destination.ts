import * as vscode from 'vscode';
import { commentBoxOf } from '../commentBox.ts';
import { clipboardTarget, insertTarget, messageTarget, type InsertTarget } from '../insertTarget.ts';
import { messageBoxes, scmInputOf, type MessageBox } from '../scmInput.ts';
import { ask } from '../steps.ts';

const { l10n } = vscode;

/** Where a checklist goes. */
export interface Destination {
  /** Absent: a new record. */
  readonly target?: InsertTarget;
  readonly isClipboard?: boolean;
  /** Within a sentence: "pull-request.md". */
  readonly name: string;
}

/** Where the user is: the message box whose menu was used, the editor, else a new record. */
export async function currentDestination(argument: unknown): Promise<Destination> {
  const box = await scmInputOf(argument);
  if (box) return messageDestination(box);
  const target = await insertTarget(commentBoxOf(argument));
  return target ? { target, name: editorName() } : newRecord();
}

/** Another place than the proposed one. `back`: the user keeps it; `undefined`: the user pressed Escape. */
export async function pickDestination(title: string): Promise<Destination | 'back' | undefined> {
  const items = places().then((all) =>
    all.map(({ icon, detail, ...destination }) => ({
      destination,
      label: destination.name,
      detail,
      iconPath: new vscode.ThemeIcon(icon),
    })),
  );
  const answer = await ask({ title, canGoBack: true, items, placeholder: l10n.t('Where should it go?') });
  if (answer.kind === 'accepted') return answer.items[0]?.destination;
  return answer.kind === 'back' ? 'back' : undefined;
}

async function places(): Promise<(Destination & { readonly icon: string; readonly detail: string })[]> {
  const [editor, boxes] = await Promise.all([insertTarget().catch(() => undefined), messageBoxes()]);
  const clipboard = { target: clipboardTarget(), isClipboard: true, name: l10n.t('the clipboard') };
  return [
    ...(editor ? [{ target: editor, name: editorName(), icon: 'edit', detail: l10n.t('Where your cursor is.') }] : []),
    { ...clipboard, icon: 'clippy', detail: l10n.t('As Markdown, for a pull request or a comment in the browser.') },
    { ...newRecord(), icon: 'notebook', detail: l10n.t('A file of its own, seen in In Progress.') },
    ...boxes.map((box) => ({
      ...messageDestination(box),
      icon: 'source-control',
      detail: l10n.t('The message of the next commit.'),
    })),
  ];
}

function newRecord(): Destination {
  return { name: l10n.t('a new record') };
}

function messageDestination({ input, repository }: MessageBox): Destination {
  return { target: messageTarget(input), name: l10n.t('the message box of {0}', repository) };
}

/** A comment box has no tab: it is named for what it is. */
function editorName(): string {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme === 'comment') return l10n.t('the comment box');
  return vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? l10n.t('the editor');
}
