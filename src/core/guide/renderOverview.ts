import { isWebAddress } from '../checklist/links.ts';
import { isInProgress } from '../record/model.ts';
import { markup, type Markup } from './markup.ts';
import type { Pressables } from './markdown.ts';
import type { GuideBlock, GuideSection, LibraryGuide, RecordGuide } from './model.ts';
import { button } from './pressable.ts';
import type { GuideWords } from './words.ts';

/** A checklist before it is used: when to reach for it, how to use it, what is in it, where it comes from. */
export function renderLibrary(model: LibraryGuide, words: GuideWords, pressables: Pressables): Markup {
  const { checklist, layer, sections } = model;
  return markup`<article>
    <h1>${checklist.title}</h1>
    ${paragraph(checklist.trigger, 'lead')}
    <div class="marks">
      ${[button('start', words.startChecklist, { look: 'primary' }), button('insert', words.insert)]}
    </div>
    <p>${words.kind(checklist.kind)}</p>
    <section>
      <h2>${words.sections}</h2>
      ${renderSections(sections, 0, words)}
    </section>
    ${renderSources(model, words, pressables)}
    <p class="hint">
      ${[words.layer(layer), ...(checklist.revised === undefined ? [] : [words.revised(checklist.revised)])].join(' · ')}
    </p>
  </article>`;
}

function renderSources({ checklist, mayAct }: LibraryGuide, words: GuideWords, pressables: Pressables): Markup {
  if (!checklist.sources.length) return markup``;
  const rows = checklist.sources.map((source) => {
    if (!mayAct || !isWebAddress(source)) return markup`<li>${source}</li>`;
    pressables.links.add(source);
    return markup`<li>
      <a href="${source}" data-action="open" data-key="${source}"
        >${source.replace(/^https:\/\/(?:www\.)?|\/$/g, '')}</a
      >
    </li>`;
  });
  return markup`<section class="sources">
    <h2>${words.sources}</h2>
    <ul>
      ${rows}
    </ul>
  </section>`;
}

/** A record: how far it is, and where to go on. */
export function renderRecord(model: RecordGuide, words: GuideWords): Markup {
  const { info, blocks, firstOpen } = model;
  const [only] = blocks;
  const title = model.title || (blocks.length === 1 && only ? only.title : words.untitledText);
  const isSettled = blocks.some(({ progress }) => progress.total > 0) && !firstOpen;
  const hasProblem = blocks.some(({ progress }) => progress.problems > 0);
  const resolves = info && isInProgress(info) && isSettled && !hasProblem;
  return markup`<article>
    <h1>${title}</h1>
    ${paragraph(info ? words.status(info) : '', 'facts')}
    ${isSettled && !hasProblem ? paragraph(words.everythingSettled, 'lead') : markup``}
    <div class="marks">
      ${[
        ...(firstOpen ? [button('continue', words.continue, { look: 'primary' })] : []),
        ...(resolves ? [button('resolve', words.resolve, { look: 'primary' })] : []),
        button('openRecord', words.openRecord),
      ]}
    </div>
    ${blocks.map((block, index) => renderBlock(block, index, block.title !== title, words))}
  </article>`;
}

function renderBlock(block: GuideBlock, index: number, hasTitle: boolean, words: GuideWords): Markup {
  const { title, progress, checklist, sections } = block;
  return markup`<section class="block">
    ${hasTitle ? markup`<h2 class="name">${title}</h2>` : markup``}
    <div class="progress">
      <progress max="${Math.max(1, progress.total)}" value="${progress.settled}" aria-label="${title}"></progress
      ><span>${words.progress(progress)}</span>
    </div>
    ${
      checklist
        ? markup`${paragraph(checklist.trigger)}
            <p class="hint">${words.kind(checklist.kind)}</p>`
        : markup`<p class="hint">${words.notInLibrary}</p>`
    }
    ${renderSections(sections, index, words)}
  </section>`;
}

function renderSections(sections: readonly GuideSection[], block: number, words: GuideWords): Markup {
  const rows = sections.map(({ title, count, onlyFor, progress, target }, index) => {
    const name = title || words.untitledSection;
    const figure = progress ? `${progress.settled}/${progress.total}` : String(count);
    const said = progress ? words.progress(progress) : words.itemCount(count);
    const only = onlyFor.length ? markup`<span class="only">${words.onlyFor(onlyFor)}</span>` : markup``;
    const inside = markup`<span class="name">${name}${only}</span
      ><span class="figure"><span aria-hidden="true">${figure}</span><span class="said">${said}</span></span>`;
    return markup`<li>
      ${target ? button('section', inside, { look: 'row', key: `${block}:${index}` }) : markup`<span class="row">${inside}</span>`}
    </li>`;
  });
  return markup`<ol class="sections">
    ${rows}
  </ol>`;
}

function paragraph(text: string, look = ''): Markup {
  return text === '' ? markup`` : markup`<p class="${look}">${text}</p>`;
}
