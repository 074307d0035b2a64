import { pathToFileURL } from 'node:url';
import type { Change } from '../src/core/review/change.ts';
import { parseDiff } from '../src/core/review/parseDiff.ts';
import { selectChecklists } from '../src/core/review/select.ts';
import { builtInChecklists } from './changes/table.ts';

export interface SelectionTiming {
  readonly files: number;
  /** Size of the diff in UTF-16 code units. */
  readonly size: number;
  readonly addedLines: number;
  /** Milliseconds of processor time, the best of three runs. */
  readonly parse: number;
  readonly select: number;
}

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

/** A diff of so many files in seven languages, each with a hunk of so many added and some removed lines. */
export function largeDiff(files: number, lines: number): string {
  const kinds = Object.entries(bodies);
  return Array.from({ length: files }, (_, index) => {
    const [extension, body] = kinds[index % kinds.length]!;
    const path = `src/part${index % 40}/file${index}.${extension}`;
    const added = Array.from({ length: lines }, (_, line) => `+${body[line % body.length]}`);
    const removed = Array.from({ length: Math.floor(lines / 3) }, (_, line) => `-old line ${line}`);
    const head = `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}\n`;
    return `${head}@@ -1,${removed.length} +1,${added.length} @@\n${[...removed, ...added].join('\n')}\n`;
  }).join('');
}

export async function timeSelection(files: number, lines: number): Promise<SelectionTiming> {
  const text = largeDiff(files, lines);
  const checklists = await builtInChecklists();
  let [parse, select] = [Infinity, Infinity];
  let addedLines = 0;
  for (let run = 0; run < 3; run++) {
    const start = processorTime();
    const change: Change = { origin: { kind: 'branch', base: 'main' }, files: parseDiff(text), commits: [] };
    const parsed = processorTime();
    const { size } = selectChecklists(change, checklists);
    addedLines = size.added;
    [parse, select] = [Math.min(parse, parsed - start), Math.min(select, processorTime() - parsed)];
  }
  return { files, size: text.length, addedLines, parse, select };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [files, lines] of [
    [200, 50],
    [2000, 5],
    [2000, 50],
    [4000, 50],
  ] as const) {
    const { size, addedLines, parse, select } = await timeSelection(files, lines);
    console.log(
      `${files} files, ${addedLines} added lines, ${(size / 1e6).toFixed(1)} MB: parse ${parse.toFixed(0)} ms, select ${select.toFixed(0)} ms`,
    );
  }
}

/** Unlike the clock, it does not count what other programs do meanwhile. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
