import assert from 'node:assert/strict';
import { RecordFiles } from './pages/recordFiles.ts';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';

describe('Restricted Mode', () => {
  const session = useSession({
    asksForTrust: true,
    settings: { 'tpmMentor.records': 'shared' },
    context: { viewport: { width: 1400, height: 1800 } },
  });

  it('works with the built-in checklists, and says what it leaves out', async () => {
    const { workbench } = session();
    await workbench.dismissTrustQuestion();
    await workbench.sideBar.open('TPM');
    const checklists = workbench.tree('Checklists');
    await checklists.row('Performance bottleneck').waitFor();
    await until('the message', async () =>
      (await checklists.message()).startsWith('Restricted Mode: team checklists are left out'),
    );
    await checklists.collapse('Problem Solving'); // only rows in sight are in the page
    await checklists.expand('Delivery');
    await checklists.row('Close a project or phase').waitFor();
    assert.ok(!(await checklists.labels()).includes('Release the shop'));
    await checklists.collapse('Delivery');
    await checklists.expand('Problem Solving');
    await checklists.action('Glitch', 'Start Checklist');
    const records = new RecordFiles(session().folder);
    const name = await records.waitForName(/-glitch\.md$/);
    const tree = workbench.tree('In Progress');
    await until('an item', async () => (await tree.rows()).some(({ checked }) => checked !== undefined));
    const before = records.read(name); // the file may have been there, and still empty, before its rows were
    const [first] = (await tree.rows()).filter(({ checked }) => checked !== undefined);
    assert.ok(first);
    // A tick that meets the first drawing of the rows is dropped by VS Code, and the box is seen open again.
    await until('the tick is saved', async () => {
      await tree.check(first.label);
      return /^- \[x\] /m.test(records.read(name));
    });
    assert.equal(records.read(name).length, before.length);
  });

  it('reads the team checklists once the workspace is trusted', async () => {
    const { workbench } = session();
    await workbench.trustWorkspace();
    const checklists = workbench.tree('Checklists');
    await checklists.collapse('Problem Solving');
    await checklists.expand('Delivery');
    await checklists.row('Release the shop').waitFor();
    await until('the message is gone', async () => (await checklists.message()) === '');
    assert.equal((await checklists.find('Release the shop')).description, 'shop');
  });
});
