import type { GuideWords } from './words.ts';
import { markup, type Markup } from './markup.ts';
import { renderMarkdown, type MarkdownOptions, type Pressables } from './markdown.ts';
import type { GuideModel } from './model.ts';
import { renderLibrary, renderRecord } from './renderOverview.ts';
import { renderItem } from './renderItem.ts';
import { renderSection } from './renderSection.ts';

/** The Guide as HTML for the inside of its page, and what can be pressed in the Markdown of it. */
export interface RenderedGuide {
  readonly html: string;
  readonly pressables: Pressables;
}

export function renderGuide(model: GuideModel, words: GuideWords): RenderedGuide {
  const pressables: Pressables = { commands: new Set(), links: new Set(), codes: new Set(), lines: new Set() };
  return { html: render(model, words, pressables).text, pressables };
}

function render(model: GuideModel, words: GuideWords, pressables: Pressables): Markup {
  const options = (mayAct: boolean): MarkdownOptions => ({ words, mayAct, pressables });
  switch (model.kind) {
    case 'empty':
      return markup`<div class="empty">
        <h1>${words.emptyTitle}</h1>
        <p>${words.emptyText}</p>
      </div>`;
    case 'library':
      return renderLibrary(model, words, pressables);
    case 'record':
      return renderRecord(model, words);
    case 'item':
      return renderItem(model, words, (text) => renderMarkdown(text, options(model.mayAct)));
    case 'section':
      return renderSection(model, words, (text) => renderMarkdown(text, options(model.mayAct)));
  }
}
