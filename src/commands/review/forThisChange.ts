import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import type { Change } from '../../core/review/change.ts';
import type { ChangeOption } from '../../core/review/changeSource.ts';
import { correctionIn, type Correction } from '../../core/review/correction.ts';
import { selectChecklists } from '../../core/review/select.ts';
import type { SelectedItem, Selection } from '../../core/review/selection.ts';
import { UserError } from '../../core/userError.ts';
import { changeName } from '../../words/changeWords.ts';
import { changeKindWords, roleWords } from '../../words/selectionWords.ts';
import type { InsertTarget } from '../insertTarget.ts';

const { l10n } = vscode;

/** Reasons that a row has room for. */
const SHOWN = 3;

/** What fits a change, and what the user said about it. */
export interface ForChange {
  readonly option: ChangeOption;
  readonly change: Change;
  readonly correction: Correction;
  readonly selection: Selection;
}

/**
 * What fits the likeliest change, as the user corrected it when it was last inserted there; `undefined` when there is no change, or it
 * cannot be read: that is in the log.
 */
export async function likeliestChange(
  mentor: Mentor,
  target: InsertTarget | undefined,
): Promise<ForChange | undefined> {
  const { changes, log } = mentor.host;
  try {
    const options = await changes.options();
    const isMessage = target?.medium.kind === 'message';
    // A commit message speaks of what is about to be committed, whatever else the branch holds.
    const kinds = isMessage ? ['index', 'working-tree'] : [];
    const likeliest =
      kinds.flatMap((kind) => options.find(({ origin }) => origin.kind === kind) ?? [])[0] ?? options[0];
    if (!likeliest) return undefined;
    const correction = correctionIn(target?.text ?? '');
    const { base } = correction;
    const isKnown = base !== undefined && (await changes.commit(likeliest, base)) !== undefined;
    const option = isKnown ? { ...likeliest, origin: { kind: 'branch' as const, base } } : likeliest;
    return await selectionFor(mentor, option, target, correction);
  } catch (error) {
    log.error('The change could not be read', error);
    return undefined;
  }
}

/** What fits a change that the user picked. */
export async function pickedChange(
  mentor: Mentor,
  option: ChangeOption,
  { role, kinds }: Correction,
  target: InsertTarget | undefined,
): Promise<ForChange> {
  const correction = {
    ...(role === undefined ? {} : { role }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(option.origin.kind === 'branch' ? { base: option.origin.base } : {}),
  };
  const fitting = await selectionFor(mentor, option, target, correction);
  if (!fitting) throw new UserError(l10n.t('This change cannot be read: its two sides have no commit in common.'));
  return fitting;
}

/** What fits this change; `undefined` when it cannot be read (any more). */
export async function selectionFor(
  mentor: Mentor,
  option: ChangeOption,
  target: InsertTarget | undefined,
  correction: Correction = {},
): Promise<ForChange | undefined> {
  const change = await mentor.host.changes.read(option);
  return change && fit(mentor, option, change, correction, target);
}

/** The items that fit, with what the user says of the change in place of what it looks like. */
export async function fit(
  mentor: Mentor,
  option: ChangeOption,
  change: Change,
  correction: Correction,
  target: InsertTarget | undefined,
): Promise<ForChange> {
  const checklists = (await mentor.checklists.entries()).map(({ checklist }) => checklist);
  const isOwn = target?.medium.kind === 'message' || target?.medium.kind === 'code';
  const role = correction.role ?? (isOwn ? 'author' : undefined);
  const selection = selectChecklists(change, checklists, {
    methodology: mentor.host.settings.methodology,
    ...(role === undefined ? {} : { role }),
    ...(correction.kinds === undefined ? {} : { kinds: correction.kinds }),
  });
  return { option, change, correction, selection };
}

/** How many items there are: "9 items and 12 more". */
export function countOf({ inSight, also }: Selection): string {
  const items = inSight.length === 1 ? l10n.t('1 item') : l10n.t('{0} items', inSight.length);
  return also.length ? l10n.t('{0} and {1} more', items, also.length) : items;
}

/** For whom, as what and what was read: "for its reviewer · a bug fix · feature/x compared with main". */
export function aboutChange({ option, selection }: ForChange): string {
  const kinds = selection.kinds.map(({ kind }) => changeKindWords(kind));
  return [roleWords(selection.role), ...kinds, changeName(option)].join(' · ');
}

/** Why these items, as a row has room for it, the advice about the size first where it is far too large. */
export function becauseOf({ inSight, nothing, advice }: Selection): string {
  if (nothing !== undefined) return plain(nothing);
  const size = advice?.level === 'too-large' ? [plain(advice.text)] : [];
  const places = [...new Set(inSight.flatMap((item) => (item.reasons[0]?.place ? [reasonOf(item)] : [])))];
  const why = places.length
    ? l10n.t('Because {0}', places.slice(0, SHOWN).join('; '))
    : inSight
        .map(({ item }) => item.title)
        .slice(0, SHOWN)
        .join('; ');
  return [...size, why].join(' ');
}

export function reasonOf({ reasons }: SelectedItem): string {
  return plain(reasons[0]?.text ?? '');
}

/** A picker shows no Markdown. */
export function plain(text: string): string {
  return text.replace(/`/g, '');
}
