import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBlocks } from '../../src/core/block/find.ts';
import { findFramed } from '../../src/core/block/frame.ts';
import { correctionIn } from '../../src/core/review/correction.ts';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';
import type { Workbench } from './pages/workbench.ts';

const insert = 'TPM: Insert Review Checklist...';

describe('inserting what fits a change', () => {
  const session = useSession({
    settings: { 'tpmMentor.records': 'shared', 'editor.autoClosingBrackets': 'never' },
    prepare: (folder) => {
      execFileSync('git', ['checkout', '--quiet', 'feature/gift-wrap'], { cwd: folder });
      writeFileSync(path.join(folder, 'pull-request.md'), '# Gift wrap\n\nIt adds gift wrap.\n');
    },
  });
  const workbench = (): Workbench => session().workbench;

  async function waitForRow(label: string): Promise<void> {
    const { quickInput } = workbench();
    await until(`a row "${label}"`, async () => (await quickInput.rows()).some((row) => row.label === label));
  }

  /** Opens the picker and waits until the change has been read. */
  async function openPicker(): Promise<void> {
    const { quickInput } = workbench();
    await workbench().run(insert);
    await quickInput.waitFor('Insert Review Checklist');
    await until('the change has been read', async () => {
      const [first] = await quickInput.rows();
      return first?.label === 'For This Change' && /^\d+ items?/.test(first.description);
    });
  }

  /** By the keyboard: a row that the mouse hovers over may show a text above the others. */
  async function pick(label: string): Promise<void> {
    const { quickInput } = workbench();
    await quickInput.type(label);
    await until(`"${label}" is the choice`, async () => (await quickInput.focusedLabel()) === label);
    await quickInput.accept();
  }

  /** Saves what was inserted and gives it. */
  async function saved(name: string, words: string): Promise<string> {
    await workbench().status(words).waitFor();
    await workbench().run('File: Save');
    await until(`${name} is saved`, async () => !(await workbench().editors.tabs()).some(({ isDirty }) => isDirty));
    return readFileSync(path.join(session().folder, name), 'utf8');
  }

  it('says why, is corrected before it is inserted, and keeps the correction', async () => {
    const { editors, quickInput } = workbench();
    await editors.open('pull-request.md');
    await editors.goTo(3, 19);
    await openPicker();
    const [row] = await quickInput.rows();
    assert.match(row?.detail ?? '', /^Because db\/migrations\/002_gift_wrap\.sql:3 alters a table/);
    await pick('Adjust for This Change...');
    await waitForRow('For its reviewer');
    await pick('For its reviewer');
    await waitForRow('For its author');
    await pick('A feature, about what users see');
    await waitForRow('A bug fix');
    await quickInput.check('About what users see', false);
    await quickInput.accept();
    await waitForRow('Insert 9 Items');
    await pick('Add first, switch over, remove last');
    await until('it is left out', async () =>
      (await quickInput.rows()).some(({ label }) => label === 'Insert 8 Items'),
    );
    await pick('Insert 8 Items');
    const text = await saved('pull-request.md', 'Inserted 8 items for this change');
    assert.deepEqual(correctionIn(text), { role: 'author', kinds: ['feature'] });
    assert.ok(findBlocks(text).some(({ checklist }) => checklist === 'review-author'));
    assert.ok(!text.includes('Add first, switch over'));
  });

  it('compares with any other branch, tag or word for a commit, and goes back', async () => {
    const { quickInput } = workbench();
    await openPicker();
    await pick('Adjust for This Change...');
    await waitForRow('feature/gift-wrap compared with main');
    await pick('feature/gift-wrap compared with main');
    await waitForRow('A Range...');
    await pick('Compare with Another Branch or Tag...');
    await waitForRow('v1.4.0');
    await quickInput.type('no-such-thing');
    await waitForRow('Use "no-such-thing"');
    await quickInput.accept();
    await until('the question again', async () => (await quickInput.placeholder()).startsWith('"no-such-thing" is no'));
    await quickInput.type('HEAD~1');
    await waitForRow('Use "HEAD~1"');
    await quickInput.accept();
    await waitForRow('feature/gift-wrap compared with HEAD~1');
    await quickInput.goBack();
    await quickInput.waitFor('Insert Review Checklist');
    await quickInput.cancel();
  });

  it('lists what a refresh would change, and does what is ticked', async () => {
    const { quickInput } = workbench();
    execFileSync('git', ['checkout', '--quiet', 'main'], { cwd: session().folder });
    writeFileSync(path.join(session().folder, 'db/003.sql'), 'ALTER TABLE orders DROP COLUMN note;\n');
    await openPicker();
    await pick('For This Change');
    await quickInput.waitFor('Refresh for This Change');
    await waitForRow('Read what changed between the versions');
    await quickInput.check('See the new tests fail without the change', false);
    await quickInput.accept();
    const text = await saved('pull-request.md', 'Refreshed for this change');
    assert.match(text, /- \[ \] \*\*See the new tests fail without the change\*\*\n/);
    assert.match(
      text,
      /- \[ \] \*\*Use the product with the feature off\*\*\n/,
      'the corrected kind still calls for it',
    );
    assert.doesNotMatch(text, /Read what changed between the versions\n/);
    assert.deepEqual(correctionIn(text), { role: 'author', kinds: ['feature'] });
  });

  it('goes to the clipboard where that is chosen', async () => {
    const { quickInput, page } = workbench();
    await openPicker();
    await pick('Somewhere Else...');
    await waitForRow('the clipboard');
    await pick('the clipboard');
    await until('the clipboard is named', async () => (await quickInput.placeholder()).includes('clipboard'));
    await pick('For This Change');
    await workbench().status('Copied').waitFor();
    assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /^<!-- tpm:checklist review-/);
  });

  it('writes comments into HTML', async () => {
    const { editors } = workbench();
    const file = path.join(session().folder, 'templates/receipt.html');
    assert.ok(existsSync(file));
    const before = readFileSync(file, 'utf8');
    await editors.open('receipt.html');
    await editors.goTo(4);
    await openPicker();
    await pick('For This Change');
    const text = await saved('templates/receipt.html', 'items for this change');
    const framed = findFramed(text, 'review-author');
    assert.ok(framed && findBlocks(framed.inner).length === 1, text);
    assert.ok(before.split('\n').every((line) => text.includes(line)));
  });
});
