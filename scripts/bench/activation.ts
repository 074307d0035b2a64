import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from '../../test/ui/pages/workbench.ts';
import { until } from '../../test/ui/pages/until.ts';
import { removeFolder, temporaryFolder } from '../host/folders.ts';
import { extensionId } from '../host/hostTests.ts';
import type { Host } from '../host/provision.ts';
import { installExtension, type Server, startServer, workbenchUrl } from '../host/server.ts';
import { uiEnvironment } from '../host/uiEnvironment.ts';
import { emptyWorkspace } from '../host/workspace.ts';
import { emptyExtensionCommand, emptyExtensionId, packageEmptyExtension } from './emptyExtension.ts';
import { type Figure, median, times } from './figures.ts';

/** One extension's row in VS Code's own report, in milliseconds. */
interface Activation {
  readonly load: number;
  readonly activate: number;
}

/** Only these of the built-in extensions run beside ours: the others take the processor while ours starts. */
const builtIns = ['theme-defaults', 'markdown-basics', 'configuration-editing'];

/** Milliseconds. */
const calm = 2000;

/**
 * What "Developer: Startup Performance" says of our extension and of an empty one, both installed in the same server and measured in
 * the same windows. Ours is activated by opening its view, the empty one by its command.
 */
export async function activationFigures(runs: number): Promise<Figure[]> {
  const { host, extensionsFolder } = await uiEnvironment();
  await installExtension(host, await packageEmptyExtension(), extensionsFolder);
  const workspace = emptyWorkspace();
  const fewBuiltIns = folderOfBuiltIns(host);
  const server = await startServer(host, { extensionsFolder, args: ['--builtin-extensions-dir', fewBuiltIns] });
  const ours: Activation[] = [];
  const empty: Activation[] = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const report = await reportOf(server, workspace.folder);
      if (run === 0) continue;
      ours.push(activationIn(report, extensionId()));
      empty.push(activationIn(report, emptyExtensionId));
    }
  } finally {
    await server.stop();
    workspace.remove();
    removeFolder(fewBuiltIns);
  }
  return [...figuresOf('this extension', ours, empty), ...figuresOf('empty extension', empty)];
}

function figuresOf(name: string, all: readonly Activation[], base?: readonly Activation[]): Figure[] {
  const total = ({ load, activate }: Activation): number => load + activate;
  const sum = median(all.map(total));
  return [
    {
      what: `${name}: load + activate`,
      value: sum,
      unit: 'ms',
      ...(base === undefined ? {} : { compared: times(sum, median(base.map(total)), 'the empty extension') }),
    },
    { what: `${name}: load code`, value: median(all.map(({ load }) => load)), unit: 'ms' },
    { what: `${name}: call activate`, value: median(all.map(({ activate }) => activate)), unit: 'ms' },
  ];
}

/** Opens a new window, and with it a new extension host, and returns the text of the report. */
async function reportOf(server: Server, folder: string): Promise<string> {
  const { browser } = await uiEnvironment();
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${server.authority}` });
    const page = await context.newPage();
    const workbench = await Workbench.open(page, workbenchUrl(server, folder));
    // A window that has just opened is busy for a while; both are activated by the user after that.
    await page.waitForTimeout(calm);
    await workbench.run(emptyExtensionCommand);
    await page.waitForTimeout(calm);
    await workbench.sideBar.open('TPM');
    await until('the view has rows', async () => (await workbench.tree('Checklists').rows()).length > 0, 30_000);
    return await until(
      'a report in which both extensions are active',
      async () => {
        await workbench.run('Developer: Startup Performance');
        await workbench.editors.waitForTab(/Startup Performance/);
        // The report has the focus when it opens. It is read through the clipboard: the editor renders only what is in sight.
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.press('ControlOrMeta+C');
        const text = String(await page.evaluate('navigator.clipboard.readText()'));
        return rowOf(text, extensionId()) && rowOf(text, emptyExtensionId) && text;
      },
      60_000,
    ).then(String);
  } finally {
    await context.close();
  }
}

function activationIn(report: string, id: string): Activation {
  const header = cellsOf(report.split('\n').find((line) => /\|\s*Extension\s*\|/.test(line)) ?? '');
  const row = cellsOf(rowOf(report, id) ?? '');
  const value = (column: string): number => {
    const number = Number.parseFloat(row[header.indexOf(column)] ?? '');
    if (Number.isNaN(number))
      throw new Error(`The report has no "${column}" for ${id}:\n${header.join(' | ')}\n${row.join(' | ')}`);
    return number;
  };
  return { load: value('Load Code'), activate: value('Call Activate') };
}

function rowOf(report: string, id: string): string | undefined {
  return report.split('\n').find((line) => cellsOf(line)[0]?.toLowerCase() === id.toLowerCase());
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function folderOfBuiltIns(host: Host): string {
  const folder = temporaryFolder('built-ins');
  mkdirSync(folder, { recursive: true });
  for (const name of builtIns) {
    const original = path.join(host.folder, 'extensions', name);
    if (existsSync(original)) symlinkSync(original, path.join(folder, name), 'junction');
  }
  return folder;
}
