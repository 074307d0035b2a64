import type { GuideItem, GuideModel } from './model.ts';
import type { GuideWords } from './words.ts';

/**
 * What a screen reader says when the Guide goes from one model to the next: the new state of an item, or the name of what
 * is shown now. Empty when neither changed, and for the first model: nobody asked for it.
 */
export function announcementOf(before: GuideModel | undefined, after: GuideModel, words: GuideWords): string {
  if (!before || after.kind === 'empty') return '';
  const known = new Map(itemsIn(before).map((item) => [item.key, item]));
  if (placeOf(before) !== placeOf(after)) return nameOf(after, words);
  return itemsIn(after)
    .flatMap((item) => changeIn(known.get(item.key), item, words, after.kind === 'section') ?? [])
    .join('. ');
}

/** The same for everything that is about the same item, section or overview. */
export function placeOf(model: GuideModel): string {
  switch (model.kind) {
    case 'empty':
      return '';
    case 'library':
      return JSON.stringify(['library', model.checklist.id]);
    case 'record':
      return JSON.stringify(['record', model.target.uri]);
    case 'item':
      return JSON.stringify(['item', model.trail.overview, model.item.key]);
    case 'section':
      return JSON.stringify(['section', model.trail.overview, model.items[0]?.key]);
  }
}

function itemsIn(model: GuideModel): readonly GuideItem[] {
  return model.kind === 'item' ? [model.item] : model.kind === 'section' ? model.items : [];
}

function changeIn(
  before: GuideItem | undefined,
  { title, state, notes, recheck }: GuideItem,
  words: GuideWords,
  isNamed: boolean,
): string | undefined {
  if (!before || !state) return undefined;
  const hasNewState = JSON.stringify(before.state) !== JSON.stringify(state);
  const isAgain = recheck !== undefined && before.recheck === undefined;
  const said = isAgain
    ? words.recheck(recheck)
    : hasNewState || recheck !== before.recheck
      ? words.state(state)
      : notes.length > before.notes.length
        ? words.noteAdded
        : undefined;
  return said === undefined ? undefined : isNamed ? `${title}: ${said}` : said;
}

function nameOf(model: Exclude<GuideModel, { kind: 'empty' }>, words: GuideWords): string {
  switch (model.kind) {
    case 'library':
      return model.checklist.title;
    case 'record':
      return model.title || words.untitledText;
    case 'item': {
      const { item, position, count } = model;
      const state = item.state ? [words.state(item.state)] : [];
      return [item.title, ...(item.isMust ? [words.must] : []), ...state, words.position(position, count)].join(', ');
    }
    case 'section': {
      const said = model.progress ? words.progress(model.progress) : words.itemCount(model.items.length);
      return `${model.trail.section || words.untitledSection}, ${said}`;
    }
  }
}
