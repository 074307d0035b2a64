import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checklist } from '../../../../src/core/checklist/model.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';

const folder = join(import.meta.dirname, '../../../../media/checklists');

/** The checklists that come with the extension. */
export const builtIn: readonly Checklist[] = readdirSync(folder).map(
  (name) => parseChecklist(readFileSync(join(folder, name), 'utf8')).checklist,
);

/** A team's own checklist. */
export function listOf(front: string, body: string): Checklist {
  return parseChecklist(`---\ngroup: review\nkind: do-confirm\ntrigger: Always.\n${front}\n---\n\n${body}\n`).checklist;
}
