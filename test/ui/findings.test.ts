import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RecordFiles } from './pages/recordFiles.ts';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';

const name = '2026-11-28-review-of-pricing.md';
const record = [
  '---',
  'tpm: review',
  'title: "Review of pricing"',
  'status: open',
  'created: 2026-11-28T10:00+00:00',
  '---',
  '',
  '# Review of pricing',
  '',
  '## Findings',
  '',
].join('\n');
const line = 'return { sku, name, quantity, amount: price * quantity };';

describe('a review with findings beside the code', () => {
  const session = useSession({
    settings: { 'comments.openView': 'never', 'tpmMentor.records': 'shared' },
    prepare: (folder) => new RecordFiles(folder).write(name, record),
  });
  const workbench = (): ReturnType<typeof session>['workbench'] => session().workbench;
  const text = (): string => new RecordFiles(session().folder).read(name);
  const waitForRecord = (wanted: RegExp): Promise<unknown> =>
    until(`${wanted} in the record`, () => wanted.test(text()));
  const row = async (): Promise<string> => (await workbench().tree('In Progress').rows())[0]?.description ?? '';
  const code = (): string => path.join(session().folder, 'src', 'pricing.js');

  before(async () => {
    await workbench().sideBar.open('TPM');
    await until('the review in In Progress', async () => (await workbench().tree('In Progress').rows())[0]);
    await workbench().editors.open('src/pricing.js');
  });

  it('takes a comment from the gutter into the record, and shows it below its line', async () => {
    const { comments } = workbench();
    await comments.start(line);
    await comments.write(
      'issue (blocking): rounds too early\n\nThe sum of **rounded** cents is off.',
      comments.thread('Add Finding'),
      'Add Finding',
    );
    await waitForRecord(
      /- \[ \] \*\*issue \(blocking\):\*\* rounds too early \u2014 \[src\/pricing\.js:8\]\(\/src\/pricing\.js#L8\) <!-- tpm:finding .*\n {2}- The sum of \*\*rounded\*\* cents is off\.\n/,
    );
    const thread = comments.thread('Open \u00B7 Review of pricing');
    await thread.waitFor();
    assert.match(
      await thread.innerText(),
      /^Open \u00B7 Review of pricing\nissue \(blocking\)\s+rounds too early\s+The sum of rounded cents is off\./,
    );
    await until('the thread below its line', async () => (await comments.lineAbove(thread)) === line);
    await until('the count in In Progress', async () => (await row()) === '1 blocking finding');
  });

  it('is answered and settled there, with a reason where nothing is fixed', async () => {
    const { comments, quickInput } = workbench();
    const thread = comments.thread('rounds too early');
    await thread.locator('.review-thread-reply-button').click();
    await comments.write('Only for odd cents.', thread, 'Reply');
    await waitForRecord(/\n {2}- Reply: Only for odd cents\.\n/);
    await thread.getByText('Only for odd cents.').first().waitFor();
    await comments.press(thread, "Won't Fix");
    await quickInput.waitFor("Won't Fix: rounds too early");
    await quickInput.answer('prices have no odd cents');
    await waitForRecord(/- \[x\] ~~\*\*issue \(blocking\):\*\* .*~~ \(won't fix: prices have no odd cents\) <!--/);
    await until('nothing open in In Progress', async () => (await row()) === '');
    await comments.open();
    await comments.press(comments.thread("Won't fix: prices have no odd cents"), 'Reopen');
    await waitForRecord(/- \[ \] \*\*issue/);
    await comments.thread('Open \u00B7 Review of pricing').waitFor();
  });

  it('follows its line, and is never shown at another one', async () => {
    const { comments, editors } = workbench();
    const before = readFileSync(code(), 'utf8');
    writeFileSync(code(), `// one\n// two\n${before}`);
    const thread = comments.thread('moved from line 8');
    await thread.waitFor();
    await until('the thread below its line', async () => (await comments.lineAbove(thread)) === line);
    writeFileSync(
      code(),
      before.replace(line, 'return { sku, name, quantity, amount: Math.round(price * quantity) };'),
    );
    await comments.thread('rounds too early').waitFor({ state: 'hidden' });
    await editors.open(name);
    await until('the record says that the line is lost', async () =>
      (await editors.codeLenses()).some((lens) => lens.includes('lost: line no longer found')),
    );
    assert.ok((await editors.codeLenses()).some((lens) => /1 blocking finding \u00B7 1 lost/.test(lens)));
    writeFileSync(code(), before);
  });

  it('takes a finding from the keyboard, and is copied for a pull request', async () => {
    const { editors, quickInput, page } = workbench();
    await editors.open('src/pricing.js');
    await editors.goTo(10, 3);
    await workbench().run('TPM: Add Finding...');
    await quickInput.waitFor('Add Finding');
    assert.equal((await quickInput.rows())[0]?.label, 'issue (blocking)');
    await quickInput.answer('nitpick');
    await until('the question for the words', async () =>
      (await quickInput.title()).startsWith('Add Finding: nitpick'),
    );
    assert.match(await quickInput.message(), /src\/pricing\.js:10 {2}const subtotal = /);
    await quickInput.answer('sumOf, as elsewhere');
    await waitForRecord(/- \[ \] \*\*nitpick:\*\* sumOf, as elsewhere \u2014 \[src\/pricing\.js:10\]/);
    await until('both in In Progress', async () => (await row()) === '1 blocking of 2 open findings');
    await editors.open(name);
    await workbench().run('TPM: Export Findings...');
    await quickInput.waitFor('Export Findings');
    await quickInput.accept();
    const copied = await until('the copy', async () => {
      const now = await page.evaluate<string>('navigator.clipboard.readText()');
      return now.startsWith('## Findings: Review of pricing') ? now : undefined;
    });
    assert.equal(
      copied,
      [
        '## Findings: Review of pricing',
        '',
        '2 open, 1 blocking, 0 settled.',
        '',
        '- [ ] **issue (blocking):** rounds too early \u2014 `src/pricing.js:8`',
        '  - The sum of **rounded** cents is off.',
        '  - Only for odd cents.',
        '- [ ] **nitpick:** sumOf, as elsewhere \u2014 `src/pricing.js:10`',
        '',
      ].join('\n'),
    );
  });

  it('leaves the gutter alone once the review is over', async () => {
    const { comments, editors } = workbench();
    await editors.open('src/pricing.js');
    await comments.offers.first().waitFor();
    new RecordFiles(session().folder).write(name, text().replace('status: open', 'status: resolved'));
    await comments.offers.first().waitFor({ state: 'hidden' });
  });
});
