import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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

/** Makes a repository in an empty folder, whose branch `topic` changes so many files of `main`, each by so many lines. */
export function makeLargeChange(folder: string, files: number, lines: number): void {
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
  git('init', '--quiet', '--initial-branch=main');
  commit(({ removed }) => removed);
  git('checkout', '--quiet', '-b', 'topic');
  commit(({ added }) => added);
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

/** The diff of such a change, as git prints it. */
export function largeDiff(files: number, lines: number): string {
  return changedFiles(files, lines)
    .map(({ path: name, removed, added }) => {
      const head = `diff --git a/${name} b/${name}\nindex 1111111..2222222 100644\n--- a/${name}\n+++ b/${name}\n`;
      const body = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)].join('\n');
      return `${head}@@ -1,${removed.length} +1,${added.length} @@\n${body}\n`;
    })
    .join('');
}
