import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Change } from '../../src/core/review/change.ts';
import { parseDiff } from '../../src/core/review/parseDiff.ts';
import { placeSelection } from '../../src/core/review/placeSelection.ts';
import { selectChecklists } from '../../src/core/review/select.ts';
import { builtInChecklists } from '../changes/table.ts';
import { ensureBuild } from '../host/build.ts';
import { projectFolder, removeFolder, temporaryFolder } from '../host/folders.ts';
import { type Figure, medianTimes, times } from './figures.ts';
import { largeDiff, makeLargeChange } from './largeChange.ts';

/** The time from a diff to the text that is inserted, and that of `tpm-mentor select` on a repository with such a change. */
export async function selectionFigures(runs: number): Promise<Figure[]> {
  const checklists = await builtInChecklists();
  const figures: Figure[] = [];
  for (const [files, lines] of [
    [200, 50],
    [2000, 5],
    [2000, 50],
  ] as const) {
    const text = largeDiff(files, lines);
    const change: Change = { origin: { kind: 'branch', base: 'main' }, files: parseDiff(text), commits: [] };
    const selection = selectChecklists(change, checklists);
    const found = await medianTimes(
      {
        parse: () => parseDiff(text),
        select: () => selectChecklists(change, checklists),
        place: () => placeSelection('', 0, selection, { kind: 'markdown' }),
      },
      runs,
    );
    const name = `${files.toLocaleString('en')} files, ${selection.size.added.toLocaleString('en')} added lines`;
    figures.push(
      { what: `read a diff of ${name} (${(text.length / 1e6).toFixed(1)} MB)`, value: found.parse, unit: 'ms' },
      {
        what: `choose ${selection.inSight.length} items for it`,
        value: found.select,
        unit: 'ms',
        compared: times(found.select, found.parse, 'reading it'),
      },
      { what: 'place them with their reasons', value: found.place, unit: 'ms' },
    );
  }
  return [...figures, await programFigure(runs)];
}

/** The whole program, Node's start and git's diff included. */
async function programFigure(runs: number): Promise<Figure> {
  await ensureBuild();
  const folder = temporaryFolder('selection');
  makeLargeChange(folder, 2000, 50);
  const program = path.join(projectFolder, 'dist', 'cli', 'tpm-mentor.cjs');
  const run = promisify(execFile);
  const options = { cwd: folder, maxBuffer: 1 << 28 };
  const found = await medianTimes(
    {
      git: () => run('git', ['diff', 'HEAD~1...HEAD'], options),
      select: () => run(process.execPath, [program, 'select', '--base', 'HEAD~1'], options),
    },
    runs,
  );
  removeFolder(folder);
  return {
    what: 'tpm-mentor select on 2,000 files, 100,000 lines',
    value: found.select,
    unit: 'ms',
    compared: times(found.select, found.git, '`git diff` alone'),
  };
}
