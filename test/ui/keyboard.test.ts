import assert from 'node:assert/strict';
import { RecordFiles } from './pages/recordFiles.ts';
import { useSession } from './pages/session.ts';
import type { Tree } from './pages/tree.ts';
import { until } from './pages/until.ts';
import type { Workbench } from './pages/workbench.ts';
import { complaint, everFast, relief, sampleRecord, sweep, ticked } from './sampleRecord.ts';

/** No test here touches the mouse. */
describe('the TPM sidebar by keyboard', () => {
  const name = '2026-11-23-slow-report.md';
  const title = 'Slow report';
  const text = sampleRecord(title);
  const session = useSession({
    context: { viewport: { width: 1400, height: 1800 } },
    settings: { 'tpmMentor.records': 'shared' },
    prepare: (folder) => new RecordFiles(folder).write(name, text),
  });
  const workbench = (): Workbench => session().workbench;
  const tree = (): Tree => workbench().tree('In Progress');
  const records = (): RecordFiles => new RecordFiles(session().folder);

  /** Moves with the arrow keys, as far as it takes, and looks where it is after each press. */
  async function goTo(label: string): Promise<void> {
    await workbench().press('Home');
    await until('the first row has the focus', async () => (await tree().focused()) === title);
    for (let last = title; last !== label; last = (await tree().focused()) ?? last) {
      const from = last;
      await workbench().press('ArrowDown');
      await until(
        `the row below "${from}" has the focus`,
        async () => ![from, undefined].includes(await tree().focused()),
      );
    }
  }

  before(async () => {
    await workbench().run('TPM: Focus on In Progress View');
    await tree().row(sweep).waitFor();
    // The first time the view was still empty and had no row to give the keyboard to.
    await workbench().run('TPM: Focus on In Progress View');
  });

  it('is reached by a command, and walked through with the arrow keys', async () => {
    await goTo(everFast);
    await workbench().press('ArrowLeft');
    await until('the section has the focus', async () => (await tree().focused()) === 'State the problem');
    await workbench().press('ArrowLeft');
    await until('the section is folded', async () => !(await tree().labels()).includes(everFast));
    await workbench().press('ArrowRight');
    await tree().row(everFast).waitFor();
  });

  it('ticks the focused row with Space, and unticks it', async () => {
    await goTo(everFast);
    await workbench().press('Space');
    await records().waitForText(name, ticked(text, everFast));
    await until('the row is ticked', async () => (await tree().find(everFast)).checked === true);
    assert.equal(await tree().focused(), everFast);
    await workbench().press('Space');
    await records().waitForText(name, text);
  });

  it('opens the record at the focused row with Enter, and stays in the view', async () => {
    await goTo(relief);
    await workbench().press('Enter');
    await workbench().editors.waitForTab(name);
    const number = text.split('\n').findIndex((line) => line.includes(relief)) + 1;
    await workbench().status(`Ln ${number}, Col`).waitFor();
    await workbench().press('ArrowDown');
    await until('the next row has the focus', async () => (await tree().focused()) === everFast);
  });

  it('means the row with the focus, not the one that was opened last', async () => {
    const { quickInput } = workbench();
    await goTo(relief);
    await workbench().press('Enter');
    await workbench().press('ArrowUp');
    await until('the row above has the focus', async () => (await tree().focused()) === complaint);
    for (const [keys, prompt] of [
      ['Alt+n', 'Why does this not apply?'],
      ['Alt+p', 'What is the problem?'],
      ['Alt+a', 'Note'],
    ] as const) {
      await workbench().press(keys);
      await quickInput.waitFor(complaint);
      assert.ok((await quickInput.message()).startsWith(prompt), await quickInput.message());
      await quickInput.cancel();
    }
    await workbench().press('ArrowDown');
    await workbench().press('Alt+n');
    await quickInput.waitFor(relief);
    await quickInput.answer('nobody uses it yet');
    const marked = text.replace(`- [ ] ${relief}`, `- [x] ~~${relief}~~ (n/a: nobody uses it yet)`);
    await records().waitForText(name, marked);
    await until('it is counted', async () => (await tree().find(title)).description === '1/5');
    await until('the keyboard is back in the view', async () => (await tree().focused()) === relief);
    await workbench().press('Space');
    await records().waitForText(name, text);
    // A menu that is used while the tree is drawn anew changes nothing and says so.
    await until('it is counted', async () => (await tree().find(title)).description === '0/5');
  });

  it('has every row action in the menu that Shift+F10 opens', async () => {
    await goTo(sweep);
    await workbench().press('Shift+F10');
    const entry = workbench().page.locator('.monaco-menu .action-menu-item').filter({ hasText: 'Mark Done' });
    await entry.waitFor();
    await until('Mark Done is chosen', async () => {
      await workbench().press('ArrowDown');
      return (await workbench().page.locator('.monaco-menu .action-item.focused').textContent())?.includes('Mark Done');
    });
    await workbench().press('Enter');
    await records().waitForText(name, ticked(text, sweep));
  });

  it('asks before Delete on a record deletes it', async () => {
    const { notifications } = workbench();
    await goTo(title);
    await workbench().press('Delete');
    await notifications.dialog.waitFor();
    await workbench().press('Escape');
    await notifications.dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(records().names(), [name]);
    assert.equal((await tree().find(title)).expanded, true);
    await goTo(title);
    await workbench().press('Delete');
    await notifications.dialog.waitFor();
    await workbench().press('Enter');
    await until('the record is gone', () => records().names().length === 0);
  });

  it('starts a checklist from the palette', async () => {
    const { quickInput, editors } = workbench();
    await workbench().run('TPM: Start Checklist...');
    await quickInput.waitFor('Start Checklist');
    await quickInput.answer('bottleneck');
    await editors.waitForTab(/-performance-bottleneck\.md$/);
    await until('its first open item is selected', async () => (await tree().selected()) === complaint);
  });
});
