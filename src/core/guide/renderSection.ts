import { markup, type Markup } from './markup.ts';
import type { GuideItem, SectionGuide } from './model.ts';
import { button } from './pressable.ts';
import { renderFacts, renderMarks, renderTeaching, type RenderText } from './renderItem.ts';
import { renderMoves, renderSwitch, renderTrail } from './renderParts.ts';
import type { GuideWords } from './words.ts';

/** All items of a section in sight at once, to be confirmed together. What the checklist says about each unfolds at a press. */
export function renderSection(model: SectionGuide, words: GuideWords, text: RenderText): Markup {
  const { trail, items, current, progress } = model;
  const isInRecord = progress !== undefined;
  const middle = isInRecord
    ? {}
    : { middle: button('start', words.start, { look: 'primary', label: words.startChecklist }) };
  return markup`<article>
      ${renderTrail({ ...trail, section: '' }, words)}
      <h1>${trail.section || words.untitledSection}</h1>
      <ul class="facts">
        <li>${progress ? words.progress(progress) : words.itemCount(items.length)}</li>
      </ul>
      <ul class="items">
        ${items.map((item) => renderRow(item, item.key === current, words, text))}
      </ul>
      ${renderSwitch(model, words)}
    </article>
    ${renderMoves(model, words, { ...middle, previous: words.previousSection, next: words.nextSection })}`;
}

function renderRow(item: GuideItem, isCurrent: boolean, words: GuideWords, text: RenderText): Markup {
  const { key, title, state } = item;
  const id = `item/${key}`;
  const isChecked = state?.kind === 'done' || state?.kind === 'n/a';
  const box = state
    ? markup`<button
        type="button"
        role="checkbox"
        class="box"
        data-action="check"
        data-key="${key}"
        aria-checked="${String(isChecked)}"
        aria-labelledby="${id}/title"
      >
        <span class="tick" aria-hidden="true"></span>
      </button>`
    : markup``;
  const current = isCurrent ? markup` aria-current="true"` : markup``;
  return markup`<li class="row"${current}>
    ${box}
    <details id="${id}">
      <summary><span id="${id}/title">${title}</span>${renderMarkLine(item, words)}</summary>
      ${renderTeaching(item, words, text)} ${state ? renderMarks(item, words) : markup``}
    </details>
  </li>`;
}

/** Open is what a row without a word says. */
function renderMarkLine(item: GuideItem, words: GuideWords): Markup {
  const { state, ...rest } = item;
  return renderFacts(state === undefined || state.kind === 'open' ? { ...rest } : item, words);
}
