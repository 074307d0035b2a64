import { escapeInline, inlineCode, placeLink } from '../markdown/write.ts';
import type { CodePlace } from '../triage/places.ts';
import type { Suspects } from './findSuspects.ts';
import type { Suspect, SuspectReason } from './rank.ts';
import { MAX_COMMITS, type Window } from './window.ts';

const MAX_SUSPECTS = 5;
/** Code that was there when all was good is shown only when nothing newer touched these places. */
const MAX_OLD_SUSPECTS = 2;
const MAX_REASONS = 3;
const MAX_UNANSWERED = 3;

/** The places with their links, then the changes that may have brought the fault. `now` is ISO 8601. */
export function renderWhereToLook(places: readonly CodePlace[], suspects: Suspects | undefined, now: string): string {
  return [renderPlaces(places), ...(suspects ? [renderSuspects(suspects, now)] : [])]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderPlaces(places: readonly CodePlace[]): string {
  if (!places.length) return '_No file and line was found in the evidence._';
  return places
    .map((place, index) => {
      const symbol = place.symbol ? ` in ${inlineCode(place.symbol)}` : '';
      return `${index + 1}. ${linkTo(place)}${symbol}${place.isByName ? ' (found by the name of the file only)' : ''}`;
    })
    .join('\n');
}

function linkTo({ file, line, link }: CodePlace): string {
  return placeLink({ path: file, ...(line === undefined ? {} : { line }) }, link);
}

/** Suspects with their reasons; or in one line why there are none. */
export function renderSuspects({ suspects, window, absent, unanswered }: Suspects, now: string): string {
  if (absent !== undefined) return `_No suspects: ${absenceWords[absent]}_`;
  const recent = suspects.filter(({ isRecent }) => isRecent);
  const shown = recent.length ? recent.slice(0, MAX_SUSPECTS) : suspects.slice(0, MAX_OLD_SUSPECTS);
  const more = recent.length - MAX_SUSPECTS;
  const nothing = `Nothing in ${window ? scope(window) : 'the history'} touched these places.`;
  const heading = recent.length
    ? `Suspects${window ? ` among ${scope(window)} and what is in no commit` : ''}:`
    : `${nothing} Who wrote them:`;
  const isSilent = !window && unanswered.length > 0;
  return [
    ...(shown.length
      ? [heading, shown.map((one, index) => `${index + 1}. ${describe(one, window, now)}`).join('\n')]
      : []),
    ...(shown.length || isSilent ? [] : [nothing]),
    ...(more > 0 ? [`_And ${more} more._`] : []),
    ...(unanswered.length
      ? [`_Not answered in time: ${unansweredWords(unanswered)}. There may be more suspects._`]
      : []),
  ].join('\n\n');
}

function unansweredWords(unanswered: readonly string[]): string {
  const rest = unanswered.length - MAX_UNANSWERED;
  return `${unanswered.slice(0, MAX_UNANSWERED).map(inlineCode).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const absenceWords: Readonly<Record<NonNullable<Suspects['absent']>, string>> = {
  restricted: 'the history is not read in Restricted Mode.',
  unavailable: "VS Code's Git extension is not available here.",
  'no-repository': 'the files are in no Git repository.',
  'no-commits': 'the repository has no commit yet.',
};

function scope({ since, commits }: Window): string {
  const count = commits === 1 ? '1 commit' : `${commits} commits`;
  switch (since.kind) {
    case 'tag':
    case 'upstream':
      return `${count} since ${inlineCode(since.name)}`;
    case 'recent':
      return commits >= MAX_COMMITS ? `the newest ${count}` : `${count} of the last 30 days`;
    case 'beginning':
      return `${count} after the first one`;
  }
}

function describe({ change, isRecent, reasons }: Suspect, window: Window | undefined, now: string): string {
  const isCommit = change.kind === 'commit';
  const shown = reasons
    .slice(0, MAX_REASONS)
    .map((reason) => sentence(reason, isCommit, isRecent ? window : undefined));
  const rest = reasons.length > MAX_REASONS ? ` and ${reasons.length - MAX_REASONS} more` : '';
  const what = `${shown.join('; ')}${rest}`;
  if (change.kind === 'uncommitted') return `**Not committed**: ${what}`;
  const { hash, subject, date } = change.commit;
  return `${inlineCode(hash.slice(0, 8))} ${escapeInline(subject)}: ${what}, ${ageWords(date, now)}`;
}

function sentence(reason: SuspectReason, isCommit: boolean, window: Window | undefined): string {
  const file = inlineCode(reason.file);
  const changed = isCommit ? 'changed' : 'changes';
  switch (reason.kind) {
    case 'line':
      return `${isCommit ? 'wrote' : changed} line ${reason.line} of ${file}`;
    case 'near':
      return `${changed} lines next to line ${reason.line} of ${file}`;
    case 'file':
      return `${changed} ${file}`;
    case 'dependencies':
    case 'configuration':
      return `${changed} ${file}${isCommit && window && 'name' in window.since ? ` after ${inlineCode(window.since.name)}` : ''}`;
  }
}

/** `13 days ago`: by elapsed time, so that it does not depend on where midnight is. */
function ageWords(date: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(date)) / 86_400_000);
  if (Number.isNaN(days)) return 'at an unknown time';
  if (days < 1) return 'in the last 24 hours';
  const [count, unit] =
    days < 60 ? [days, 'day'] : days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
