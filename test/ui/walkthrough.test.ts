import assert from 'node:assert/strict';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';
import { Walkthrough } from './pages/walkthrough.ts';

describe('the walkthrough', () => {
  const session = useSession();

  it('leads through four steps, and ticks off the one whose button was pressed', async () => {
    const { workbench } = session();
    const walkthrough = new Walkthrough(workbench);
    await walkthrough.open('Get Started with TPM Mentor');
    const steps = await walkthrough.steps();
    assert.equal(steps.length, 4);
    const start = 'Start a checklist and tick';
    assert.ok(steps.includes(start), steps.join(', '));
    await walkthrough.show(start);
    assert.equal(await walkthrough.isDone(start), false);
    await walkthrough.press(start, 'Start Checklist');
    await workbench.quickInput.waitFor('Start Checklist');
    await workbench.quickInput.cancel();
    await until('the step is done', () => walkthrough.isDone(start));
    assert.equal(await walkthrough.isDone('Triage what went wrong'), false);
  });
});
