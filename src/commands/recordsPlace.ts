import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { RecordsPlace } from '../core/ports.ts';
import { ask } from './steps.ts';
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
  const names = folders.map(({ workspace }) => workspace);
  const pointedAt = await folderOfTriage(mentor, names);
  const editor = vscode.window.activeTextEditor;
  const active = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri)?.name;
  const isClear = active !== undefined && (pointedAt === undefined || pointedAt === active);
  const workspace = isClear ? active : await chooseFolder(names, pointedAt);
  return workspace === undefined ? undefined : { place, workspace };
}

/** Where the triage that is being written points: with several folders, paths in its evidence begin with their names. */
async function folderOfTriage({ unfinishedTriage }: Mentor, names: readonly string[]): Promise<string | undefined> {
  const reading = unfinishedTriage?.reading;
  if (!reading) return undefined;
  const { places } = await reading.around;
  const paths = [...places.map(({ file }) => file), ...reading.pieces.flatMap(({ cwd }) => cwd ?? [])];
  return paths.flatMap((path) => names.find((name) => `${path}/`.startsWith(`${name}/`)) ?? [])[0];
}

async function chooseFolder(names: readonly string[], active: string | undefined): Promise<string | undefined> {
  const rows = names.map((label): vscode.QuickPickItem => ({ label }));
  const answer = await ask({
    title: l10n.t('Where does the record go?'),
    items: rows,
    placeholder: l10n.t('Folder for the new record'),
    active: rows.find(({ label }) => label === active),
  });
  return answer.kind === 'accepted' ? answer.items[0]?.label : undefined;
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
