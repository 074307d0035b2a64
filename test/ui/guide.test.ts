import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Guide } from './pages/guide.ts';
import { type Session, useSession } from './pages/session.ts';
import { until } from './pages/until.ts';

const first = 'Write the complaint as number, place and time';
const second = 'Reduce the harm first if users hurt now';
const third = 'Decide whether it was ever fast';
const settings = { 'tpmMentor.records': 'shared', 'terminal.integrated.gpuAcceleration': 'off' };

/** The text of the one record of the workspace. */
function recordText(session: Session): string {
  const folder = path.join(session.folder, '.tpm', 'records');
  const [name] = globSync('*.md', { cwd: folder });
  return name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8');
}

async function waitForRecord(session: Session, wanted: string): Promise<void> {
  await until(`the record contains ${wanted}`, () => recordText(session).includes(wanted));
}

/** Opens the sidebar and gives the Guide the room of the views below it. */
async function openGuide({ workbench }: Session): Promise<Guide> {
  await workbench.sideBar.open('TPM');
  const guide = new Guide(workbench);
  await guide.page.locator('h1').waitFor();
  return guide;
}

describe('the Guide', () => {
  const session = useSession({ settings });
  let guide: Guide;

  it('says what it is for while nothing is selected', async () => {
    guide = await openGuide(session());
    await guide.waitFor('Nothing is selected');
    await guide.page.getByText('The Guide says why it matters').waitFor();
  });

  it('stands between the work and the library', async () => {
    assert.deepEqual(await session().workbench.sideBar.views(), [
      'In Progress',
      'Guide',
      'Checklists',
      'Review Snippets',
    ]);
  });

  it('shows the checklist that is selected, and an item of it', async () => {
    const checklists = session().workbench.tree('Checklists');
    await checklists.click('Performance bottleneck');
    await guide.waitFor('Performance bottleneck');
    await guide.page.getByText('Something is correct but too slow').waitFor();
    await guide.page.getByText('Read-do: read an item').waitFor();
    await guide.button('Insert').waitFor();
    await guide.press(/^State the problem\s+4 items/);
    await guide.waitFor(first);
    assert.equal(await guide.facts(), 'Must · 1 of 4');
  });

  it('starts the checklist and goes to its first item', async () => {
    await guide.press('Start Checklist');
    await guide.waitForFacts('Must · Open · 1 of 4');
    assert.deepEqual(await guide.parts(), ['Why', 'How', 'Ask yourself', 'Evidence']);
  });

  it('marks the item done in the record, says so, and takes it back', async () => {
    await guide.press('Done');
    await waitForRecord(session(), `- [x] **${first}**`);
    await guide.waitForFacts('Must · Done · 1 of 4');
    await guide.waitForAnnouncement('Done');
    assert.equal(await guide.button('Done').getAttribute('aria-pressed'), 'true');
    await guide.press('Done');
    await waitForRecord(session(), `- [ ] **${first}**`);
    await guide.waitForAnnouncement('Open');
  });

  it('goes to the next and the previous item, and In Progress follows', async () => {
    const selected = session().workbench.tree('In Progress').element.locator('.monaco-list-row.selected .label-name');
    await guide.press('Next item');
    await guide.waitFor(second);
    await until('the row is selected', async () => (await selected.textContent()) === second);
    await guide.press('Previous item');
    await guide.waitFor(first);
    assert.equal(await guide.button('Previous item').getAttribute('aria-disabled'), 'true');
  });

  it('follows the selection in In Progress', async () => {
    await session().workbench.tree('In Progress').click(third);
    await guide.waitFor(third);
  });

  it('follows the cursor in the record', async () => {
    const lines = recordText(session()).split('\n');
    await session().workbench.editors.goTo(lines.findIndex((line) => line.includes(second)) + 1, 10);
    await guide.waitFor(second);
    await session().workbench.press('ArrowUp');
    await guide.waitFor(first);
  });

  it('stays on its item when an edit elsewhere moves the cursor', async () => {
    await guide.press('Next item');
    await guide.waitFor(second);
    await guide.press('Done');
    await waitForRecord(session(), `- [x] ${second}`);
    await guide.waitForAnnouncement('Done');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await guide.waitFor(second);
  });

  it('asks why an item does not apply and shows the reason', async () => {
    await guide.press('Not Applicable...');
    await session().workbench.quickInput.answer('nobody is hurt yet');
    await waitForRecord(session(), `- [x] ~~${second}~~ (n/a: nobody is hurt yet)`);
    await guide.waitForFacts('Not applicable: nobody is hurt yet · 2 of 4');
    await guide.press('Open Again');
    await guide.waitForFacts('Open · 2 of 4');
  });

  it('notes a problem and a note', async () => {
    const { quickInput } = session().workbench;
    await guide.press('Problem...');
    await quickInput.answer('no access');
    await guide.waitForFacts('Problem: no access · 2 of 4');
    await guide.press('Note...');
    await quickInput.answer('asked Ana');
    await guide.page.getByText('asked Ana').waitFor();
    await guide.waitForAnnouncement('Note added');
    await waitForRecord(session(), '  - Note: asked Ana');
  });

  it('copies the question', async () => {
    await guide.press('Copy Question');
    await until('the clipboard holds the question', async () =>
      String(await session().workbench.page.evaluate('navigator.clipboard.readText()')).startsWith('Which relief'),
    );
  });

  it('types a shell line into the terminal and does not run it', async () => {
    await guide.press('Next item');
    await guide.waitFor(third);
    await guide.press(/^Put in Terminal/);
    await session().workbench.terminal.waitForText('git worktree add --detach ../before v1.4');
    await guide.waitForAnnouncement('Typed into the terminal. Press Enter there to run it.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.doesNotMatch(await session().workbench.terminal.text(), /fatal|Preparing/);
    assert.equal(existsSync(path.join(session().folder, '..', 'before')), false);
  });

  it('runs a harmless command that a step names', async () => {
    const checklists = session().workbench.tree('Checklists');
    await checklists.collapse('Performance bottleneck'); // only rows in sight can be clicked
    await checklists.click('Broken code');
    await guide.waitFor('Broken code');
    await guide.press(/^Reproduce/);
    await guide.press('Problems');
    await session().workbench.page.locator('.part.panel .markers-panel').waitFor();
  });

  it('goes back to the overview of the record, with its progress', async () => {
    await session().workbench.tree('In Progress').click(third);
    await guide.waitFor(third);
    await guide.press('Performance bottleneck');
    await guide.button('Continue').waitFor();
    await guide.button(/^State the problem\s+0 of 4 settled/).waitFor();
    await guide.press('Continue');
    await guide.waitFor(first);
  });

  it('follows a second click on what is selected already', async () => {
    const { workbench } = session();
    await workbench.tree('Checklists').click('Broken code');
    await guide.waitFor('Broken code');
    await workbench.tree('In Progress').click(third);
    await guide.waitFor(third);
    await workbench.tree('Checklists').click('Broken code');
    await guide.waitFor('Broken code');
    await workbench.tree('In Progress').click(third);
    await guide.waitFor(third);
  });

  it('shows why and how over an item in the record', async () => {
    const { page } = session().workbench;
    await page.locator('.editor-instance .view-line', { hasText: 'ever fast' }).locator('span span').last().hover();
    const hover = page.locator('.monaco-hover:visible .hover-contents');
    await hover.getByText('A regression is found by comparing').waitFor();
    await hover.getByText('What changed since it was fast').waitFor();
  });
});

describe('the Guide by keyboard alone', () => {
  const session = useSession({ settings });

  it('works through items without leaving the keyboard', async () => {
    const { workbench } = session();
    const guide = await openGuide(session());
    await workbench.run('TPM: Start Checklist...');
    await workbench.quickInput.waitFor('Start Checklist');
    await workbench.quickInput.type('Performance bottleneck');
    await until('one row', async () =>
      (await workbench.quickInput.rows()).some((row) => row.label === 'Performance bottleneck'),
    );
    await workbench.quickInput.accept();
    await guide.waitFor(first);
    await workbench.run('TPM: Focus on Guide View');
    await guide.tabTo('Performance bottleneck');
    await guide.tabTo('Copy Question');
    await guide.tabTo('Done');
    await workbench.press('Enter');
    await waitForRecord(session(), `- [x] **${first}**`);
    await guide.waitForAnnouncement('Done');
    assert.equal(await guide.focused(), 'Done', 'the focus stays on the button that was pressed');
    await guide.tabTo('Next item');
    await workbench.press('Space');
    await guide.waitFor(second);
    await guide.waitForAnnouncement(`${second}, Open, 2 of 4`);
    assert.equal(await guide.focused(), 'Next item');
    await workbench.press('Shift+Tab');
    assert.equal(await guide.focused(), 'Done');
    assert.equal(await guide.focusOutline(), 'solid', 'the focus can be seen');
  });
});

describe('the Guide of a list to confirm', () => {
  const session = useSession({ settings });
  const tests = 'Run the tests three times in a row';
  let guide: Guide;

  it('shows the whole section and ticks each item by its box', async () => {
    guide = await openGuide(session());
    await session().workbench.run('TPM: Start Checklist...');
    await session().workbench.quickInput.waitFor('Start Checklist');
    await session().workbench.quickInput.type('Release the shop');
    await session().workbench.quickInput.choose('Release the shop');
    await guide.waitFor('Before the tag');
    const box = guide.page.getByRole('checkbox', { name: tests });
    assert.equal(await box.getAttribute('aria-checked'), 'false');
    await box.click();
    await waitForRecord(session(), `- [x] **${tests}**`);
    await guide.waitForAnnouncement(`${tests}: Done`);
    assert.equal(await box.getAttribute('aria-checked'), 'true');
  });

  it('keeps what is unfolded and where the page is scrolled to when a box is ticked', async () => {
    const other = guide.page.locator('details').nth(1);
    await other.locator('summary').click();
    await guide.scrollTo(40);
    await guide.page.getByRole('checkbox').nth(1).dispatchEvent('click'); // a mouse would scroll to it first
    await until('two of four are settled', async () => (await guide.facts()) === '2 of 4 settled');
    assert.equal(await other.getAttribute('open'), '');
    assert.equal(await guide.scrolled(), 40);
  });

  it('switches to one item at a time, and remembers it for lists of that kind', async () => {
    await guide.press('Show one item at a time');
    await guide.waitFor(tests);
    await session().workbench.sideBar.open('Explorer');
    await session().workbench.sideBar.open('TPM');
    await guide.waitFor(tests);
    await guide.press('Show the whole section');
    await guide.waitFor('Before the tag');
  });
});

describe('the Guide for everyone', () => {
  const session = useSession({ settings });
  let guide: Guide;

  const themes = [
    ['Light 2026', 'vscode-light'],
    ['Dark 2026', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast'],
  ] as const;

  for (const [theme, kind] of themes) {
    it(`has no violation that axe-core can find in ${theme}`, async function () {
      this.timeout(90_000);
      guide = await openGuide(session());
      mkdirSync(path.join(session().folder, '.vscode'), { recursive: true });
      writeFileSync(
        path.join(session().folder, '.vscode', 'settings.json'),
        JSON.stringify({ 'workbench.colorTheme': theme }),
      );
      await until(`the theme ${theme}`, async () => (await guide.themeKind()) === kind, 20_000);
      const clean = async (what: string): Promise<void> =>
        assert.deepEqual(await guide.violations(), [], `${what} in ${theme}`);
      await session().workbench.tree('Checklists').click('Performance bottleneck');
      await guide.waitFor('Performance bottleneck');
      await clean('a checklist');
      if (recordText(session()) === '') {
        await guide.press('Start Checklist');
        await guide.waitFor(first);
        await guide.press('Done');
        await guide.waitForFacts('Must · Done · 1 of 4');
      } else {
        await session().workbench.tree('In Progress').click(first);
      }
      await guide.waitFor(first);
      await clean('an item');
      await guide.press('Next item');
      await guide.press('Next item');
      await guide.waitFor(third);
      await clean('an item with code');
      await guide.press('Show the whole section');
      await guide.waitFor('State the problem');
      await clean('a section');
      await guide.press('Show one item at a time');
      await guide.press('Performance bottleneck');
      await guide.button('Continue').waitFor();
      await clean('a record');
    });
  }

  it('needs no scrolling sideways in a sidebar of 240 pixels, nor in the narrowest one', async () => {
    const { sideBar } = session().workbench;
    await session().workbench.tree('In Progress').click(third);
    await guide.waitFor(third);
    for (const width of [240, 100]) {
      await sideBar.resize(width);
      await until('the sidebar is narrow', async () => ((await sideBar.element.boundingBox())?.width ?? 999) <= 241);
      await until('nothing is cut off', async () => (await guide.overflow()) === 0);
    }
    await guide.press('Show the whole section');
    await guide.waitFor('State the problem');
    assert.equal(await guide.overflow(), 0);
  });
});
