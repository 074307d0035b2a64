import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RecordFiles } from '../test/ui/pages/recordFiles.ts';
import { Session } from '../test/ui/pages/session.ts';
import { until } from '../test/ui/pages/until.ts';
import { projectFolder } from './host/folders.ts';
import { runScript, say } from './host/say.ts';
import { withPalette } from './palettePng.ts';
import { closeUiEnvironment, uiEnvironment } from './host/uiEnvironment.ts';

// npm run screenshots: takes the pictures of the README from the real editor into media/images.
const folder = path.join(projectFolder, 'media', 'images');
const size = { width: 1200, height: 860 };

const quiet = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.renderWhitespace': 'none',
  'editor.wordWrap': 'on',
  'markdown.preview.frontMatter': 'hide',
  'tpmMentor.records': 'shared',
  'window.title': '${activeEditorShort}',
  'workbench.layoutControl.enabled': false,
};

const themes = { light: 'Light 2026', dark: 'Dark 2026' } as const;

/** Room for the titles of items. */
const sideBarWidth = 450;

/** The item that the picture of the sidebar ends on. */
const lastItem = 'Agree on the value that ends the work';

const pullRequest = `# Offer gift wrap with a message

Customers ask for it before every holiday. An order can carry a wrap and up to
200 characters that are printed on the receipt.

- Adds \`giftWrap\` to an order; old orders read as "no wrap".
- The receipt escapes what the customer typed.

`;

await runScript(async () => {
  mkdirSync(folder, { recursive: true });
  await uiEnvironment({ browserFlags: ['--force-color-profile=srgb', '--font-render-hinting=none'] });
  try {
    for (const [name, theme] of Object.entries(themes)) {
      const session = await Session.open({
        settings: { ...quiet, 'workbench.colorTheme': theme },
        prepare: (shop) => writeFileSync(path.join(shop, 'pull-request.md'), pullRequest),
        context: { viewport: size, deviceScaleFactor: 2, reducedMotion: 'reduce' },
      });
      try {
        await takePictures(session, name);
      } finally {
        await session.close();
      }
    }
  } finally {
    await closeUiEnvironment();
  }
  return 0;
});

async function takePictures(session: Session, theme: string): Promise<void> {
  await picturesOfAChecklist(session, theme);
  await pictureOfAReview(session, theme);
  await picturesOfATriage(session, theme);
}

async function picturesOfAChecklist(session: Session, theme: string): Promise<void> {
  const { workbench } = session;
  const tree = workbench.tree('In Progress');
  const records = new RecordFiles(session.folder);
  await workbench.sideBar.open('TPM');
  await workbench.sideBar.resize(sideBarWidth);
  await workbench.tree('Checklists').action('Performance bottleneck', 'Start Checklist');
  const name = await records.waitForName(/-performance-bottleneck\.md$/);
  await workbench.editors.waitForTab(name);
  await until('the first item is selected', async () => (await tree.selected()) !== undefined);
  await workbench.tree('Checklists').close();
  await tree.check('Write the complaint as number, place and time');
  await tree.check('Decide whether it was ever fast');
  // A menu goes away when its view is drawn anew, as it is after ticks.
  await until('the ticks are counted', async () => (await tree.rows())[0]?.description === '2/15');
  await tree.menu('Reduce the harm first if users hurt now', 'Mark Not Applicable...');
  await workbench.quickInput.waitFor('Reduce the harm first if users hurt now');
  await workbench.quickInput.answer('the report runs at night');
  await until('progress', async () => (await tree.rows())[0]?.description === '3/15');
  await tree.click(lastItem);
  await savePicture(session, `sidebar-${theme}`);
  await workbench.editors.closeAll();
}

async function pictureOfAReview(session: Session, theme: string): Promise<void> {
  const { editors, quickInput } = session.workbench;
  await editors.open('pull-request.md');
  await editors.goTo(9);
  await session.workbench.run('TPM: Insert Review Checklist...');
  await quickInput.waitFor('Insert Review Checklist');
  await quickInput.choose('Prepare a change for review');
  await session.workbench.status('Inserted "Prepare a change for review"').waitFor();
  await editors.goTo(1);
  await savePicture(session, `review-${theme}`);
  await editors.discardAll();
}

async function picturesOfATriage(session: Session, theme: string): Promise<void> {
  const { workbench } = session;
  const { quickInput, terminal, editors, page } = workbench;
  await workbench.status('main').waitFor(); // git adds to the environment of terminals
  await terminal.open();
  await terminal.run('npm test -- test/pricing.test.js'); // not the test that fails only sometimes
  await terminal.waitForText(/at priceOrder[\s\S]*\n\S*[$#%>] *$/, 60_000);
  await workbench.run('TPM: Triage Issue...');
  await quickInput.waitFor('Triage Issue (1/3)');
  await quickInput.accept();
  await quickInput.waitFor('Triage Issue (2/3)');
  await savePicture(session, `triage-picker-${theme}`);
  await quickInput.accept();
  await quickInput.waitFor('Triage Issue (3/3)');
  await quickInput.accept();
  await editors.waitForTab(/\.md$/);
  await workbench.press('ControlOrMeta+J');
  await page.locator('.part.panel').waitFor({ state: 'hidden' });
  // The record's row comes into sight, and with it the sidebar: hidden after that it stays hidden.
  const tree = workbench.tree('In Progress');
  await until('the record in sight', async () => ![undefined, lastItem].includes(await tree.selected()));
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await workbench.run('Markdown: Open Preview');
  await workbench.webview().locator('h1').waitFor();
  await savePicture(session, `triage-record-${theme}`);
}

/** The mouse waits at the left edge, so that nothing is hovered. */
async function savePicture(session: Session, name: string): Promise<void> {
  const { page } = session.workbench;
  await page.mouse.move(1, size.height / 2);
  await page.locator('.monaco-hover:visible, .notification-toast:visible').first().waitFor({ state: 'hidden' });
  const file = path.join(folder, `${name}.png`);
  const picture = withPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  writeFileSync(file, picture);
  say(`${path.relative(projectFolder, file)}, ${Math.round(picture.length / 1024)} KB`);
}
