import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';
import { until } from './until.ts';

/** The active terminal. Its rows in sight are read from the page, which needs `terminal.integrated.gpuAcceleration: off`. */
export class Terminal {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  /** What the shell showed before the last command was typed. */
  #prompt = '';
  readonly element: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.element = page.locator('.terminal-wrapper.active');
  }

  /** Opens a new terminal and waits until its shell shows something. */
  async open(): Promise<void> {
    await this.#quickInput.runCommand('Terminal: Create New Terminal');
    await this.element.locator('.xterm-rows').waitFor();
    await until('the shell is ready', async () => (await this.text()) !== '', 20_000);
  }

  /** Types a command and presses Enter. It does not wait for the command to end: use `waitForText`. */
  async run(command: string): Promise<void> {
    this.#prompt = lastLine(await this.text());
    // A shell that is still starting, or a terminal that has no focus yet, swallows keys: type again until the command stands there.
    await until(`the terminal takes "${command}"`, async () => {
      await this.element.locator('.xterm').click();
      await this.#page.keyboard.type(command);
      const isThere = await until('', async () => endsWith(await this.text(), command), 2000).catch(() => false);
      if (!isThere) {
        await this.#page.keyboard.press('Control+U');
      }
      return isThere;
    });
    await this.#page.keyboard.press('Enter');
  }

  /** Waits until the shell shows its prompt again, behind the output of the command that was run. */
  async waitForPrompt(milliseconds = 60_000): Promise<void> {
    const text = await until(
      'the prompt',
      async () => {
        const shown = await this.text();
        return lastLine(shown) === this.#prompt && shown;
      },
      milliseconds,
    );
    // A shell that was started anew shows its prompt too, and nothing above it.
    assert.notEqual(text, this.#prompt, 'the command was lost');
  }

  async text(): Promise<string> {
    // The line that stays in sight while its output scrolls has rows of its own.
    const rows = await this.element.locator('.xterm-rows:not(.terminal-sticky-scroll *) > div').allTextContents();
    return rows
      .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .trimEnd();
  }

  async waitForText(wanted: string | RegExp, milliseconds = 20_000): Promise<string> {
    return until(
      `the terminal shows ${wanted}`,
      async () => {
        const text = await this.text();
        if (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) {
          throw new Error(`it shows\n${text}`);
        }
        return text;
      },
      milliseconds,
    ).then(String);
  }
}

/** A narrow terminal breaks a long command into rows, and blanks at the end of a row are not in the page. */
function endsWith(text: string, command: string): boolean {
  return text.replaceAll(/\s/g, '').endsWith(command.replaceAll(/\s/g, ''));
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}
