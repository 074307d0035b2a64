import { includesFor } from '../checklist/fit.ts';
import type { Checklist, Item, Section } from '../checklist/model.ts';
import { callsByItem, coreLists } from './calls.ts';
import type { Change } from './change.ts';
import { kindsOf, type KindFinding } from './kinds.ts';
import { nothingSentence } from './nothing.ts';
import { kindReason, scopeReason, signalReason } from './reasons.ts';
import { proposeRole, type Role } from './role.ts';
import { aboutChange, isGlob, Scope, type ScopeMatch } from './scope.ts';
import type { Selection, SelectedBlock, SelectedItem, SelectionReason, SelectOptions } from './selection.ts';
import { signalWeights, type Signal } from './signals/signal.ts';
import { signalsOf } from './signals/signalsOf.ts';
import { sizeAdvice, sizeOf } from './size.ts';

const BUDGET = 9;

/**
 * Weights of what is no signal; those are in `signalWeights`. An item that weighs less than `FITS` is only ever mentioned; one that
 * is no must comes into sight from `IN_SIGHT` on. *(choice)*
 */
const weights = { glob: 3, kind: 2.2, team: 2, everyReview: 1.5, must: 1, uncalled: 0.9, habit: 0.5 };
const FITS = 1;
const IN_SIGHT = 2;

interface Weighed extends SelectedItem {
  readonly weight: number;
}

/**
 * The few items of the review checklists that this change needs, each with its reason. Pure: the same change and checklists give the
 * same selection. Checklists of other groups and disabled ones are passed over.
 */
export function selectChecklists(
  change: Change,
  checklists: readonly Checklist[],
  options: SelectOptions = {},
): Selection {
  const proposal = options.role === undefined ? proposeRole(change) : undefined;
  const role = options.role ?? proposal?.role ?? 'reviewer';
  const kinds = options.kinds?.map((kind): KindFinding => ({ kind, reasons: ['you said so'] })) ?? kindsOf(change);
  const signals = signalsOf(change);
  const facts = {
    change,
    signals: new Map(signals.map((signal) => [signal.code, signal])),
    scope: new Scope(change.files, kinds),
  };
  const offered = checklists.filter((one) => one.group === 'review' && !one.isDisabled && !isOfOtherRole(one, role));
  const keeps = includesFor({ methodology: options.methodology ?? 'both' });
  const weighed = offered.flatMap((checklist) => weigh(checklist, facts, keeps));
  const ordered = inOrder(weighed);
  const budget = Math.max(1, options.budget ?? BUDGET);
  const fits = ordered.some(({ weight }) => weight >= FITS);
  const inSight = fits
    ? ordered.filter(({ item, weight }) => weight >= (item.isMust ? FITS : IN_SIGHT)).slice(0, budget)
    : [];
  // Where nothing is a must and nothing weighs much, the best that fits is better than an empty block.
  if (fits && !inSight.length) inSight.push(...ordered.filter(({ weight }) => weight >= FITS).slice(0, budget));
  const size = sizeOf(change);
  const advice = sizeAdvice(size);
  return {
    role,
    ...(proposal ? { roleReason: proposal.reason } : {}),
    kinds,
    signals,
    size,
    ...(advice ? { advice } : {}),
    inSight,
    also: fits ? ordered.filter((one) => !inSight.includes(one)) : [],
    blocks: blocksOf(inSight, role),
    considered: offered,
    ...(fits ? {} : { nothing: nothingSentence(change, offered.length > 0) }),
  };
}

interface Facts {
  readonly change: Change;
  readonly signals: ReadonlyMap<string, Signal>;
  readonly scope: Scope;
}

function isOfOtherRole({ id }: Checklist, role: Role): boolean {
  return id === coreLists[role === 'author' ? 'reviewer' : 'author'];
}

function weigh(checklist: Checklist, facts: Facts, keeps: (item: Item, section: Section) => boolean): Weighed[] {
  const { id, appliesTo, sections } = checklist;
  const list = {
    isCore: Object.values<string>(coreLists).includes(id),
    match: appliesTo && facts.scope.matchAppliesTo(appliesTo),
    isCalled: sections.some(({ items }) => items.some((item) => isCalled(checklist, item, facts))),
  };
  return sections.flatMap((section) => {
    const own = { ...list, isSectionCalled: section.items.some((item) => isCalled(checklist, item, facts)) };
    return section.items.flatMap((item) => {
      const found = keeps(item, section) ? reasonsFor(checklist, section, item, own, facts) : [];
      const weight = Math.max(0, ...found.map((one) => one.weight));
      const reasons = found.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason);
      return reasons.length ? [{ checklist, section, item, reasons, weight }] : [];
    });
  });
}

function isCalled(checklist: Checklist, item: Item, { signals }: Facts): boolean {
  return callsByItem.get(`${checklist.id}/${item.id}`)?.some(({ signal }) => signals.has(signal)) ?? false;
}

interface ListFacts {
  readonly isCore: boolean;
  readonly match: ScopeMatch | undefined;
  /** A signal calls for an item of the list; of the item's section. */
  readonly isCalled: boolean;
  readonly isSectionCalled: boolean;
}

interface WeighedReason {
  readonly weight: number;
  readonly reason: SelectionReason;
}

/** Empty when the item does not fit. */
function reasonsFor(
  checklist: Checklist,
  section: Section,
  item: Item,
  list: ListFacts,
  facts: Facts,
): WeighedReason[] {
  const scopes = [section.onlyFor, item.onlyFor].map(aboutChange).filter((values) => values.length > 0);
  const matches = scopes.flatMap((values) => facts.scope.match(values) ?? []);
  const isInScope = matches.length === scopes.length;
  const reasons = calledReasons(checklist, section, item, isInScope, facts);
  if (!isInScope) return reasons;
  if (!scopes.length) return reasons.length ? reasons : unscopedReason(checklist, item, list);
  const isUncalled = reasons.length === 0 && callsByItem.has(`${checklist.id}/${item.id}`);
  return [...reasons, ...matches.flatMap((match) => scopedReason(match, item, section, isUncalled))];
}

function calledReasons(
  checklist: Checklist,
  section: Section,
  item: Item,
  isInScope: boolean,
  facts: Facts,
): WeighedReason[] {
  const calls = callsByItem.get(`${checklist.id}/${item.id}`) ?? [];
  const languages = section.onlyFor.filter((value) => !isGlob(value));
  return calls.flatMap(({ signal: code, isForAnyKind }) => {
    const signal = facts.signals.get(code);
    if (!signal || !(isInScope || isForAnyKind)) return [];
    const reason = signalReason(signal, facts.change.files, isForAnyKind ? [] : languages);
    return reason ? [{ weight: signalWeights[code], reason }] : [];
  });
}

/** An item that signals can call and none did has little to say here: a must is mentioned, any other is left out. */
function scopedReason(match: ScopeMatch, item: Item, section: Section, isUncalled: boolean): WeighedReason[] {
  if (match.by === 'kind') {
    const weight = isUncalled && !item.isMust ? weights.uncalled : weights.kind;
    return [{ weight, reason: kindReason(match.kind) }];
  }
  const reason = scopeReason(match, section.title);
  if (!isUncalled) return [{ weight: match.by === 'glob' ? weights.glob : weights.team, reason }];
  return item.isMust ? [{ weight: weights.uncalled, reason }] : [];
}

function unscopedReason(checklist: Checklist, item: Item, list: ListFacts): WeighedReason[] {
  const isKnown = callsByItem.has(`${checklist.id}/${item.id}`);
  const everyReview: SelectionReason = {
    code: 'every-review',
    text: `"${checklist.title}" is for every review`,
    paths: [],
  };
  if (checklist.appliesTo) {
    if (!list.match) return [];
    const reason = scopeReason(list.match, checklist.title);
    if (!isKnown) return [{ weight: weights.team, reason }];
    if (!item.isMust || (list.isCalled && !list.isSectionCalled)) return [];
    return [{ weight: list.isCalled ? weights.uncalled : weights.must, reason }];
  }
  if (isKnown) return [];
  if (list.isCore && !item.isMust) return [{ weight: weights.habit, reason: everyReview }];
  return [{ weight: weights.everyReview, reason: everyReview }];
}

/** Musts first, then by weight; of the same weight, what comes first in its section, so that no section crowds out another. */
function inOrder(items: readonly Weighed[]): Weighed[] {
  const rank = ({ item, weight }: Weighed): number => (item.isMust && weight >= FITS ? 100 : 0) + weight;
  const place = ({ section, item }: Weighed): number => section.items.indexOf(item);
  return items.toSorted((a, b) => rank(b) - rank(a) || place(a) - place(b));
}

function blocksOf(items: readonly Weighed[], role: Role): SelectedBlock[] {
  const checklists = [...new Set(items.map(({ checklist }) => checklist))];
  const weightOf = (checklist: Checklist): number =>
    checklist.id === coreLists[role]
      ? Infinity
      : Math.max(...items.filter((one) => one.checklist === checklist).map(({ weight }) => weight));
  return checklists
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .map((checklist) => {
      const own = items.filter((one) => one.checklist === checklist);
      const ids = new Set(own.map(({ item }) => item.id));
      return { checklist, items: own, includes: (item) => ids.has(item.id) };
    });
}
