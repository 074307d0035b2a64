import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { itemsOfBlock, progressOf } from '../../src/core/block/model.ts';
import { parseChecklist } from '../../src/core/checklist/parse.ts';
import type { Files, Host } from '../../src/core/ports.ts';
import { renderChecklistRecord } from '../../src/core/record/render.ts';
import { Records } from '../../src/core/record/records.ts';
import { projectFolder, removeFolder, temporaryFolder } from '../host/folders.ts';
import { type Figure, medianTimes, times } from './figures.ts';

/** The time to index folders of records: list, read, understand. Reading the same files and doing nothing with them is the base. */
export async function recordFigures(runs: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of [100, 1000, 10_000]) {
    const folder = folderOfRecords(count);
    const index = async (look: (records: Records) => Promise<unknown>): Promise<void> => {
      const records = new Records(hostOf(folder));
      await look(records);
      records.dispose();
    };
    const found = await medianTimes(
      {
        read: () => readAll(folder),
        index: () => index((records) => records.entries()),
        progress: () =>
          index(async (records) =>
            (await records.entries()).map(({ blocks }) => progressOf(blocks.flatMap(itemsOfBlock))),
          ),
      },
      runs,
    );
    removeFolder(folder);
    const name = count.toLocaleString('en');
    figures.push(
      {
        what: `index ${name} records`,
        value: found.index,
        unit: 'ms',
        compared: times(found.index, found.read, 'reading the files'),
      },
      {
        what: `index ${name} and count every item`,
        value: found.progress,
        unit: 'ms',
        compared: times(found.progress, found.read, 'reading the files'),
      },
    );
  }
  return figures;
}

/** Each record is a run of a real checklist, with a title of its own. */
function folderOfRecords(count: number): string {
  const folder = temporaryFolder('bench-records');
  const checklists = path.join(projectFolder, 'media', 'checklists');
  const lists = readdirSync(checklists).map(
    (name) => parseChecklist(readFileSync(path.join(checklists, name), 'utf8')).checklist,
  );
  for (let index = 0; index < count; index++) {
    const checklist = lists[index % lists.length]!;
    const title = `Orders are slow in region ${index}`;
    const created = '2026-11-23T14:05+01:00';
    const text = renderChecklistRecord(checklist, { kind: 'checklist', title, created });
    writeFileSync(path.join(folder, `2026-11-23-orders-${index}.md`), text);
  }
  return folder;
}

async function readAll(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (let start = 0; start < names.length; start += 32) {
    await Promise.all(names.slice(start, start + 32).map((name) => readFile(path.join(folder, name), 'utf8')));
  }
}

/** A host with nothing but a folder on disk. What the index must not touch is not there. */
function hostOf(folder: string): Host {
  const never = (): { dispose(): void } => ({ dispose: () => undefined });
  const files: Pick<Files, 'list' | 'read' | 'watch' | 'onDidChange'> = {
    list: async (of) => (await readdir(of)).map((name) => ({ name, uri: path.join(of, name) })),
    read: (uri) => readFile(uri, 'utf8'),
    watch: never,
    onDidChange: never,
  };
  const places = { privateRecords: folder, sharedRecords: () => [], onDidChange: never };
  const log = { info() {}, warn() {}, error: (message: string, error: unknown) => console.error(message, error) };
  return { files, places, log } as unknown as Host;
}
