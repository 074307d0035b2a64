import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { useSession } from './pages/session.ts';

/** More lines than a terminal keeps in its scrollback, and the fault behind them. */
const program = [
  'for (let order = 1; order <= 2500; order++) console.log(`order ${order} written`);',
  'throw new Error("the export stopped");',
];

describe('the first command of a window that prints more than the terminal keeps', () => {
  const session = useSession({
    settings: { 'tpmMentor.records': 'shared' },
    prepare: (folder) => writeFileSync(path.join(folder, 'export.js'), program.join('\n')),
  });

  it('is there with its output, though nothing of ours was opened before it ran', async function () {
    this.timeout(120_000);
    const { workbench } = session();
    const { terminal, quickInput } = workbench;
    await workbench.status('main').waitFor();
    await terminal.open();
    await terminal.run('node export.js');
    await terminal.waitForText(/the export stopped[\s\S]*\n\S*[$#%>] *$/, 40_000);
    await workbench.run('TPM: Triage Issue...');
    await quickInput.waitFor('Triage Issue (1/3)');
    const [row] = await quickInput.rows();
    assert.equal(row?.label, 'Terminal: node export.js');
    assert.match(row.detail, /the export stopped/);
    await quickInput.cancel();
  });
});
