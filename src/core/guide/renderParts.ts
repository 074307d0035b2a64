import { markup, type Markup } from './markup.ts';
import type { ItemGuide, SectionGuide, Trail } from './model.ts';
import { button } from './pressable.ts';
import type { GuideWords } from './words.ts';

/** The way back to the overview, and the section that an item stands in. */
export function renderTrail({ checklist, section }: Trail, words: GuideWords): Markup {
  const here = section === '' ? markup`` : markup`<li>${section}</li>`;
  return markup`<nav class="trail" aria-label="${words.place}">
    <ol>
      <li>${button('overview', checklist, { look: 'link' })}</li>
      ${here}
    </ol>
  </nav>`;
}

/** How this kind of checklist is used, and the way to the other layout. */
export function renderSwitch({ kind, checklistKind }: ItemGuide | SectionGuide, words: GuideWords): Markup {
  const toggle = button('layout', words.switchTo(kind === 'item' ? 'section' : 'item'), { look: 'link' });
  return markup`<p class="hint">${words.kind(checklistKind)} ${toggle}</p>`;
}

export interface MoveWords {
  readonly middle?: Markup;
  readonly previous: string;
  readonly next: string;
}

/** The bar at the foot: previous, what to do here, next. */
export function renderMoves(
  { previous, next }: ItemGuide | SectionGuide,
  words: GuideWords,
  { middle, previous: previousLabel, next: nextLabel }: MoveWords,
): Markup {
  return markup`<div class="moves" role="group" aria-label="${words.moveGroup}">
    ${button('previous', words.previous, { label: previousLabel, isDisabled: !previous })} ${middle}
    ${button('next', words.next, { label: nextLabel, isDisabled: !next })}
  </div>`;
}
