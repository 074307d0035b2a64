import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageCompanion } from './companion.ts';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';
import type { Workbench } from './pages/workbench.ts';

const ours = `// What we say often
{
  "House: Ask support": {
    "prefix": "rv-support",
    "scope": "markdown",
    "body": "**question:** Does support know \${1:this} about \`\${file}\`, line \${line}?$0"
  } // keep it short
}
`;

describe('review snippets', () => {
  const session = useSession({
    settings: { 'editor.autoClosingBrackets': 'never' },
    extensions: async () => [await packageCompanion()],
    prepare: (folder) => {
      mkdirSync(path.join(folder, '.vscode'), { recursive: true });
      writeFileSync(path.join(folder, '.vscode', 'review.code-snippets'), ours);
      writeFileSync(path.join(folder, 'pull-request.md'), '# Gift wrap\n\nIt adds gift wrap.\n');
    },
  });
  const workbench = (): Workbench => session().workbench;
  const teamFile = (): string => path.join(session().folder, '.vscode', 'review.code-snippets');

  /** Types a prefix and takes the suggestion of that name, once it is the one that Enter takes. */
  async function complete(prefix: string): Promise<void> {
    await workbench().editors.type(prefix);
    const row = workbench()
      .page.locator('.suggest-widget.visible .monaco-list-row.focused')
      .filter({ hasText: prefix });
    await row.first().waitFor();
    await workbench().press('Enter');
  }

  afterEach(async () => {
    const { editors, quickInput } = workbench();
    if (await quickInput.isOpen()) await quickInput.cancel();
    await editors.discardAll();
  });

  it('are completed behind /rv in a Markdown file, and speak of the code that was open before', async () => {
    const { editors } = workbench();
    await workbench().sideBar.open('TPM'); // the extension runs from here on
    await workbench().tree('Review Snippets').open();
    await editors.open('money.js');
    await editors.goTo(2, 3);
    await editors.open('pull-request.md');
    await editors.goTo(4);
    await complete('/rv-support');
    await editors.waitForText('**question:** Does support know this about `src/money.js`, line 2?');
    await editors.type('that');
    await editors.waitForText('**question:** Does support know that about');
  });

  it('are not in the way of a path', async () => {
    const { editors, page } = workbench();
    await editors.open('pull-request.md');
    await editors.goTo(4);
    await editors.type('/');
    const list = page.locator('.suggest-widget.visible');
    await list.waitFor();
    await editors.type('usr');
    await list.waitFor({ state: 'hidden' });
    await workbench().press('Enter');
    await editors.waitForText(/^\/usr\n$/m);
  });

  it('are completed in a review comment box', async () => {
    const { editors, page } = workbench();
    await editors.open('catalogue.js');
    await workbench().run('Companion: Open Comment');
    await page.locator('.review-widget .view-lines').first().click();
    await page.locator('.review-widget .monaco-editor.focused').first().waitFor();
    await editors.type('Thank you. ');
    await complete('/rv-support');
    const wanted = 'Thank you. **question:** Does support know this about `src/catalogue.js`, line 1?';
    await until(`the box shows ${wanted}`, async () => {
      const text = await page.locator('.review-widget .view-lines').first().innerText();
      return text.replaceAll(/\s+/g, ' ').includes(wanted);
    });
    await workbench().run('Companion: Close Comments');
    await page.locator('.review-widget').waitFor({ state: 'detached' });
  });

  it('are found by words of label and text, with the whole comment in sight', async () => {
    const { quickInput } = workbench();
    await workbench().run('TPM: Insert Review Snippet...');
    await quickInput.waitFor('Insert Review Snippet');
    await quickInput.type('issue sql bound');
    await until('the one that fits', async () => (await quickInput.focusedLabel()) === 'Injection');
    await until('its text', async () => (await quickInput.message()).includes('becomes part of an SQL statement'));
    await quickInput.type('issue zebra');
    await until('a word that nothing fits', async () => (await quickInput.message()).startsWith('No comment has all'));
    assert.deepEqual(await quickInput.rows(), []);
  });

  it('are dragged from the sidebar into an editor, Shift held, placeholders as their words', async () => {
    const { editors, page, sideBar } = workbench();
    await sideBar.open('TPM');
    const tree = workbench().tree('Review Snippets');
    await workbench().tree('Guide').close();
    await workbench().tree('Checklists').close();
    await tree.open();
    await tree.expand('House');
    await editors.open('pull-request.md');
    await until('the comment is in the text', async () => {
      const from = await tree.row('Ask support').boundingBox();
      const line = page.locator('.editor-instance .view-line').filter({ hasText: 'It adds gift wrap.' });
      const to = await line.first().boundingBox();
      if (!from || !to) return false;
      await page.mouse.move(from.x + 60, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + 90, from.y + from.height / 2, { steps: 3 });
      await page.keyboard.down('Shift');
      await page.mouse.move(to.x + 2, to.y + to.height / 2, { steps: 8 });
      await page.mouse.move(to.x + 3, to.y + to.height / 2, { steps: 2 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await editors.waitForText('**question:** Does support know this about');
      return true;
    });
    assert.doesNotMatch(await editors.wholeText(), /\$/);
  });

  it('stand in the sidebar with their origin, those of the user beside the rest, and change with their file', async () => {
    const tree = workbench().tree('Review Snippets');
    await workbench().sideBar.open('TPM');
    await tree.open();
    await tree.expand('House');
    assert.equal((await tree.find('Ask support')).description, 'rv-support · shop');
    const folder = path.join(session().server.dataFolder, 'data', 'User', 'snippets');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'markdown.json'), '{ "House: Mine": { "prefix": "rv-mine", "body": "Mine" } }');
    await until('the snippet of the user', async () => {
      await workbench().run('TPM: Refresh'); // a folder that has just been made may not be watched yet
      return (await tree.rows()).some(
        ({ label, description }) => label === 'Mine' && description === 'rv-mine · yours',
      );
    });
    await until('the file of the team', async () => {
      await tree.menu('Ask support', 'Open Source'); // a row that was just drawn anew has no menu yet
      await workbench().editors.waitForTab('review.code-snippets', 2000);
      return true;
    });
    await workbench().editors.goTo(3, 15);
    await workbench().editors.type('nicely ');
    await until('the new name', async () => (await tree.labels()).includes('Ask nicely support'));
  });

  it('are saved from a selection into the file of the team, everything else as it was', async () => {
    const { editors, quickInput } = workbench();
    await editors.open('pull-request.md');
    await editors.goTo(3);
    await workbench().press('Shift+End');
    await workbench().run('TPM: Save Selection as Review Snippet...');
    await quickInput.waitFor('Save as Review Snippet (1/4)');
    await quickInput.choose('praise');
    await quickInput.waitFor('Save as Review Snippet (2/4)');
    await quickInput.type('Team spirit');
    await until('the new topic is a row', async () => (await quickInput.focusedLabel()) === 'Team spirit');
    await quickInput.accept();
    await quickInput.waitFor('Save as Review Snippet (3/4)');
    assert.equal(await quickInput.value(), 'It adds gift wrap');
    await quickInput.answer('Gift');
    await quickInput.waitFor('Save as Review Snippet (4/4)');
    assert.equal(await quickInput.value(), 'rv-gift');
    await quickInput.accept();
    await editors.waitForTab('review.code-snippets');
    const text = await until('the file', () => {
      const now = existsSync(teamFile()) ? readFileSync(teamFile(), 'utf8') : '';
      return now.includes('rv-gift') && now;
    });
    const [before, after] = text.split(/(?<=keep it short\n)[^]*(?=\}\n$)/);
    assert.equal(`${before}${after}`, ours.replace('} // keep', '}, // keep'));
    assert.match(text, /"Team spirit: Gift": \{[^]*"\*\*praise:\*\* It adds gift wrap\.\$0"/);
  });
});
