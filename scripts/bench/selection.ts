import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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

const bodies: Readonly<Record<string, readonly string[]>> = {
  ts: [
    'export async function load(id: string): Promise<Order> {',
    '  const rows = await db.query("SELECT id, total FROM orders WHERE id = $1", [id]);',
    '  if (rows.length === 0) throw new Error(`no order ${id}`);',
    '  return { ...rows[0], total: Number(rows[0].total) || 0 };',
    '}',
  ],
  py: [
    'def due(invoices):',
    '    now = datetime.now(timezone.utc)',
    '    return [i for i in invoices if i["due"] < now]',
    '',
  ],
  go: [
    'func Load(ctx context.Context, id string) (*Order, error) {',
    '\trow := db.QueryRowContext(ctx, query, id)',
    '\treturn scan(row)',
    '}',
  ],
  java: ['    public Order load(String id) {', '        return orders.findById(id).orElseThrow();', '    }', ''],
  sql: ['ALTER TABLE orders ADD COLUMN note text;', "UPDATE orders SET note = '' WHERE note IS NULL;"],
  css: ['.order {', '  margin: 0 auto;', '}'],
  yaml: ['replicas: 3', 'image: shop:1.2.3', 'memory: 256Mi'],
};

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
  const folder = repositoryOf(2000, 50);
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

/** A repository whose last commit changes so many files. */
function repositoryOf(files: number, lines: number): string {
  const folder = temporaryFolder('selection');
  const who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgSign=false'];
  const git = (...args: string[]): unknown => execFileSync('git', [...who, ...args], { cwd: folder });
  const commit = (body: (file: ChangedFile) => readonly string[]): void => {
    for (const file of changedFiles(files, lines)) {
      mkdirSync(path.join(folder, path.dirname(file.path)), { recursive: true });
      writeFileSync(path.join(folder, file.path), body(file).join('\n'));
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };
  git('init', '--quiet');
  commit(({ removed }) => removed);
  commit(({ added }) => added);
  return folder;
}

interface ChangedFile {
  readonly path: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** So many files in seven languages, each with so many added and some removed lines. */
function changedFiles(files: number, lines: number): ChangedFile[] {
  const kinds = Object.entries(bodies);
  return Array.from({ length: files }, (_, index) => {
    const [extension, body] = kinds[index % kinds.length]!;
    return {
      path: `src/part${index % 40}/file${index}.${extension}`,
      added: Array.from({ length: lines }, (_, line) => body[line % body.length]!),
      removed: Array.from({ length: Math.floor(lines / 3) }, (_, line) => `old line ${line}`),
    };
  });
}

function largeDiff(files: number, lines: number): string {
  return changedFiles(files, lines)
    .map(({ path: name, removed, added }) => {
      const head = `diff --git a/${name} b/${name}\nindex 1111111..2222222 100644\n--- a/${name}\n+++ b/${name}\n`;
      const body = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)].join('\n');
      return `${head}@@ -1,${removed.length} +1,${added.length} @@\n${body}\n`;
    })
    .join('');
}
