import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';
import { until } from './until.ts';

/** One tab of the editor area. */
export interface Tab {
  readonly name: string;
  readonly isActive: boolean;
  readonly isDirty: boolean;
}

/** The editor area; the text methods mean the active text editor. */
export class Editors {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly element: Locator;
  readonly #active: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.element = page.locator('.part.editor');
    this.#active = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Opens a file of the workspace by its name. */
  async open(name: string): Promise<void> {
    await until(`the file ${name} among the files to open`, async () => {
      await this.#page.keyboard.press('ControlOrMeta+P');
      await this.#quickInput.type(name);
      await this.#quickInput.choose(name.split('/').at(-1) ?? name);
      return true;
    });
    await this.waitForTab(name.split('/').at(-1) ?? name);
    await this.#active.locator('.view-line').first().waitFor();
  }

  async tabs(): Promise<Tab[]> {
    return this.element.locator('.tabs-container .tab').evaluateAll((tabs) =>
      tabs.map((tab) => ({
        // The newest version renders the extension of a file as an element of its own.
        name: ['.monaco-icon-name-container', '.monaco-icon-suffix-container']
          .map((part) => tab.querySelector(part)?.textContent ?? '')
          .join(''),
        isActive: tab.classList.contains('active'),
        isDirty: tab.classList.contains('dirty'),
      })),
    );
  }

  /** Waits for the active tab to have a name that is `name` or matches it, and returns it. */
  async waitForTab(name: string | RegExp, milliseconds?: number): Promise<Tab> {
    const isWanted = (tab: Tab): boolean => (typeof name === 'string' ? tab.name === name : name.test(tab.name));
    return until(
      `the tab ${name}`,
      async () => (await this.tabs()).find((tab) => tab.isActive && isWanted(tab)) ?? false,
      milliseconds,
    );
  }

  /** The lines in sight, without the invisible characters that the editor renders. */
  async visibleText(): Promise<string> {
    const lines = await this.#active
      .locator('.view-lines .view-line')
      .evaluateAll((elements) =>
        elements.map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent ?? '' })),
      );
    return lines
      .toSorted((one, other) => one.top - other.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ').replaceAll(/[\u200b\u200c\u200d]/g, ''))
      .join('\n');
  }

  /** Waits until the lines in sight contain the text or match the pattern, and returns them. */
  async waitForText(wanted: string | RegExp): Promise<string> {
    return until(`the editor shows ${wanted}`, async () => {
      const text = await this.visibleText();
      return (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) && text;
    }).then(String);
  }

  /** The whole text of the active editor, through the clipboard. Selects everything and leaves the cursor at the end. */
  async wholeText(): Promise<string> {
    // A click misses its place while the editor scrolls.
    if (!(await this.#active.evaluate((editor) => editor.contains(editor.ownerDocument.activeElement))))
      await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.press('ControlOrMeta+C');
    await this.#page.keyboard.press('ArrowRight');
    return String(await this.#page.evaluate('navigator.clipboard.readText()'));
  }

  async focus(): Promise<void> {
    await this.#active.locator('.view-lines').click({ position: { x: 2, y: 2 } });
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const position = this.#page.locator('.statusbar-item').filter({ hasText: `Ln ${line}, Col ${column}` });
    // An editor that is just being shown takes the focus, and the box closes or stays open without it: ask again.
    await until(`the cursor at ${line}:${column}`, async () => {
      if (await this.#quickInput.isOpen()) {
        await this.#quickInput.cancel();
      }
      if (!(await position.first().isVisible())) {
        await this.#page.keyboard.press('Control+G');
        await this.#quickInput.type(`:${line}:${column}`, 1000);
        await this.#page.keyboard.press('Enter');
        await this.#quickInput.element.waitFor({ state: 'hidden', timeout: 1000 });
        await position.first().waitFor({ timeout: 1000 });
      }
      return true;
    });
  }

  /** Types at the cursor of the focused editor, key by key. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+S');
    await until('the active editor is saved', async () =>
      (await this.tabs()).some((tab) => tab.isActive && !tab.isDirty),
    );
  }

  /** Closes every tab; none of them may have unsaved edits. */
  async closeAll(): Promise<void> {
    const isEmpty = async (): Promise<boolean> => (await this.tabs()).length === 0;
    // The palette closes without running anything when something else takes the focus.
    await until('no tab is open', async () => {
      if (!(await isEmpty())) {
        await this.#quickInput.runCommand('View: Close All Editors');
        await until('no tab is open', isEmpty, 2000);
      }
      return true;
    });
  }

  /** Closes every tab and throws unsaved edits away. */
  async discardAll(): Promise<void> {
    for (let open = await this.tabs(); open.length > 0; open = await this.tabs()) {
      const { length } = open;
      await this.#quickInput.runCommand('View: Revert and Close Editor');
      await until('one tab less', async () => (await this.tabs()).length < length);
    }
  }

  /** The texts of the CodeLens lines in sight. */
  async codeLenses(): Promise<string[]> {
    return this.#active.locator('.codelens-decoration').allTextContents();
  }

  async pressCodeLens(text: string): Promise<void> {
    await this.#active.locator('.codelens-decoration a').filter({ hasText: text }).first().click();
  }
}
