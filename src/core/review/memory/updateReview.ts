import { setRecheck } from '../../block/edit.ts';
import { findBlocks } from '../../block/find.ts';
import { isTicked, itemsOfBlock, type BlockItem } from '../../block/model.ts';
import { inlineCode, escapeInline } from '../../markdown/write.ts';
import { parseRecordInfo } from '../../record/parse.ts';
import { appendToSection } from '../../record/sections.ts';
import { applyEdits, replace, type TextEdit } from '../../text/edits.ts';
import { lineEdits } from '../../text/lineEdits.ts';
import { readFrontMatter, setFrontMatterValue } from '../../text/frontMatter.ts';
import { lineEndingOf } from '../../text/lines.ts';
import type { Change } from '../change.ts';
import { findChangePart, renderChangePart } from '../changePart.ts';
import { outdatedItems, placeSelection } from '../placeSelection.ts';
import { reviewKeys } from '../renderReview.ts';
import type { Selection } from '../selection.ts';
import { historySentence } from './historyWords.ts';
import { commitOf, recheckOf, remembers, shortHash, type RememberingInfo, type Stand } from './stand.ts';

export interface ReviewUpdate {
  /** The change as it is now. */
  readonly change: Change;
  readonly selection: Selection;
  /** Absent when the record remembered no commit to compare with. */
  readonly stand?: Stand;
  /** What becomes of answers about a commit that git does not have any more. */
  readonly gone?: 'check-again' | 'keep';
  /** ISO 8601. */
  readonly at: string;
}

export interface ReviewUpdated {
  readonly edits: readonly TextEdit[];
  /** Items that say "Re-check" now. */
  readonly rechecks: number;
  /** Titles of the items that came. */
  readonly added: readonly string[];
}

/**
 * Edits that bring a review record up to a change: `Re-check:` below the answers whose files changed, the items that the change needs
 * now, the change in numbers, the commit that it has looked at up to, and a line in the log. No answer, reason or note goes.
 */
export function updateReview(text: string, update: ReviewUpdate): ReviewUpdated {
  const { change, selection, at } = update;
  const { record: info } = parseRecordInfo(text);
  const before = new Set(itemsIn(text).map(keyOf));
  let now = text;
  const step = (edits: readonly TextEdit[]): void => void (now = applyEdits(now, edits));
  step(placeSelection(now, placeForBlocks(now), selection, { kind: 'markdown' }).edits);
  const outdated = outdatedItems(now, selection, { kind: 'markdown' }).map(({ title }) => title);
  const added = itemsIn(now).flatMap((item) => (before.has(keyOf(item)) ? [] : [item.title]));
  if (remembers(info) && update.stand) {
    for (const item of itemsIn(now).filter(isTicked)) {
      const words = wordsFor(item, info, update.stand, update.gone);
      if (words !== item.recheck || item.checkedAt !== undefined) step(setRecheck(now, item, words));
    }
  }
  const part = findChangePart(now);
  const lineEnding = lineEndingOf(now);
  if (part) step([replace(part.start, part.end, renderChangePart(change, selection).replaceAll('\n', lineEnding))]);
  const keys = reviewKeys(change);
  for (const [key, value] of [
    ['branch', keys.branch],
    ['base', keys.base],
    ['base-commit', keys.baseCommit],
    ['commit', keys.commit],
  ] as const) {
    const is = readFrontMatter(now)?.values.get(key)?.text;
    if (value !== undefined && is !== value) step(setFrontMatterValue(now, key, value));
  }
  const rechecks = itemsIn(now).filter((item) => isTicked(item) && item.recheck !== undefined).length;
  if (now !== text)
    step(appendToSection(now, 'Log', [`- ${at} ${logWords(info, update, { rechecks, added, outdated })}`]));
  return { edits: lineEdits(text, now), rechecks, added };
}

/** `undefined`: the answer holds, and what was written below it goes. */
function wordsFor(
  item: BlockItem,
  info: RememberingInfo,
  stand: Stand,
  gone: ReviewUpdate['gone'],
): string | undefined {
  const commit = commitOf(item, info);
  const isGone = stand.since.get(commit) === 'gone';
  return isGone && gone === 'check-again'
    ? `everything (since ${shortHash(commit)}, which is gone)`
    : recheckOf(item, info, stand);
}

function logWords(
  info: Partial<RememberingInfo>,
  { change, stand, gone }: ReviewUpdate,
  { rechecks, added, outdated }: Pick<ReviewUpdated, 'rechecks' | 'added'> & { readonly outdated: readonly string[] },
): string {
  const since = info.commit === undefined ? undefined : stand?.since.get(info.commit);
  const what =
    since === 'gone'
      ? ` ${inlineCode(shortHash(info.commit!))} is gone, so nothing tells what changed since${gone === 'keep' ? '; the answers were kept' : ''}.`
      : since
        ? ` ${historySentence(since.comparison, info.base ?? '')}`
        : '';
  const head = change.head === undefined ? 'Updated.' : `Updated to ${inlineCode(shortHash(change.head))}.`;
  const again = rechecks ? ` To re-check: ${rechecks}.` : '';
  const came = added.length ? ` New: ${added.map(escapeInline).join('; ')}.` : '';
  const left = outdated.length ? ` No longer called for: ${outdated.map(escapeInline).join('; ')}.` : '';
  return head + what + again + came + left;
}

/** Behind the last block; without one, behind what the change is; else at the end of the text. */
function placeForBlocks(text: string): number {
  const last = findBlocks(text).at(-1);
  if (last) return last.range.end;
  return findChangePart(text)?.end ?? text.length;
}

function itemsIn(text: string): BlockItem[] {
  return findBlocks(text).flatMap(itemsOfBlock);
}

function keyOf({ checklist, occurrence, id }: BlockItem): string {
  return `${checklist}:${occurrence}:${id}`;
}
