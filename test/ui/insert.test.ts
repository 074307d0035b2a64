import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBlocks } from '../../src/core/block/find.ts';
import { packageCompanion } from './companion.ts';
import { RecordFiles } from './pages/recordFiles.ts';
import { useSession } from './pages/session.ts';
import { until } from './pages/until.ts';
import type { Workbench } from './pages/workbench.ts';

const insertChecklist = 'TPM: Insert Review Checklist...';
const insertSnippet = 'TPM: Insert Review Snippet...';

describe('inserting a review checklist or snippet', () => {
  const session = useSession({
    settings: {
      'tpmMentor.records': 'shared',
      'git.enableSmartCommit': true,
      // Closing brackets that VS Code adds would end up in the compared texts.
      'editor.autoClosingBrackets': 'never',
    },
    extensions: async () => [await packageCompanion()],
    prepare: (folder) => writeFileSync(path.join(folder, 'pull-request.md'), '# Gift wrap\n\nIt adds gift wrap.\n'),
  });
  const workbench = (): Workbench => session().workbench;

  /** Picks the entry of a quick pick with this title that has this label. */
  async function pick(title: string, label: string): Promise<void> {
    const { quickInput } = workbench();
    await quickInput.waitFor(title);
    await quickInput.type(label, 5000);
    await until(`"${label}" is the choice`, async () => (await quickInput.focusedLabel()) === label);
    await quickInput.accept();
    await quickInput.waitUntilClosed();
  }

  /** The two lists of every change, in the order in which the quick pick has them. */
  async function listsInOrder(): Promise<string[]> {
    return until('both lists', async () => {
      const labels = (await workbench().quickInput.rows()).map(({ label }) => label);
      const lists = labels.filter((label) => ['Review a change', 'Prepare a change for review'].includes(label));
      return lists.length === 2 && lists;
    });
  }

  afterEach(async () => {
    const { editors, quickInput } = workbench();
    if (await quickInput.isOpen()) {
      await quickInput.cancel();
    }
    await editors.discardAll();
  });

  describe('in a Markdown file', () => {
    it("offers the reviewer's list first, and writes a block on lines of its own", async () => {
      const { editors, quickInput } = workbench();
      await editors.open('pull-request.md');
      await editors.goTo(3, 19);
      await workbench().run(insertChecklist);
      await quickInput.waitFor('Insert Review Checklist');
      assert.deepEqual(await listsInOrder(), ['Review a change', 'Prepare a change for review']);
      await pick('Insert Review Checklist', 'Review a change');
      await workbench().status('Inserted "Review a change"').waitFor();
      const text = await editors.wholeText();
      assert.ok(
        text.startsWith('# Gift wrap\n\nIt adds gift wrap.\n\n<!-- tpm:checklist review-reviewer -->\n'),
        text.slice(0, 200),
      );
      assert.deepEqual(
        findBlocks(text).map(({ checklist, isClosed }) => [checklist, isClosed]),
        [['review-reviewer', true]],
      );
      assert.equal((await editors.tabs())[0]?.isDirty, true);
    });

    it('completes a snippet by its prefix on Ctrl+Space', async () => {
      const { editors } = workbench();
      await editors.open('pull-request.md');
      await editors.goTo(4);
      await editors.type('rv-null');
      await workbench().press('Control+Space');
      const suggestion = workbench().page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'rv-null' });
      await suggestion.first().waitFor();
      await workbench().press('Enter');
      await editors.waitForText('**question (non-blocking):** What happens here');
    });

    it('inserts a snippet at the cursor, its first placeholder selected', async () => {
      const { editors } = workbench();
      await editors.open('pull-request.md');
      await editors.goTo(4);
      await workbench().run(insertSnippet);
      await pick('Insert Review Snippet', 'Null path');
      await editors.waitForText(/^\*\*question \(non-blocking\):\*\* What happens here when `user`/m);
      await editors.type('unsure');
      await editors.waitForText('**question (unsure):** What');
    });
  });

  it('writes comments of the language into a code file', async () => {
    const { editors, quickInput } = workbench();
    await editors.open('money.js');
    await workbench().run(insertChecklist);
    await quickInput.waitFor('Insert Review Checklist');
    assert.deepEqual(await listsInOrder(), ['Prepare a change for review', 'Review a change']);
    await pick('Insert Review Checklist', 'Prepare a change for review');
    await workbench().status('Inserted "Prepare a change for review"').waitFor();
    const text = await editors.wholeText();
    assert.match(text, /^\/\/ <!-- tpm:checklist review-author -->\n\/\/ ### Prepare a change for review\n/m);
    assert.match(text, /^export function/m);
  });

  it('starts a record when no editor is open', async () => {
    const { editors, quickInput } = workbench();
    await workbench().run(insertChecklist);
    await quickInput.waitFor('Insert Review Checklist');
    assert.equal(await quickInput.placeholder(), 'No editor is open, so it starts a new record.');
    await pick('Insert Review Checklist', 'Review a change');
    const name = await new RecordFiles(session().folder).waitForName(/-review-a-change\.md$/);
    await editors.waitForTab(name);
    assert.match(new RecordFiles(session().folder).read(name), /^---\ntpm: review\n/);
  });

  it('opens a draft for a snippet when no editor is open', async () => {
    const { editors } = workbench();
    await workbench().run(insertSnippet);
    await pick('Insert Review Snippet', 'Clear test');
    await editors.waitForText('**praise:** This test made clear to me');
    await workbench().status('Markdown').waitFor();
  });

  it('fills the message box of Source Control from its menu, and keeps the subject line free', async () => {
    const { sideBar, page } = workbench();
    await sideBar.open('Source Control');
    await workbench().tree('Changes').titleMenu('Insert Review Checklist...');
    await pick('Insert Review Checklist', 'Prepare a change for review');
    await page.locator('.scm-editor .view-lines').click();
    const message = await until('the block in the message box', async () => {
      await workbench().press('ControlOrMeta+A');
      await workbench().press('ControlOrMeta+C');
      const text = String(await page.evaluate('navigator.clipboard.readText()'));
      return text.includes('tpm:checklist review-author') && text;
    }).then(String);
    assert.match(message, /^\n\n<!-- tpm:checklist review-author -->\n/);
    assert.doesNotMatch(message, /^#/m);
    await workbench().press('Delete');
  });

  it('writes into the editor of a commit message, no # at the start of a line', async () => {
    const { editors } = workbench();
    await workbench().run('Git: Commit');
    await editors.waitForTab('COMMIT_EDITMSG');
    await editors.goTo(1);
    const before = await editors.wholeText();
    await editors.goTo(1);
    await workbench().run(insertChecklist);
    await pick('Insert Review Checklist', 'Prepare a change for review');
    await workbench().status('Inserted "Prepare a change for review"').waitFor();
    const text = await editors.wholeText();
    assert.match(text, /^\n\n?<!-- tpm:checklist review-author -->\n/);
    const comments = (all: string): number => all.split('\n').filter((line) => line.startsWith('#')).length;
    assert.equal(comments(text), comments(before));
  });

  describe('in a review comment box', () => {
    async function openBox(): Promise<void> {
      await workbench().editors.open('catalogue.js');
      await workbench().run('Companion: Open Comment');
      await workbench().page.locator('.review-widget .view-lines').first().click();
      await workbench().page.locator('.review-widget .monaco-editor.focused').first().waitFor();
    }

    afterEach(async () => {
      await workbench().run('Companion: Close Comments');
      await workbench().page.locator('.review-widget').waitFor({ state: 'detached' });
    });

    async function waitForBoxText(wanted: RegExp): Promise<void> {
      await until(`the comment box shows ${wanted}`, async () => {
        const text = await workbench().page.locator('.review-widget .view-lines').first().innerText();
        return wanted.test(text.replaceAll('\u00a0', ' '));
      });
    }

    it('puts a whole list there', async () => {
      await openBox();
      await workbench().run(insertChecklist);
      await pick('Insert Review Checklist', 'Review a change');
      await waitForBoxText(/<!-- tpm:checklist review-reviewer -->\n?### Review a change/);
    });

    it('puts a snippet there from the palette, and goes on in its placeholder', async () => {
      await openBox();
      await workbench().run(insertSnippet);
      await pick('Insert Review Snippet', 'Null path');
      await waitForBoxText(/\*\*question \(non-blocking\):\*\* What happens here when `user`/);
      await workbench().editors.type('unsure');
      await waitForBoxText(/^\*\*question \(unsure\):\*\* What/);
    });

    it('puts a snippet behind what is already written, from the button in the title of the thread', async () => {
      await openBox();
      await workbench().editors.type('Thank you. ');
      await workbench().page.locator('.review-widget a.action-label[aria-label^="Insert Review Snippet"]').click();
      await pick('Insert Review Snippet', 'Null path');
      await waitForBoxText(/^Thank you\. \*\*question \(non-blocking\):\*\* What happens here when `user`/);
      await workbench().editors.type('unsure');
      await waitForBoxText(/^Thank you\. \*\*question \(unsure\):\*\* What/);
      assert.ok(!(await workbench().editors.tabs()).some(({ isDirty }) => isDirty), 'it went into the file');
    });
  });

  // VS Code remembers the choice for the folder: this comes last.
  describe('in the WYSIWYG Markdown editor', () => {
    it('writes into the file, where the host has such an editor', async function () {
      const { editors, quickInput } = workbench();
      await editors.open('pull-request.md');
      await workbench().run('View: Reopen Editor With...');
      await until('the editors to choose from', async () => (await quickInput.rows()).length > 1);
      const editor = (await quickInput.rows()).find(({ label }) => /markdown editor/i.test(label));
      if (editor === undefined) {
        this.skip();
      }
      await quickInput.choose(editor.label);
      await quickInput.waitUntilClosed();
      await workbench().webview().getByText('It adds gift wrap').first().waitFor();
      // The editor takes the focus once more when it is ready, and the quick pick goes away: ask again.
      await until('the checklist is picked', async () => {
        await workbench().run(insertChecklist);
        await pick('Insert Review Checklist', 'Review a change');
        return true;
      });
      await workbench().webview().getByText('Review a change').first().waitFor();
      await editors.waitForTab('pull-request.md');
    });
  });
});
