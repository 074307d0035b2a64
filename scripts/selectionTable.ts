import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeChanges } from './changes/makeRepositories.ts';
import { builtInChecklists, selectionTable } from './changes/table.ts';

const folder = await mkdtemp(join(tmpdir(), 'selection-'));
try {
  process.stdout.write(selectionTable(await makeChanges(folder), await builtInChecklists()));
} finally {
  await rm(folder, { recursive: true, force: true });
}
