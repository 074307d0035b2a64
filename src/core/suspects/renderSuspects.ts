import { escapeInline, inlineCode, placeLink } from '../markdown/write.ts';
import { isManifest } from '../review/fileKind.ts';
import type { CodePlace } from '../triage/places.ts';
import type { Suspects } from './findSuspects.ts';
import type { Suspect, SuspectReason } from './rank.ts';
import { MAX_COMMITS, type Window } from './window.ts';

const MAX_SUSPECTS = 5;
/** Code that was there when all was good is shown only when nothing newer touched these places. */
const MAX_OLD_SUSPECTS = 2;
const MAX_REASONS = 3;
const MAX_UNANSWERED = 3;

export const NO_PLACES = '_No file and line was found in the evidence._';

/**
 * The places with their links, then the changes that may have brought the fault. `now` is ISO 8601; `commands` are those that show
 * the fault: empty when it was reported rather than run here.
 */
export function renderWhereToLook(
  places: readonly CodePlace[],
  suspects: Suspects | undefined,
  now: string,
  commands: readonly string[] = [],
): string {
  return [renderPlaces(places), ...(suspects ? [renderSuspects(suspects, now, { places, commands })] : [])]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderPlaces(places: readonly CodePlace[]): string {
  if (!places.length) return NO_PLACES;
  return places
    .map((place, index) => {
      const symbol = place.symbol && !NAMELESS.test(place.symbol) ? ` in ${inlineCode(place.symbol)}` : '';
      return `${index + 1}. ${linkTo(place)}${symbol}${place.isByName ? ' (found by the name of the file only)' : ''}`;
    })
    .join('\n');
}

/** What runtimes call code that has no name of its own. */
const NAMELESS = /<(?:module|main|top \(required\)|anonymous|lambda|genexpr|listcomp|dictcomp|setcomp)>/;

function linkTo({ file, line, link }: CodePlace): string {
  return placeLink({ path: file, ...(line === undefined ? {} : { line }) }, link);
}

/** What is known of the fault: what is suspected must have to do with it. */
interface Fault {
  readonly places: readonly CodePlace[];
  readonly commands: readonly string[];
}

/** Suspects with their reasons; or in one line why there are none. Empty when there is nothing to say. */
export function renderSuspects({ suspects, window, absent, unanswered }: Suspects, now: string, fault: Fault): string {
  if (absent === 'no-repository' && !fault.places.length) return '';
  if (absent !== undefined) return `_No suspects: ${absenceWords[absent]}_`;
  const explained = suspects.flatMap((one) => withReasons(one, fault));
  const recent = explained.filter(({ isRecent }) => isRecent);
  const more = recent.length - MAX_SUSPECTS;
  const list = (shown: readonly Suspect[]): string =>
    shown.map((one, index) => `${index + 1}. ${describe(one, window, now)}`).join('\n');
  const where = window ? ` ${scope(window)}` : '';
  const parts = recent.length
    ? [`Changes${where} that may have brought the fault:`, list(recent.slice(0, MAX_SUSPECTS))]
    : withoutRecent(window, fault, list(explained.slice(0, MAX_OLD_SUSPECTS)), unanswered.length > 0);
  return [
    ...parts,
    ...(more > 0 ? [`_And ${more} more._`] : []),
    ...(unanswered.length
      ? [`_Not answered in time: ${unansweredWords(unanswered)}. There may be more suspects._`]
      : []),
  ].join('\n\n');
}

/** Nothing new touched the places: who wrote them is all there is to say. `old`: the list of those. */
function withoutRecent(window: Window | undefined, { places }: Fault, old: string, isCut: boolean): string[] {
  if (!places.length || (!window && isCut)) return [];
  if (!window) return ['The history has no two commits to compare, so there is no change to suspect.'];
  const nothing = `No change ${scope(window)} touches these places.`;
  return old === '' ? [nothing] : [`${nothing} Who wrote them before that:`, old];
}

/**
 * Without what has nothing to do with the fault: of what is not committed, a lockfile that the command itself writes; and, where
 * nothing was run and no place is known, all that merely surrounds the code.
 */
function withReasons(suspect: Suspect, { places, commands }: Fault): Suspect[] {
  if (suspect.change.kind === 'commit') return [suspect];
  const isConnected = places.length > 0 || commands.length > 0;
  const reasons = suspect.reasons.filter(
    ({ kind, file }) => (isConnected || !isSurrounding(kind)) && !isWrittenByRun(file, suspect.reasons, commands),
  );
  return reasons.length ? [{ ...suspect, reasons }] : [];
}

function isSurrounding(kind: SuspectReason['kind']): boolean {
  return kind === 'dependencies' || kind === 'configuration';
}

/** Lockfiles that a mere run brings up to date, by the program that does it. */
const writers: readonly (readonly [program: RegExp, lockfile: RegExp])[] = [
  [/\bcargo\b/, /(?:^|\/)Cargo\.lock$/],
  [/\buv run\b/, /(?:^|\/)uv\.lock$/],
  [/\bmix\b/, /(?:^|\/)mix\.lock$/],
  [/\b(?:dart|flutter)\b/, /(?:^|\/)pubspec\.lock$/],
  [/\bswift (?:run|build|test)\b/, /(?:^|\/)Package\.resolved$/],
];

/** A manifest that was changed as well is a person's work, and so is what follows from it. */
function isWrittenByRun(file: string, reasons: readonly SuspectReason[], commands: readonly string[]): boolean {
  const isWritten = writers.some(
    ([program, lockfile]) => lockfile.test(file) && commands.some((command) => program.test(command)),
  );
  return isWritten && !reasons.some((other) => isManifest(other.file));
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

/** `since `v1.4.0` (3 commits)`: where the changes were looked for. */
function scope({ since, commits }: Window): string {
  const count = commits === 1 ? '1 commit' : `${commits} commits`;
  switch (since.kind) {
    case 'tag':
    case 'upstream':
      return `since ${inlineCode(since.name)} (${count})`;
    case 'recent':
      return commits >= MAX_COMMITS ? `in the newest ${count}` : `in the last 30 days (${count})`;
    case 'beginning':
      return `since the first commit (${count})`;
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
  const after = isCommit && window && 'name' in window.since ? ` after ${inlineCode(window.since.name)}` : '';
  switch (reason.kind) {
    case 'line':
      return `${isCommit ? 'wrote' : changed} line ${reason.line} of ${file}`;
    case 'near':
      return `${changed} lines next to line ${reason.line} of ${file}`;
    case 'file':
      return `${changed} ${file}`;
    case 'dependencies':
      return `${changed} which versions are installed, in ${file}${after}`;
    case 'configuration':
      return `${changed} the configuration ${file}${after}`;
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
