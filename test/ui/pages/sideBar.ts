import type { Locator, Page } from 'playwright-core';
import { startsWith, until } from './until.ts';

/** The activity bar and what it opens beside it. */
export class SideBar {
  readonly #page: Page;
  readonly element: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('.part.sidebar');
  }

  /** The entry of a container in the activity bar. A badge is part of its label, so the label is matched by its start. */
  entry(container: string): Locator {
    return this.#page
      .locator('.activitybar .action-item')
      .filter({ has: this.#page.locator(`a.action-label[aria-label^="${container}"]`) })
      .first();
  }

  /** Opens a container such as `TPM` or `Explorer` and waits for its title. */
  async open(container: string): Promise<void> {
    const entry = this.entry(container);
    await entry.waitFor();
    const title = this.element.locator('.composite.title h2').filter({ hasText: startsWith(container) });
    await until(`the container ${container} is open`, async () => {
      if (!(await title.isVisible())) {
        await entry.click();
        await title.waitFor({ timeout: 2000 });
      }
      return true;
    });
  }

  /** The number on the entry of a container; undefined when it has none. */
  async badge(container: string): Promise<number | undefined> {
    const badge = this.entry(container).locator('.badge-content:visible');
    const [text] = await badge.allTextContents(); // at once: it may go between two looks
    return text === undefined ? undefined : Number(text);
  }

  /** Drags the edge of the sidebar to this width; VS Code stops at its smallest, and hides what is dragged below half of that. */
  async resize(width: number): Promise<void> {
    const box = await this.element.boundingBox();
    if (box === null) {
      throw new Error('the sidebar is hidden');
    }
    const y = box.y + box.height / 2;
    await this.#page.mouse.move(box.x + box.width, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(box.x + width, y, { steps: 8 });
    await this.#page.mouse.up();
  }

  /** The names of the views in the container that is open, from the top. */
  async views(): Promise<string[]> {
    const labels = await this.element
      .locator('.pane-header')
      .evaluateAll((headers) => headers.map((header) => header.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.replace(/ Section$/, ''));
  }
}
