import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { itemsOf, type Checklist } from '../../src/core/checklist/model.ts';
import { parseChecklist } from '../../src/core/checklist/parse.ts';
import { renderChecklistRecord } from '../../src/core/record/render.ts';
import { Session } from '../../test/ui/pages/session.ts';
import { until } from '../../test/ui/pages/until.ts';
import { projectFolder } from '../host/folders.ts';
import { type Figure, median, times } from './figures.ts';

const recordName = '2026-11-23-slow-orders.md';
const noteName = 'note.txt';

/**
 * The time from a click on a checkbox in the sidebar to the changed file on disk, in a real workbench with the packaged extension.
 * The page's clock at the event and the file's time of change are of one machine. Saving a text file with the keyboard is the base.
 */
export async function clickFigures(runs: number): Promise<Figure[]> {
  const checklist = builtInChecklist('bottleneck');
  const titles = itemsOf(checklist).map(({ title }) => title);
  const session = await Session.open({ workspace: 'empty', prepare: (folder) => writeFiles(folder, checklist) });
  try {
    const { workbench, folder } = session;
    const { page } = workbench;
    await workbench.sideBar.open('TPM');
    const tree = workbench.tree('In Progress');
    await tree.open();
    const record = path.join(folder, '.tpm', 'records', recordName);
    const clicks: number[] = [];
    for (const title of titles.slice(0, runs + 1)) {
      await tree.row(title).locator('[role=checkbox]').waitFor();
      clicks.push(await timed(page, 'click', record, () => tree.check(title)));
    }
    await workbench.editors.open(noteName);
    const note = path.join(folder, noteName);
    const saves: number[] = [];
    for (let run = 0; run <= runs; run++) {
      await workbench.editors.focus();
      await workbench.editors.type('x');
      saves.push(await timed(page, 'keydown', note, () => page.keyboard.press('ControlOrMeta+S')));
    }
    const click = median(clicks.slice(1));
    const save = median(saves.slice(1));
    return [
      {
        what: 'click on a checkbox to saved file',
        value: click,
        unit: 'ms',
        compared: times(click, save, 'Ctrl+S in an editor'),
      },
      { what: 'first click of the session', value: clicks[0] ?? Number.NaN, unit: 'ms' },
      { what: 'Ctrl+S in an editor to saved file', value: save, unit: 'ms' },
    ];
  } finally {
    await session.close();
  }
}

function writeFiles(folder: string, checklist: Checklist): void {
  const text = renderChecklistRecord(checklist, { kind: 'checklist', title: 'Slow orders' });
  mkdirSync(path.join(folder, '.tpm', 'records'), { recursive: true });
  writeFileSync(path.join(folder, '.tpm', 'records', recordName), text);
  writeFileSync(path.join(folder, noteName), 'note\n');
}

/** Milliseconds from the last event of that type in the page to the change of the file. */
async function timed(
  page: Page,
  event: 'click' | 'keydown',
  file: string,
  act: () => Promise<unknown>,
): Promise<number> {
  const before = readFileSync(file, 'utf8');
  await page.evaluate(
    `globalThis.benchListener ??= {};
     globalThis.benchListener.${event} ??= addEventListener('${event}', () => (globalThis.benchEvent = Date.now()), true) ?? true;
     globalThis.benchEvent = undefined;`,
  );
  await act();
  await until(`${path.basename(file)} is changed on disk`, () => readFileSync(file, 'utf8') !== before);
  return statSync(file).mtimeMs - Number(await page.evaluate('globalThis.benchEvent'));
}

function builtInChecklist(name: string): Checklist {
  return parseChecklist(readFileSync(path.join(projectFolder, 'media', 'checklists', `${name}.md`), 'utf8')).checklist;
}
