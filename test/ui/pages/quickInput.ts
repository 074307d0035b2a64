import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** One row of a quick pick. `checked` is undefined where rows have no checkbox. */
export interface QuickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly checked: boolean | undefined;
}

/** The box at the top of the window: quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly element: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('.quick-input-widget:visible');
    this.#input = this.element.locator('.quick-input-box input');
  }

  /** Waits until it is shown, with this title if one is given. */
  async waitFor(title?: string): Promise<void> {
    await this.#input.waitFor();
    if (title !== undefined) {
      await until(`a quick input titled "${title}"`, async () => (await this.title()).startsWith(title));
    }
  }

  async waitUntilClosed(): Promise<void> {
    await this.element.waitFor({ state: 'hidden' });
  }

  async isOpen(): Promise<boolean> {
    return this.element.isVisible();
  }

  /** Its title, steps included ("Triage Issue (2/3)"); empty when it has none. */
  async title(): Promise<string> {
    return (await this.element.locator('.quick-input-title').textContent()) ?? '';
  }

  /** The line under an input box: its prompt or what is wrong with the input. */
  async message(): Promise<string> {
    return (await this.element.locator('.quick-input-message').textContent()) ?? '';
  }

  /** The text in the box. */
  async value(): Promise<string> {
    return this.#input.inputValue();
  }

  async placeholder(): Promise<string> {
    return (await this.#input.getAttribute('placeholder')) ?? '';
  }

  /** The rows that are rendered, from the top. A long list renders only what is in view. */
  async rows(): Promise<QuickRow[]> {
    const rows = await this.element.locator('.quick-input-list .monaco-list-row').evaluateAll((elements) =>
      elements.map((row) => {
        // Rows are used again for other entries: a part that this entry lacks is still there, but hidden.
        const text = (selector: string): string => {
          const part = row.querySelector(selector);
          return part === null || part.offsetParent === null ? '' : (part.textContent ?? '').trim();
        };
        const box = row.querySelector('[role=checkbox], input[type=checkbox]');
        return {
          index: Number(row.getAttribute('data-index')),
          label: text('.quick-input-list-row .label-name'),
          description: text('.quick-input-list-row .label-description'),
          detail: text('.quick-input-list-label-meta .monaco-icon-label'),
          checked: box === null ? undefined : box.getAttribute('aria-checked') === 'true' || box.checked === true,
        };
      }),
    );
    return rows
      .toSorted((one, other) => one.index - other.index)
      .map(({ label, description, detail, checked }) => ({ label, description, detail, checked }));
  }

  /** The label of the row that Enter takes. */
  async focusedLabel(): Promise<string> {
    const label = this.element.locator('.quick-input-list .monaco-list-row.focused .label-name').first();
    return ((await label.textContent()) ?? '').trim();
  }

  /** Waits for the row with this label and clicks it: chooses it, or toggles it in a list with checkboxes. */
  async choose(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /** Sets the checkbox of a row in a list with checkboxes. */
  async check(label: string, on = true): Promise<void> {
    const isOn = async (): Promise<boolean> => (await this.rows()).find((row) => row.label === label)?.checked === on;
    await this.#row(label).waitFor();
    if (!(await isOn())) {
      await this.#row(label).click();
      await until(`"${label}" ${on ? 'checked' : 'unchecked'}`, isOn);
    }
  }

  /** Presses a button of a row or of the title bar, by its tooltip. */
  async press(button: string, row?: string): Promise<void> {
    const scope =
      row === undefined ? this.element.locator('.quick-input-titlebar, .quick-input-header') : this.#row(row);
    if (row !== undefined) {
      await scope.hover();
    }
    await scope.locator(`a.action-label[aria-label^="${button}"]`).first().click();
  }

  /** Writes into the box, replacing what is there. Waits for the box so many milliseconds. */
  async type(text: string, milliseconds = 15_000): Promise<void> {
    await this.#input.fill(text, { timeout: milliseconds });
  }

  /** Presses Enter: takes the focused row, the checked rows or the text. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  /** Types the text and presses Enter. */
  async answer(text: string): Promise<void> {
    await this.#input.waitFor();
    await this.type(text);
    await this.accept();
  }

  async goBack(): Promise<void> {
    await this.press('Back');
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.waitUntilClosed();
  }

  /** Shows the palette with this text and runs the command of exactly this title, such as `TPM: Triage Issue`. */
  async runCommand(title: string): Promise<void> {
    // The palette does not refresh when an extension's commands arrive late: open it again until the row is there.
    await until(
      `the command "${title}"`,
      async () => {
        await this.#page.keyboard.press('F1');
        await this.type(`>${title}`);
        await this.#row(title).waitFor({ timeout: 2000 });
        return this.#moveTo(title);
      },
      30_000,
    );
    await this.accept();
  }

  /** Enter runs the row that has the focus, and a click may hit a list that is being laid out anew. */
  async #moveTo(label: string): Promise<boolean> {
    const index = (await this.rows()).findIndex((row) => row.label === label);
    for (let step = 0; step < index; step++) {
      await this.#page.keyboard.press('ArrowDown');
    }
    return (await this.focusedLabel()) === label;
  }

  #row(label: string): Locator {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.element.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }
}
