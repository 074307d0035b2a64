import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checklist } from '../core/checklist/model.ts';
import { ChecklistLibrary, type LibraryHost } from '../core/library/checklistLibrary.ts';
import { printable } from './printable.ts';

/** Texts of checklists by file name. */
export type Texts = Readonly<Record<string, string>>;

const BUILT_IN = 'built-in';

/** The built-in checklists with those of the folders laid over them, and a line for each fault in one of them. */
export async function readChecklists(
  builtIn: Texts,
  folders: readonly string[],
): Promise<{ checklists: Checklist[]; remarks: string[] }> {
  const remarks: string[] = [];
  const remark = (message: string): unknown => remarks.push(printable(message));
  const nothingHappens = (): { dispose(): void } => ({ dispose: () => {} });
  const host: LibraryHost = {
    files: {
      list: async (folder) =>
        (folder === BUILT_IN ? Object.keys(builtIn) : await markdownIn(folder)).map((name) => {
          return { name, uri: folder === BUILT_IN ? `${BUILT_IN}/${name}` : path.join(folder, name) };
        }),
      read: async (uri) => builtIn[uri.slice(BUILT_IN.length + 1)] ?? readFile(uri, 'utf8'),
      watch: nothingHappens,
      onDidChange: nothingHappens,
    },
    places: {
      builtInChecklists: BUILT_IN,
      userChecklists: () => [],
      teamChecklists: () => folders.map((folder) => ({ folder, workspace: path.basename(folder) })),
      onDidChange: nothingHappens,
    },
    log: { info: remark, warn: remark, error: remark },
  };
  const entries = await new ChecklistLibrary(host).entries();
  return { checklists: entries.map(({ checklist }) => checklist), remarks };
}

/** Empty when there is no such folder. */
async function markdownIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.md'))
    .map(({ name }) => name)
    .toSorted();
}
