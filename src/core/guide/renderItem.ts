import { isInRecord } from '../targets.ts';
import { markup, type Markup } from './markup.ts';
import type { GuideItem, ItemGuide } from './model.ts';
import { button } from './pressable.ts';
import { renderMoves, renderSwitch, renderTrail } from './renderParts.ts';
import type { GuideWords } from './words.ts';

export type RenderText = (markdown: string) => Markup;

/** One item with all that its checklist says about it. */
export function renderItem(model: ItemGuide, words: GuideWords, text: RenderText): Markup {
  const { item, trail, position, count } = model;
  return markup`<article>
      ${renderTrail(trail, words)}
      <h1>${item.title}</h1>
      ${renderFacts(item, words, words.position(position, count))} ${renderTeaching(item, words, text)}
      ${renderMarks(item, words)} ${renderSwitch(model, words)}
    </article>
    ${renderMoves(model, words, { middle: middleButton(item, words), previous: words.previousItem, next: words.nextItem })}`;
}

function middleButton(item: GuideItem, words: GuideWords): Markup {
  if (!item.state) return button('start', words.start, { look: 'primary', label: words.startChecklist });
  if (item.recheck !== undefined) return button('recheck', words.rechecked, { key: item.key, look: 'primary' });
  const isDone = item.state.kind === 'done';
  return button('done', isDone ? markup`<span class="tick" aria-hidden="true"></span>${words.done}` : words.done, {
    key: item.key,
    look: isDone ? 'secondary' : 'primary',
    isPressed: isDone,
  });
}

/** Must or not, state, place: what a line under the title can say. */
export function renderFacts(item: GuideItem, words: GuideWords, place?: string): Markup {
  const { isMust, state, teaching } = item;
  const facts = [
    ...(isMust ? [markup`<li class="must">${words.must}</li>`] : []),
    ...(state ? [markup`<li class="state ${classOf(state.kind)}">${words.state(state)}</li>`] : []),
    ...(item.recheck === undefined ? [] : [markup`<li class="problem">${words.recheck(item.recheck)}</li>`]),
    ...(place === undefined ? [] : [markup`<li>${place}</li>`]),
    ...(teaching?.onlyFor.length ? [markup`<li>${words.onlyFor(teaching.onlyFor)}</li>`] : []),
  ];
  return facts.length
    ? markup`<ul class="facts">
        ${facts}
      </ul>`
    : markup``;
}

function classOf(kind: 'open' | 'done' | 'n/a' | 'problem'): string {
  return kind === 'n/a' ? 'not-applicable' : kind;
}

export function renderTeaching(item: GuideItem, words: GuideWords, text: RenderText): Markup {
  const { teaching, key, notes, pastProblem } = item;
  const part = (name: string, title: string, content: Markup): Markup =>
    markup`<section class="${name}">
      <h2>${title}</h2>
      ${content}
    </section>`;
  const { why, how = [], ask, evidence } = teaching ?? {};
  return markup`${[
    ...(pastProblem === undefined ? [] : [part('notes', words.pastProblem, markup`<p>${pastProblem}</p>`)]),
    ...(notes.length ? [part('notes', words.notes, list(notes.map((note) => markup`${note}`)))] : []),
    ...(teaching ? [] : [markup`<p class="hint">${words.notInLibrary}</p>`]),
    ...(why === undefined ? [] : [part('why', words.why, text(why))]),
    ...(how.length ? [part('how', words.how, how.length === 1 ? text(how[0]!) : list(how.map(text)))] : []),
    ...(ask === undefined
      ? []
      : [
          part(
            'ask',
            words.ask,
            markup`<blockquote>${text(ask)}</blockquote>
              ${button('ask', words.copyQuestion, { key, look: 'link' })}`,
          ),
        ]),
    ...(evidence === undefined ? [] : [part('evidence', words.evidence, text(evidence))]),
  ]}`;
}

function list(entries: readonly Markup[]): Markup {
  return markup`<ul>
    ${entries.map((entry) => markup`<li>${entry}</li>`)}
  </ul>`;
}

/** What can become of an item besides done. */
export function renderMarks(item: GuideItem, words: GuideWords): Markup {
  if (!item.state || !isInRecord(item.target))
    return markup`<div class="marks">${button('insert', words.insert)}</div>`;
  const { key, state, recheck } = item;
  const isBack = state.kind === 'n/a' || state.kind === 'problem' || recheck !== undefined;
  return markup`<div class="marks" role="group" aria-label="${words.markGroup}">
    ${[
      ...(recheck === undefined ? [] : [button('recheck', words.rechecked, { key })]),
      ...(isBack ? [button('reopen', words.reopen, { key })] : []),
      button('notApplicable', words.notApplicable, { key }),
      button('problem', words.problem, { key }),
      button('note', words.note, { key }),
    ]}
  </div>`;
}
