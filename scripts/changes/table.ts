import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Checklist } from '../../src/core/checklist/model.ts';
import { parseChecklist } from '../../src/core/checklist/parse.ts';
import { selectChecklists } from '../../src/core/review/select.ts';
import type { Selection } from '../../src/core/review/selection.ts';
import type { MadeChange } from './makeRepositories.ts';

const folder = fileURLToPath(new URL('../../media/checklists/', import.meta.url));

export async function builtInChecklists(): Promise<Checklist[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  return Promise.all(names.map(async (name) => parseChecklist(await readFile(folder + name, 'utf8')).checklist));
}

/** What was chosen for every commit, and why, as Markdown. */
export function selectionTable(changes: readonly MadeChange[], checklists: readonly Checklist[]): string {
  const parts: string[] = [
    `# What is selected for ${changes.length} commits`,
    '',
    'Commits of ten small repositories that `scripts/changes` makes, with the items in sight and why. Printed by',
    '`node scripts/selectionTable.ts`; a test holds this page against it.',
  ];
  let repository = '';
  for (const made of changes) {
    if (made.repository !== repository) parts.push('', `## ${made.repository}`);
    repository = made.repository;
    parts.push('', ...partOf(made, selectChecklists(made.change, checklists)));
  }
  return `${parts.join('\n')}\n`;
}

function partOf({ step, change }: MadeChange, selection: Selection): string[] {
  const files = change.files.map(({ path }) => `\`${path}\``).join(', ');
  const kinds = selection.kinds.map(({ kind, reasons }) => `${kind} (${reasons.join('; ')})`).join(', ') || 'none';
  return [
    `### ${step.message}`,
    '',
    `${files}. Kind: ${kinds}. As ${selection.role}${selection.roleReason === undefined ? '' : ` (${selection.roleReason})`}.`,
    '',
    ...(selection.nothing === undefined ? [] : [`Nothing: ${selection.nothing}`]),
    ...rows(selection.inSight),
    ...(selection.also.length ? ['', `Also (${selection.also.length}): ${alsoLine(selection)}`] : []),
  ];
}

function rows(items: Selection['inSight']): string[] {
  if (!items.length) return [];
  return [
    '| item | list | because |',
    '| --- | --- | --- |',
    ...items.map(({ item, checklist, reasons }) => {
      const title = item.isMust ? `**${item.title}**` : item.title;
      return `| ${[title, checklist.id.replace('review-', ''), reasons[0]?.text ?? ''].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ];
}

/** Those that belong to every review of this role are only counted. */
function alsoLine({ also }: Selection): string {
  const own = also.filter(({ reasons }) => reasons[0]?.code !== 'every-review');
  const rest = also.length - own.length;
  const titles = own.map(({ item }) => item.title);
  return [...titles, ...(rest ? [`${rest} for every review`] : [])].join('; ');
}
