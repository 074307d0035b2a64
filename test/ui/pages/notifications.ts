import type { Locator, Page } from 'playwright-core';

/** Messages at the lower right, and modal dialogs. */
export class Notifications {
  readonly #page: Page;
  /** The modal dialog, when one is shown. */
  readonly dialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.locator('.monaco-dialog-box');
  }

  /** The message that contains this text. */
  toast(text: string): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  async waitFor(text: string): Promise<void> {
    await this.toast(text).waitFor();
  }

  /** The texts of the messages in sight. */
  async texts(): Promise<string[]> {
    return this.#page.locator('.notification-toast .notification-list-item-message').allTextContents();
  }

  /** Waits for the message and presses one of its buttons. */
  async press(text: string, button: string): Promise<void> {
    await this.toast(text).locator('.monaco-button').filter({ hasText: button }).first().click();
  }

  /** Waits for a modal dialog and presses one of its buttons. Returns the text of the dialog. */
  async pressInDialog(button: string): Promise<string> {
    await this.dialog.waitFor();
    const text = (await this.dialog.locator('.dialog-message-container').innerText()).trim();
    await this.dialog.locator('.monaco-button').filter({ hasText: button }).first().click();
    await this.dialog.waitFor({ state: 'hidden' });
    return text;
  }
}
