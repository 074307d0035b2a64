import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';

const name = '2026-11-20-checkout-is-slow.md';
const record = [
  '---',
  'tpm: triage',
  'title: "Checkout is slow"',
  'status: open',
  'problem: bottleneck',
  'severity: S2',
  'created: 2026-11-20T14:05+00:00',
  'next-update: 2026-11-20T16:05+00:00',
  '---',
  '',
  '# Checkout is slow',
  '',
  '## Summary',
  '',
  'p95 went from 1.2 s to 2.8 s. Ask ana.bauer@shop-mail.com.',
  '',
  '## Evidence',
  '',
  '## Hypotheses',
  '',
  '| Cause | Prediction | Experiment | Result |',
  '| --- | --- | --- | --- |',
  '| index | a scan in the plan | explain | no |',
  '| pool | waits | count | refuted |',
  '| cache | misses | log | not it |',
  '',
  '## Stakeholder update',
  '',
  '> **Now**: paying takes too long.',
  '',
  '## Log',
  '',
  '- 2026-11-20T14:05+00:00 Triaged.',
  '',
].join('\n');

describe('a triage record in the editor', () => {
  const session = useSession({
    prepare: (folder) => {
      mkdirSync(path.join(folder, '.tpm/records'), { recursive: true });
      writeFileSync(path.join(folder, '.tpm/records', name), record);
    },
  });
  const onDisk = (): string => readFileSync(path.join(session().folder, '.tpm/records', name), 'utf8');
  const clipboard = (): Promise<string> => session().workbench.page.evaluate<string>('navigator.clipboard.readText()');

  before(async () => {
    await session().workbench.editors.open(name);
  });

  it('says above its title what is due', async () => {
    const { editors } = session().workbench;
    const lenses = await until('the lenses', async () => {
      const texts = await editors.codeLenses();
      return texts.some((text) => text.includes('Log Update')) ? texts : undefined;
    });
    const all = lenses.join(' ');
    assert.match(all, /S2 · open ·.*no owner.*update was due 11-20 16:05/);
    assert.match(all, /Three causes refuted/);
  });

  it('shows what is due in the status bar and in In Progress, as long as it is', async () => {
    const { workbench } = session();
    await workbench.status('1 record is waiting').waitFor();
    await workbench.sideBar.open('TPM');
    const row = await until('the record in In Progress', async () => (await workbench.tree('In Progress').rows())[0]);
    assert.match(row?.description ?? '', /update overdue · no owner · S2/);
  });

  it('logs an update and sets when the next one is due', async () => {
    const { editors, quickInput } = session().workbench;
    await editors.pressCodeLens('Log Update');
    await quickInput.answer('Rolled back to 1.4.0');
    await until('the log line on disk', () => /Z?.*Rolled back to 1\.4\.0\n$/.test(onDisk()));
    assert.doesNotMatch(onDisk(), /next-update: 2026-11-20T16:05/);
  });

  it('gets an owner, and then nothing is due any more', async () => {
    const { editors, quickInput, page } = session().workbench;
    // The update is brought into sight, and the title goes out of it.
    const line =
      onDisk()
        .split('\n')
        .findIndex((text) => text.includes('Rolled back')) + 1;
    await session().workbench.status(`Ln ${line},`).waitFor();
    await editors.goTo(1);
    await editors.pressCodeLens('Set Owner');
    await quickInput.answer('Ana Bauer');
    await until('the owner on disk', () => onDisk().includes('owner: Ana Bauer'));
    await page.locator('.statusbar-item').filter({ hasText: 'record is waiting' }).waitFor({ state: 'hidden' });
  });

  it('adds a hypothesis in three short answers', async () => {
    const { quickInput } = session().workbench;
    await session().workbench.run('TPM: Add Hypothesis...');
    const answers = {
      'What could be the cause': 'N+1 queries',
      'what else must be true': 'calls grow with lines',
      'cheapest way': 'count the queries',
    };
    for (const [question, words] of Object.entries(answers)) {
      await until(question, async () => (await quickInput.message()).includes(question));
      await quickInput.answer(words);
    }
    await until('the row on disk', () =>
      onDisk().includes('| N+1 queries | calls grow with lines | count the queries | |'),
    );
  });

  it('is copied as an issue without front matter, and redacted', async () => {
    await session().workbench.run('TPM: Copy for Issue');
    const text = await until('the copy', async () => {
      const copied = await clipboard();
      return copied.startsWith('# Checkout is slow') ? copied : undefined;
    });
    assert.match(text, /Ask <email-1>\./);
    assert.doesNotMatch(text, /ana\.bauer|tpm: triage/);
  });

  it('is resolved with its cause and fix, and offers the post-incident checklist for an S2', async () => {
    const { quickInput, notifications } = session().workbench;
    await session().workbench.run('TPM: Resolve...');
    await quickInput.waitFor('Resolve');
    await quickInput.answer('One query for each line');
    await until('the second question', async () => (await quickInput.message()).includes('What fixed it'));
    await quickInput.answer('One query for the order');
    await notifications.waitFor('S2 is resolved');
    assert.match(onDisk(), /status: resolved/);
    assert.match(
      onDisk(),
      /## Resolution\n\n- \*\*Cause\*\*: One query for each line\n- \*\*Fix\*\*: One query for the order\n- \*\*Open for\*\*: \d+ d/,
    );
  });
});
