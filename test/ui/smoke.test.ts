import assert from 'node:assert/strict';
import { useSession } from './pages/session.ts';

describe('the packaged extension in the workbench', () => {
  const session = useSession();

  it('adds TPM to the activity bar and opens its views', async () => {
    const { sideBar } = session().workbench;
    await sideBar.open('TPM');
    const views = await sideBar.views();
    assert.ok(views.includes('Checklists'), `views: ${views.join(', ')}`);
  });
});
