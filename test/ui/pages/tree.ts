import type { Locator, Page } from 'playwright-core';
import { startsWith, until } from './until.ts';

/** One row of a tree view. `expanded` and `checked` are undefined where the row cannot be expanded or has no checkbox. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the top level. */
  readonly level: number;
  readonly expanded: boolean | undefined;
  readonly checked: boolean | undefined;
  /** What a screen reader says. */
  readonly accessibleName: string;
}

/** A view with a tree in the sidebar. Only rows in sight exist in the page: the window of the tests is tall. */
export class Tree {
  readonly #page: Page;
  readonly name: string;
  /** The pane: header, welcome text and rows. */
  readonly element: Locator;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.name = name;
    this.element = page.locator(`.pane:has(> .pane-header[aria-label^="${name}"])`);
  }

  /** Opens the view if its header is closed. */
  async open(): Promise<void> {
    const header = this.element.locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
      await until(`the view ${this.name} is open`, async () => (await header.getAttribute('aria-expanded')) === 'true');
    }
  }

  /** Closes the view down to its header. */
  async close(): Promise<void> {
    const header = this.element.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'true') {
      await header.click();
      await until(
        `the view ${this.name} is closed`,
        async () => (await header.getAttribute('aria-expanded')) === 'false',
      );
    }
  }

  /** The rows from the top. */
  async rows(): Promise<TreeRow[]> {
    const rows = await this.element.locator('.monaco-list-row[role=treeitem]').evaluateAll((elements) =>
      elements.map((row) => {
        const text = (selector: string): string => row.querySelector(selector)?.textContent ?? '';
        return {
          top: row.getBoundingClientRect().top,
          label: text('.label-name'),
          description: text('.label-description'),
          level: Number(row.getAttribute('aria-level')),
          expanded: row.getAttribute('aria-expanded'),
          checked: row.querySelector('[role=checkbox]')?.getAttribute('aria-checked'),
          accessibleName: row.getAttribute('aria-label') ?? '',
        };
      }),
    );
    return rows
      .toSorted((one, other) => one.top - other.top)
      .map(({ label, description, level, expanded, checked, accessibleName }) => ({
        label,
        description,
        level,
        expanded: flagOf(expanded),
        checked: flagOf(checked),
        accessibleName,
      }));
  }

  /** The labels of the rows from the top. */
  async labels(): Promise<string[]> {
    return (await this.rows()).map((row) => row.label);
  }

  /** The first row with exactly this label. Throws when there is none. */
  async find(label: string): Promise<TreeRow> {
    const rows = await this.rows();
    const found = rows.find((row) => row.label === label);
    if (found === undefined) {
      throw new Error(`no row "${label}" among: ${rows.map((row) => row.label).join('; ')}`);
    }
    return found;
  }

  /** The label of the selected row; undefined when none is selected. */
  async selected(): Promise<string | undefined> {
    return this.#labelOf('selected');
  }

  /** The label of the row that the arrow keys have reached; undefined when there is none. */
  async focused(): Promise<string | undefined> {
    return this.#labelOf('focused');
  }

  /** The middle of a row's checkbox in the window, for clicks that wait for nothing. */
  async boxOf(label: string): Promise<{ x: number; y: number }> {
    const box = await this.row(label).locator('[role=checkbox]').boundingBox();
    if (box === null) {
      throw new Error(`"${label}" has no checkbox in sight`);
    }
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** The element of the first row with exactly this label. */
  row(label: string): Locator {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.element.locator('.monaco-list-row[role=treeitem]').filter({ has: name }).first();
  }

  /** Clicks a row: selects it and runs its command. */
  async click(label: string): Promise<void> {
    await this.row(label).locator('.label-name').click();
  }

  async expand(label: string): Promise<void> {
    await this.#setExpanded(label, true);
  }

  async collapse(label: string): Promise<void> {
    await this.#setExpanded(label, false);
  }

  /**
   * Ticks or unticks a row by its checkbox. The box flips at once, then the extension's refresh renders the row again and a click in
   * that moment is lost: this clicks again when the box stays as it was for a second, and returns after 250 ms of calm.
   */
  async check(label: string, on = true): Promise<void> {
    const box = this.row(label).locator('[role=checkbox]');
    await box.waitFor();
    let looks = 0;
    let calm = 0;
    await until(`"${label}" ${on ? 'ticked' : 'unticked'}`, async () => {
      const isOn = (await box.getAttribute('aria-checked')) === String(on);
      if (!isOn && looks++ % 20 === 0) {
        await box.click();
      }
      calm = isOn ? calm + 1 : 0;
      return calm >= 5;
    });
  }

  /** Presses an inline action of a row, by its title. */
  async action(label: string, action: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label).locator(`a.action-label[aria-label^="${action}"]`).click();
  }

  /** Chooses an entry of a row's context menu. */
  async menu(label: string, entry: string): Promise<void> {
    await this.#choose(entry, () => this.row(label).locator('.label-name').click({ button: 'right' }));
  }

  /** The entries of a row's context menu, in order; the menu is closed again. */
  async menuEntries(label: string): Promise<string[]> {
    await this.row(label).locator('.label-name').click({ button: 'right' });
    const entries = this.#page.locator('.monaco-menu .action-menu-item .action-label');
    await entries.first().waitFor();
    const texts = await entries.allTextContents();
    await this.#page.keyboard.press('Escape');
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  /** Presses an action of the view's title bar, by its title. */
  async titleAction(action: string): Promise<void> {
    await this.element.locator('.pane-header').hover();
    const inHeader = `.pane-header[aria-label^="${this.name}"] a.action-label[aria-label^="${action}"]`;
    // The title actions of the only view of a container move up into the title of the sidebar.
    const inTitle = `.part.sidebar > .title a.action-label[aria-label^="${action}"]`;
    await this.#page.locator(`${inHeader}, ${inTitle}`).first().click();
  }

  /** The text that an empty view shows; empty when it shows rows. */
  async welcome(): Promise<string> {
    const text = this.element.locator('.welcome-view-content:visible');
    return (await text.count()) === 0 ? '' : ((await text.first().innerText()) ?? '').trim();
  }

  /** Chooses an entry of the menu behind the three dots of the view's title bar. */
  async titleMenu(entry: string): Promise<void> {
    await this.#choose(entry, () => this.titleAction('More Actions...'));
  }

  /** The line above the rows; empty when there is none. */
  async message(): Promise<string> {
    const message = this.element.locator('.tree-explorer-viewlet-tree-view > .message:visible');
    return (await message.count()) === 0 ? '' : (await message.first().innerText()).trim();
  }

  /** Presses a button of the text that an empty view shows. */
  async pressWelcome(button: string): Promise<void> {
    await this.element.locator('.welcome-view-content .monaco-button').filter({ hasText: button }).first().click();
  }

  /** Opens a menu and chooses an entry; opens it again when it went away before, as it does when its view is drawn anew. */
  async #choose(entry: string, open: () => Promise<void>): Promise<void> {
    const item = this.#page
      .locator('.monaco-menu .action-menu-item')
      .filter({ hasText: startsWith(entry) })
      .first();
    // A menu that has just opened ignores the mouse for a moment, so that the click that opened it chooses nothing.
    await until(`the menu closes after "${entry}"`, async () => {
      if (!(await item.isVisible())) {
        await open();
        await item.waitFor({ timeout: 2000 });
      }
      await item.click({ timeout: 2000 });
      await item.waitFor({ state: 'hidden', timeout: 500 });
      return true;
    });
  }

  async #labelOf(state: 'selected' | 'focused'): Promise<string | undefined> {
    const name = this.element.locator(`.monaco-list-row[role=treeitem].${state} .label-name`);
    return (await name.count()) === 0 ? undefined : ((await name.first().textContent()) ?? undefined);
  }

  async #setExpanded(label: string, on: boolean): Promise<void> {
    const row = this.row(label);
    const isSet = async (): Promise<boolean> => (await row.getAttribute('aria-expanded')) === String(on);
    await row.waitFor();
    if (!(await isSet())) {
      await row.locator('.monaco-tl-twistie').click();
      await until(`"${label}" ${on ? 'expanded' : 'collapsed'}`, isSet);
    }
  }
}

/** An ARIA attribute as a flag: undefined where the element has none. */
function flagOf(attribute: string | null | undefined): boolean | undefined {
  return attribute === 'true' ? true : attribute === 'false' ? false : undefined;
}
