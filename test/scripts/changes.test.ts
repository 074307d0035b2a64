import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeChanges, type MadeChange } from '../../scripts/changes/makeRepositories.ts';
import { repositories } from '../../scripts/changes/repositories.ts';
import { builtInChecklists, selectionTable } from '../../scripts/changes/table.ts';
import type { Checklist } from '../../src/core/checklist/model.ts';
import { selectChecklists } from '../../src/core/review/select.ts';

const expected = fileURLToPath(new URL('../../docs/selection.md', import.meta.url));

describe('the selection on real commits', function () {
  this.timeout(60_000);

  let folder: string;
  let made: MadeChange[];
  let checklists: Checklist[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changes-'));
    [made, checklists] = [await makeChanges(folder), await builtInChecklists()];
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const commitOf = (message: string): MadeChange => {
    const found = made.find(({ step }) => step.message === message);
    assert.ok(found, message);
    return found;
  };

  for (const { name, steps } of repositories) {
    for (const { message, expects } of steps) {
      if (!expects) continue;
      it(`fits ${name}: ${message}`, () => {
        const selection = selectChecklists(commitOf(message).change, checklists);
        const inSight = selection.inSight.map(({ item }) => item.id);
        assert.deepEqual(
          selection.kinds.map(({ kind }) => kind),
          expects.kinds,
        );
        assert.deepEqual(
          expects.inSight.filter((id) => !inSight.includes(id)),
          [],
          `not in sight; in sight are ${inSight.join(', ')}`,
        );
        const mentioned = [...inSight, ...selection.also.map(({ item }) => item.id)];
        assert.deepEqual(
          (expects.never ?? []).filter((id) => mentioned.includes(id)),
          [],
          'should not be mentioned',
        );
        assert.ok(inSight.length <= 9);
        if (expects.role) assert.equal(selection.role, expects.role);
        if (expects.nothing) {
          assert.match(selection.nothing ?? '', expects.nothing);
          assert.deepEqual([selection.inSight, selection.also, selection.blocks], [[], [], []]);
        } else assert.equal(selection.nothing, undefined);
      });
    }
  }

  it('gives every item its reason, and every reason a place that is in the diff', () => {
    for (const { change, step } of made) {
      const { inSight, also } = selectChecklists(change, checklists);
      for (const { item, reasons } of [...inSight, ...also]) {
        assert.ok(reasons.length > 0, item.id);
        for (const { place, text } of reasons) {
          assert.notEqual(text, '', item.id);
          if (!place) continue;
          const file = change.files.find(({ path }) => path === place.path);
          assert.ok(file, `${step.message}: ${place.path}`);
          const lines = [...file.added, ...file.removed].map(({ line }) => line);
          assert.ok(place.line === undefined || lines.includes(place.line), `${step.message}: ${item.id} ${text}`);
        }
      }
    }
  });

  it('is what the table of the documentation says; `node scripts/selectionTable.ts` prints it', async () => {
    assert.equal(selectionTable(made, checklists), await readFile(expected, 'utf8'));
  });
});
