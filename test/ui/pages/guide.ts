import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/** The Guide in the sidebar: a web page inside the workbench. */
export class Guide {
  readonly #workbench: Workbench;
  readonly page: FrameLocator;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.page = workbench.webview();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  /** Waits until the Guide is about what has this title. */
  async waitFor(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  /** The line under the title: must, state, place. */
  async facts(): Promise<string> {
    return (await this.page.locator('.facts').first().locator('li').allInnerTexts()).join(' · ');
  }

  async waitForFacts(facts: string): Promise<void> {
    await until(`the facts "${facts}"`, async () => (await this.facts()) === facts);
  }

  /** The headings of the parts of an item. */
  async parts(): Promise<string[]> {
    return this.page.locator('section > h2').allInnerTexts();
  }

  /** What a screen reader was told last. */
  async waitForAnnouncement(words: string): Promise<void> {
    await until(
      `the announcement "${words}"`,
      async () => (await this.page.locator('#announcement').textContent()) === words,
    );
  }

  /** The name of the element that has the keyboard; empty when it is outside of the Guide. */
  async focused(): Promise<string> {
    const focused = this.page.locator('main :focus');
    if ((await focused.count()) === 0) return '';
    return (await focused.getAttribute('aria-label')) ?? (await focused.innerText());
  }

  /** Presses Tab until the named element has the keyboard. */
  async tabTo(name: string): Promise<void> {
    for (let count = 0; count < 40; count++) {
      if ((await this.focused()) === name) return;
      await this.#workbench.press('Tab');
    }
    throw new Error(`Tab does not reach "${name}"; it is on "${await this.focused()}".`);
  }

  /** The outline of the element that has the keyboard: `none` when nobody can see where it is. */
  async focusOutline(): Promise<string> {
    const frame = await this.#frame();
    return String(await frame.evaluate('getComputedStyle(document.activeElement).outlineStyle'));
  }

  /** How far the page is scrolled down, in pixels. */
  async scrolled(): Promise<number> {
    return Number(await (await this.#frame()).evaluate('window.scrollY'));
  }

  async scrollTo(pixels: number): Promise<void> {
    await (await this.#frame()).evaluate(`window.scrollTo(0, ${pixels})`);
  }

  /** How many pixels the page is wider than its view: 0 when nobody has to scroll sideways. */
  async overflow(): Promise<number> {
    const frame = await this.#frame();
    return Number(await frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
  }

  /** The violations that axe-core finds, each with the elements it is about. */
  async violations(): Promise<string[]> {
    const frame = await this.#frame();
    await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = (await frame.evaluate('axe.run(document)')) as {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
      passes: unknown[];
    };
    if (found.passes.length === 0) throw new Error('axe-core looked at nothing');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  /** The class that VS Code gives the page for its kind of theme. */
  async themeKind(): Promise<string> {
    return (await this.page.locator('body').getAttribute('data-vscode-theme-kind')) ?? '';
  }

  async #frame(): Promise<Frame> {
    const frame = await (await this.page.owner().elementHandle())?.contentFrame();
    if (!frame) throw new Error('The Guide has no frame.');
    return frame;
  }
}
