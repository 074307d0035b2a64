import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { parseRecordInfo } from '../../src/core/record/parse.ts';
import { sectionText } from '../../src/core/record/sections.ts';
import { RecordFiles } from './pages/recordFiles.ts';
import { useSession } from './pages/session.ts';
import type { Tree } from './pages/tree.ts';
import { until } from './pages/until.ts';
import type { Workbench } from './pages/workbench.ts';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@b.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

describe('a review while commits arrive', () => {
  const session = useSession({
    settings: { 'tpmMentor.records': 'shared' },
    context: { viewport: { width: 1400, height: 1800 } },
    prepare: (folder) => void git(folder, 'checkout', '--quiet', 'feature/gift-wrap'),
  });
  const workbench = (): Workbench => session().workbench;
  const tree = (): Tree => workbench().tree('In Progress');
  const title = 'Review of feature/gift-wrap';
  let name = '';
  const record = (): string => new RecordFiles(session().folder).read(name);
  const isAgain = ({ description }: { description: string }): boolean => description.startsWith('re-check: ');

  it('starts from the empty view with the change that lies at hand', async () => {
    const { sideBar, quickInput, editors } = workbench();
    await sideBar.open('TPM');
    await until('the welcome text', async () => (await tree().welcome()).includes('Start Review'));
    await tree().pressWelcome('Start Review');
    await quickInput.waitFor('Start Review');
    await until('the changes', async () => (await quickInput.rows()).length > 1);
    assert.equal(await quickInput.focusedLabel(), 'feature/gift-wrap compared with main');
    await quickInput.accept();
    name = await new RecordFiles(session().folder).waitForName(/-review-of-.*gift-wrap\.md$/);
    await editors.waitForTab(name);
    await tree().row(title).waitFor();
    assert.match(sectionText(record(), 'Risks'), /^- \[[^\]]+\]\(<\/[^>]+#L\d+>\) /m);
    await workbench().page.getByText('Up to date with feature/gift-wrap').waitFor();
  });

  it('shows what to re-check when a commit changes what was ticked, and leaves the box ticked', async () => {
    const items = (await tree().rows()).filter(({ checked }) => checked === false);
    for (const { label } of items) await tree().check(label);
    appendFileSync(path.join(session().folder, 'README.md'), '\nMore words.\n');
    git(session().folder, 'commit', '--quiet', '--all', '-m', 'Say more');
    const again = await until('rows to re-check', async () => {
      const rows = (await tree().rows()).filter(isAgain);
      return rows.length > 0 && rows;
    });
    assert.ok(again.length < items.length, 'those about other files stay');
    for (const { checked, accessibleName } of again) {
      assert.equal(checked, true);
      assert.match(accessibleName, /done, re-check: README\.md \(since [0-9a-f]{10}\)$/);
    }
    await until('the record counts them', async () =>
      (await tree().find(title)).description.includes(`${again.length} to re-check`),
    );
    await workbench()
      .page.getByText(/1 new commit, 1 file differs/)
      .waitFor();
  });

  it('forgets it when the item is marked as rechecked, and writes the rest into the record on request', async () => {
    const [first, ...rest] = (await tree().rows()).filter(isAgain);
    await tree().action(first!.label, 'Mark Rechecked');
    await until('one less', async () => (await tree().rows()).filter(isAgain).length === rest.length);
    await workbench().page.getByText('Update Review', { exact: true }).first().click();
    await until('the record looks at the new commit', () => {
      const { commit } = parseRecordInfo(record()).record;
      return commit === git(session().folder, 'rev-parse', 'HEAD');
    });
    assert.equal(record().match(/^ {2}- Re-check: /gm)?.length, rest.length);
    assert.doesNotMatch(record(), /Checked at:/);
    assert.match(sectionText(record(), 'Log'), new RegExp(`To re-check: ${rest.length}\\.`));
  });
});
