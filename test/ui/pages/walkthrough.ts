import type { Locator } from 'playwright-core';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/** A walkthrough in the Welcome editor. */
export class Walkthrough {
  readonly #workbench: Workbench;
  readonly element: Locator;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.element = workbench.page.locator('.gettingStartedContainer .gettingStartedSlideDetails');
  }

  async open(title: string): Promise<void> {
    const { quickInput } = this.#workbench;
    await this.#workbench.run('Welcome: Open Walkthrough...');
    await quickInput.type(title);
    await quickInput.choose(title);
    await this.element.getByText(title, { exact: true }).waitFor();
  }

  /** The titles of the steps, from the first. */
  async steps(): Promise<string[]> {
    return this.element.locator('.getting-started-step .step-title').allTextContents();
  }

  /** Unfolds a step: its text, its buttons and its picture. */
  async show(step: string): Promise<void> {
    await until(`the step ${step} is unfolded`, async () => {
      if (!(await this.#step(step).locator('.monaco-button').first().isVisible())) {
        await this.#step(step).locator('.step-title').click();
      }
      return this.#step(step).locator('.monaco-button').first().isVisible();
    });
  }

  async press(step: string, button: string): Promise<void> {
    await this.#step(step).locator('.monaco-button').filter({ hasText: button }).click();
  }

  async isDone(step: string): Promise<boolean> {
    return (await this.#step(step).locator('.codicon.complete').count()) > 0;
  }

  #step(title: string): Locator {
    return this.element.locator('.getting-started-step').filter({ hasText: title });
  }
}
