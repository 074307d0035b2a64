import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { RecordsPlace } from '../core/ports.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

export interface RecordsFolder {
  readonly place: RecordsPlace;
  /** The workspace folder's name, when the record is shared and there are several. */
  readonly workspace?: string;
}

/** Where the next record goes. Asks once, at the first record ever, and remembers. `undefined`: the user pressed Escape. */
export async function recordsFolder(mentor: Mentor): Promise<RecordsFolder | undefined> {
  const folders = mentor.host.places.sharedRecords();
  if (!folders.length) return { place: 'private' };
  const place = mentor.host.settings.recordsPlace ?? (await choosePlace(mentor));
  if (place !== 'shared') return place && { place };
  if (folders.length === 1) return { place, workspace: folders[0]!.workspace };
  const active =
    vscode.window.activeTextEditor && vscode.workspace.getWorkspaceFolder(vscode.window.activeTextEditor.document.uri);
  const workspace =
    active?.name ??
    (await vscode.window.showWorkspaceFolderPick({ placeHolder: l10n.t('Folder for the new record') }))?.name;
  return workspace === undefined ? undefined : { place, workspace };
}

export const chooseRecordsFolder: Verb = async (mentor) => {
  await choosePlace(mentor);
};

async function choosePlace(mentor: Mentor): Promise<RecordsPlace | undefined> {
  const now = mentor.host.settings.recordsPlace;
  const mark = (place: RecordsPlace): string => (place === now ? l10n.t('now') : '');
  const choice = await vscode.window.showQuickPick(
    [
      {
        place: 'private' as const,
        label: l10n.t('$(lock) Private'),
        description: mark('private'),
        detail: l10n.t('On this machine, outside the repository. Only you see them.'),
      },
      {
        place: 'shared' as const,
        label: l10n.t('$(repo) Shared'),
        description: mark('shared'),
        detail: l10n.t('Markdown files in the workspace. You commit them, the team reads them.'),
      },
    ],
    {
      title: l10n.t('Where do your records live?'),
      placeHolder: l10n.t('Asked once. "TPM: Choose Records Folder..." changes it.'),
      ignoreFocusOut: true,
    },
  );
  if (choice) await mentor.host.settings.setRecordsPlace(choice.place);
  return choice?.place;
}
