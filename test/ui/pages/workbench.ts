import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Comments } from './comments.ts';
import { Editors } from './editors.ts';
import { Notifications } from './notifications.ts';
import { QuickInput } from './quickInput.ts';
import { SideBar } from './sideBar.ts';
import { Terminal } from './terminal.ts';
import { Tree } from './tree.ts';

/** The window of VS Code, by its parts. */
export class Workbench {
  readonly page: Page;
  readonly sideBar: SideBar;
  readonly quickInput: QuickInput;
  readonly editors: Editors;
  readonly comments: Comments;
  readonly notifications: Notifications;
  readonly terminal: Terminal;

  constructor(page: Page) {
    this.page = page;
    this.sideBar = new SideBar(page);
    this.quickInput = new QuickInput(page);
    this.editors = new Editors(page, this.quickInput);
    this.comments = new Comments(page);
    this.notifications = new Notifications(page);
    this.terminal = new Terminal(page, this.quickInput);
  }

  /** Goes to the address and waits until the window stands and the commands, views and menus of extensions are registered. */
  static async open(page: Page, url: string): Promise<Workbench> {
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    const marks = `['code/didStartWorkbench', 'code/didLoadExtensions'].every((name) => performance.getEntriesByName(name).length > 0)`;
    await page.waitForFunction(marks, undefined, { timeout: 60_000, polling: 50 });
    return new Workbench(page);
  }

  /** Runs a command through the palette, by its whole title: `TPM: Triage Issue`. */
  async run(command: string): Promise<void> {
    await this.quickInput.runCommand(command);
  }

  /** A tree view of the container that is open in the sidebar. */
  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** An entry of the status bar that contains this text. */
  status(text: string): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** The inside of the webview that was opened last, such as the Markdown preview. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').last().frameLocator('#active-frame');
  }

  /** Stays in Restricted Mode: the oldest supported version asks in a dialog at the start, the newest only shows a banner. */
  async dismissTrustQuestion(): Promise<void> {
    await this.status('Restricted Mode').or(this.notifications.dialog).first().waitFor();
    if (await this.notifications.dialog.isVisible()) {
      await this.notifications.pressInDialog("No, I don't trust");
    }
  }

  /** Grants trust to the folder, through the editor that explains it. */
  async trustWorkspace(): Promise<void> {
    await this.run('Workspaces: Manage Workspace Trust');
    await this.page.locator('.workspace-trust-editor .monaco-button').filter({ hasText: 'Trust' }).first().click();
    await this.status('Restricted Mode').waitFor({ state: 'hidden' });
    await this.run('View: Close All Editors');
    await this.page.locator('.workspace-trust-editor').waitFor({ state: 'hidden' });
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }
}
