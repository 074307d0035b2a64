import type { Clock } from '../ports.ts';
import { UNCOMMITTED, blamedCommit } from './blame.ts';
import type { Commit, History, NoHistory, Repository } from './history.ts';
import { distanceTo, readHunks, type Hunks } from './hunks.ts';
import { Patience } from './patience.ts';
import { rankSuspects, type Finding, type Suspect, type SuspectReason } from './rank.ts';
import { concerns, surroundingKindOf } from './surroundingFiles.ts';
import { MAX_COMMITS, windowOf, type Window } from './window.ts';
import { MAX_COMPARED, writerOf } from './writers.ts';

/** All questions together; what is not answered by then is left out, and the record says so. *(choice)* */
const SUSPECTS_LIMIT_MS = 3000;

const MAX_TAGS = 50;
const MAX_SURROUNDING = 4;
/** Lines between an uncommitted change and the place for which they count as one piece of work. */
const NEAR = 5;

/** A place of the trace that the workspace has, nearest to the fault first. */
export interface SuspectPlace {
  /** As `Places.hasFile` takes it. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
}

export interface Suspects {
  readonly suspects: readonly Suspect[];
  /** Absent when there is no history to look at. */
  readonly window?: Window;
  readonly absent?: NoHistory | 'no-commits';
  /** Questions that were not answered in time, for people. */
  readonly unanswered: readonly string[];
}

/**
 * The changes that touched the lines and files of the places since the last good point, and the lockfile and configuration changes
 * in that time, ranked, each with its reasons. Looks into the repository of the nearest place. Never rejects.
 */
export async function findSuspects(
  history: History,
  clock: Pick<Clock, 'delay'>,
  places: readonly SuspectPlace[],
  limit = SUSPECTS_LIMIT_MS,
): Promise<Suspects> {
  const patience = new Patience(clock, limit);
  const repository = await patience.ask('git', () => history.repositoryOf(places[0]?.path));
  if (repository === undefined) return { suspects: [], unanswered: patience.unanswered };
  if (typeof repository === 'string') return { suspects: [], absent: repository, unanswered: [] };
  const inIt = await Promise.all(
    places.map(async (place) => {
      const own = await patience.ask('git', () => history.repositoryOf(place.path));
      return typeof own === 'object' && own.id === repository.id ? [place] : [];
    }),
  );
  return inRepository(repository, inIt.flat(), patience);
}

async function inRepository(
  repository: Repository,
  places: readonly SuspectPlace[],
  patience: Patience,
): Promise<Suspects> {
  const files = [...new Set(places.map(({ path }) => path))].map((path) => ({ path, own: repository.pathOf(path) }));
  const [log, tags, upstream, dirty] = await Promise.all([
    patience.ask('git log', () => repository.log({ most: MAX_COMMITS + 1 })),
    patience.ask('git tag', () => repository.tags(MAX_TAGS)),
    upstreamOf(repository, patience),
    patience.ask('git status', () => repository.uncommitted()),
  ]);
  if (log?.length === 0) return { suspects: [], absent: 'no-commits', unanswered: [] };
  const window = windowOf(log ?? [], tags ?? [], upstream);
  const asked: Asked = { places, files, patience, repository, changesFrom: rememberedChanges(repository, patience) };
  const found = await Promise.all([
    window ? changesSince(window.base, asked) : [],
    uncommitted(new Set(dirty ?? []), asked),
  ]);
  const recent = found.flat();
  return {
    suspects: rankSuspects(recent.length ? recent : await writersOfOldLines(asked)),
    ...(window ? { window } : {}),
    unanswered: patience.unanswered,
  };
}

interface Asked {
  readonly repository: Repository;
  readonly places: readonly SuspectPlace[];
  readonly files: readonly File[];
  readonly patience: Patience;
  readonly changesFrom: (commit: string, file: string) => Promise<Hunks | undefined>;
}

/** A file of the places: its path in the workspace, and in the repository. */
interface File {
  readonly path: string;
  readonly own: string;
}

/** Places in one file, and the commit before one that is the commit after another, ask the same. */
function rememberedChanges(repository: Repository, patience: Patience): Asked['changesFrom'] {
  const known = new Map<string, Promise<Hunks | undefined>>();
  return (commit, file) => {
    const key = `${commit} ${file}`;
    const asked = known.get(key) ?? diffFrom(commit, file);
    known.set(key, asked);
    return asked;
  };
  async function diffFrom(commit: string, file: string): Promise<Hunks | undefined> {
    // The first commit has no parent: that is no failure.
    const text = await patience.ask(`git diff ${file}`, () =>
      repository.diff(commit, file).catch((error: unknown) => (commit.endsWith('^') ? '' : Promise.reject(error))),
    );
    return text === undefined ? undefined : readHunks(text);
  }
}

async function upstreamOf(
  repository: Repository,
  patience: Patience,
): Promise<{ name: string; commit: string } | undefined> {
  const { upstream: name } = repository;
  if (name === undefined) return undefined;
  const commit = await patience.ask('git merge-base', () => repository.mergeBase('HEAD', name));
  return commit === undefined ? undefined : { name, commit };
}

/** Commits of the window that changed a file of the places or wrote one of the lines, or that changed what surrounds them. */
async function changesSince(base: string, asked: Asked): Promise<Finding[]> {
  const { repository, places, files, patience } = asked;
  const changed = (await patience.ask('git diff', () => repository.changedSince(base))) ?? [];
  const has = new Set(changed);
  const logOf = async (own: string): Promise<readonly Commit[]> =>
    (await patience.ask(`git log ${own}`, () => repository.log({ since: base, path: own }))) ?? [];
  const found = await Promise.all([
    ...files
      .filter(({ own }) => has.has(own))
      .map(async (file) => {
        const commits = await logOf(file.own);
        const reason: SuspectReason = { kind: 'file', file: file.path };
        return [
          ...findings(commits, reason, orderOf(places, file.path)),
          ...(await writers(file, commits, base, asked)),
        ];
      }),
    ...surrounding(
      changed,
      files.map(({ own }) => own),
    ).map(async ({ own, reason }) => findings(await logOf(own), reason, 0)),
  ]);
  return found.flat();
}

function findings(commits: readonly Commit[], reason: SuspectReason, order: number): Finding[] {
  return commits.map((commit) => ({ change: { kind: 'commit', commit }, reason, order, isRecent: true }));
}

/** Who of the commits wrote the lines of the places in one file. */
async function writers(
  { path, own }: File,
  commits: readonly Commit[],
  base: string,
  { repository, places, patience, changesFrom }: Asked,
): Promise<Finding[]> {
  const isBlamed = commits.length > MAX_COMPARED;
  const blame = isBlamed ? await patience.ask(`git blame ${own}`, () => repository.blame(own)) : undefined;
  const found = await Promise.all(
    places.map(async ({ path: file, line }, order) => {
      if (file !== path || line === undefined) return [];
      const hash = blame === undefined ? undefined : blamedCommit(blame, line);
      const writer = isBlamed
        ? commits.find((commit) => hash !== undefined && commit.hash.startsWith(hash))
        : await writerOf(line, commits, base, (from) => changesFrom(from, own));
      return writer ? findings([writer], { kind: 'line', file, line }, order) : [];
    }),
  );
  return found.flat();
}

function surrounding(changed: readonly string[], files: readonly string[]): { own: string; reason: SuspectReason }[] {
  const found = changed.flatMap((own) => {
    const kind = files.includes(own) || !concerns(own, files) ? undefined : surroundingKindOf(own);
    return kind ? [{ own, reason: { kind, file: own } }] : [];
  });
  const rank = ({ reason }: { reason: SuspectReason }): number => (reason.kind === 'dependencies' ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.own < b.own ? -1 : 1)).slice(0, MAX_SURROUNDING);
}

async function uncommitted(dirty: ReadonlySet<string>, { places, files, changesFrom }: Asked): Promise<Finding[]> {
  const change = { kind: 'uncommitted' } as const;
  const inPlaces = await Promise.all(
    files
      .filter(({ own }) => dirty.has(own))
      .map(async ({ path, own }) => {
        const lines = await changesFrom('HEAD', own);
        const here = places.flatMap((place, order): Finding[] => {
          const away =
            place.path === path && place.line !== undefined ? distanceTo(place.line, lines?.touched ?? []) : Infinity;
          if (away > NEAR) return [];
          const isWritten = lines?.written.includes(place.line!) ?? false;
          const reason: SuspectReason = { kind: isWritten ? 'line' : 'near', file: path, line: place.line! };
          return [{ change, reason, order, isRecent: true }];
        });
        const reason: SuspectReason = { kind: 'file', file: path };
        return here.length ? here : [{ change, reason, order: orderOf(places, path), isRecent: true }];
      }),
  );
  const around = surrounding(
    [...dirty],
    files.map(({ own }) => own),
  );
  return [...inPlaces.flat(), ...around.map(({ reason }): Finding => ({ change, reason, order: 0, isRecent: true }))];
}

/** Nothing touched the places since all was good: who wrote the nearest line is all there is to say. */
async function writersOfOldLines({ repository, places, files, patience }: Asked): Promise<Finding[]> {
  const [place] = places;
  const file = files.find(({ path }) => path === place?.path);
  if (!file || place?.line === undefined) return [];
  // A file that git does not know is no failure: it is ignored, or the history has another name for it.
  const output = await patience.ask(`git blame ${file.own}`, () => repository.blame(file.own).catch(() => ''));
  const hash = output === undefined ? undefined : blamedCommit(output, place.line);
  if (hash === undefined || hash === UNCOMMITTED) return [];
  const commit = await patience.ask(`git show ${hash}`, () => repository.commit(hash));
  const reason: SuspectReason = { kind: 'line', file: file.path, line: place.line };
  return commit ? [{ change: { kind: 'commit', commit }, reason, order: 0, isRecent: false }] : [];
}

function orderOf(places: readonly SuspectPlace[], path: string): number {
  return Math.max(
    0,
    places.findIndex((place) => place.path === path),
  );
}
