import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** The comment threads in the active text editor, and the "+" beside its lines. */
export class Comments {
  readonly #page: Page;
  readonly #editor: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#editor = page.locator('.editor-group-container.active .editor-instance').first();
  }

  /** The marks of the lines that can be commented. */
  get offers(): Locator {
    return this.#editor.locator('.comment-range-glyph.comment-diff-added');
  }

  /** The open thread that shows this text. */
  thread(text: string): Locator {
    return this.#editor.locator('.review-widget').filter({ hasText: text }).first();
  }

  /** The text of the line that a thread is shown below. */
  async lineAbove(thread: Locator): Promise<string> {
    const top = (await thread.boundingBox())?.y ?? 0;
    const lines = await this.#editor
      .locator('.view-lines .view-line')
      .evaluateAll((all) =>
        all.map((line) => ({ bottom: line.getBoundingClientRect().bottom, text: line.textContent ?? '' })),
      );
    const above = lines.filter(({ bottom }) => bottom <= top + 2).toSorted((one, other) => other.bottom - one.bottom);
    return (above[0]?.text ?? '').replaceAll('\u00a0', ' ').trim();
  }

  /** Presses the "+" of the line with this text, and waits for the box. */
  async start(line: string): Promise<void> {
    const box = this.#editor.locator('.review-widget').filter({ hasText: 'Add Finding' });
    await until(`a comment box below "${line}"`, async () => {
      const text = await this.#editor.locator('.view-line').filter({ hasText: line }).first().boundingBox();
      const mark = await this.offers.first().boundingBox();
      if (text === null || mark === null) return false;
      await this.#page.mouse.move(mark.x + mark.width / 2, text.y + text.height / 2);
      await this.#page.mouse.down();
      await this.#page.mouse.up();
      await box.first().waitFor({ timeout: 2000 });
      return true;
    });
  }

  /** Types into the box that has the keyboard and presses the button below it. */
  async write(text: string, thread: Locator, button: string): Promise<void> {
    await thread.locator('.monaco-editor').last().click();
    await this.#page.keyboard.type(text);
    await thread.locator('.monaco-button').filter({ hasText: button }).first().click();
  }

  /** Presses a button in the title of a thread or of a comment, by its name. */
  async press(thread: Locator, button: string): Promise<void> {
    await thread.hover();
    await thread.locator(`a.action-label[aria-label^="${button}"]`).first().click();
  }

  /** Opens the thread of a line by its mark in the gutter. */
  async open(index = 0): Promise<void> {
    await this.#editor.locator('.comment-thread').nth(index).click();
  }
}
