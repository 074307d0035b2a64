import type { Clock } from '../ports.ts';
import { UNCOMMITTED, blamedCommit } from './blame.ts';
import type { Commit, History, NoHistory, Repository } from './history.ts';
import { changedLines, distanceTo } from './hunks.ts';
import { Patience } from './patience.ts';
import { rankSuspects, type Finding, type Suspect, type SuspectReason } from './rank.ts';
import { concerns, surroundingKindOf } from './surroundingFiles.ts';
import { MAX_COMMITS, windowOf, type Window } from './window.ts';

/** All questions together; what is not answered by then is left out, and the record says so. *(choice)* */
export const SUSPECTS_LIMIT_MS = 3000;

const MAX_TAGS = 50;
/** `git blame` of a whole file is the slowest question: only for the files nearest to the fault. */
const MAX_BLAMED = 3;
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
    places.map(async (place) => ((await isIn(repository, history, place.path)) ? [place] : [])),
  );
  return inRepository(repository, inIt.flat(), patience);
}

async function isIn({ id }: Repository, history: History, path: string): Promise<boolean> {
  const repository = await history.repositoryOf(path).catch(() => undefined);
  return typeof repository === 'object' && repository.id === id;
}

async function inRepository(
  repository: Repository,
  places: readonly SuspectPlace[],
  patience: Patience,
): Promise<Suspects> {
  const files = [...new Set(places.map(({ path }) => path))].map((path) => ({ path, own: repository.pathOf(path) }));
  const [log, tags, upstream, dirty, blames] = await Promise.all([
    patience.ask('git log', () => repository.log({ most: MAX_COMMITS + 1 })),
    patience.ask('git tag', () => repository.tags(MAX_TAGS)),
    upstreamOf(repository, patience),
    patience.ask('git status', () => repository.uncommitted()),
    Promise.all(
      files
        .slice(0, MAX_BLAMED)
        .map(async ({ path, own }) => ({ path, output: await blameOf(repository, own, patience) })),
    ),
  ]);
  if (log?.length === 0) return { suspects: [], absent: 'no-commits', unanswered: [] };
  const window = windowOf(log ?? [], tags ?? [], upstream);
  const known = new Map((log ?? []).map((commit) => [commit.hash, commit]));
  const recent = new Set((log ?? []).slice(0, window?.commits ?? 0).map(({ hash }) => hash));
  const asked = { repository, places, files, patience, known, recent };
  const committed = window ? await changesSince(window.base, asked) : [];
  for (const { change } of committed) if (change.kind === 'commit') recent.add(change.commit.hash);
  const rest = await Promise.all([uncommitted(new Set(dirty ?? []), asked), blamed(blames, asked)]);
  return {
    suspects: rankSuspects([...committed, ...rest.flat()]),
    ...(window ? { window } : {}),
    unanswered: patience.unanswered,
  };
}

interface Asked {
  readonly repository: Repository;
  readonly places: readonly SuspectPlace[];
  readonly files: readonly { readonly path: string; readonly own: string }[];
  readonly patience: Patience;
  readonly known: Map<string, Commit>;
  readonly recent: ReadonlySet<string>;
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

/** A file that git does not know is no failure: it is in the list of what is not committed. */
function blameOf(repository: Repository, path: string, patience: Patience): Promise<string | undefined> {
  return patience.ask(`git blame ${path}`, () => repository.blame(path).catch(() => ''));
}

/** Commits of the window that changed a file of the places, or one that says what surrounds them. */
async function changesSince(base: string, { repository, places, files, patience, known }: Asked): Promise<Finding[]> {
  const changed = (await patience.ask('git diff', () => repository.changedSince(base))) ?? [];
  const has = new Set(changed);
  const own = files.map((file) => file.own);
  const wanted = [
    ...files
      .filter((file) => has.has(file.own))
      .map(({ path, own }) => ({ own, reason: { kind: 'file', file: path } as const, order: orderOf(places, path) })),
    ...surrounding(changed, own).map(({ own, reason }) => ({ own, reason, order: 0 })),
  ];
  const found = await Promise.all(
    wanted.map(async ({ own, reason, order }) => {
      const commits = (await patience.ask(`git log ${own}`, () => repository.log({ since: base, path: own }))) ?? [];
      for (const commit of commits) known.set(commit.hash, commit);
      return commits.map((commit): Finding => ({ change: { kind: 'commit', commit }, reason, order, isRecent: true }));
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

async function uncommitted(
  dirty: ReadonlySet<string>,
  { repository, places, files, patience }: Asked,
): Promise<Finding[]> {
  const change = { kind: 'uncommitted' } as const;
  const inPlaces = await Promise.all(
    files
      .filter(({ own }) => dirty.has(own))
      .map(async ({ path, own }) => {
        const diff = (await patience.ask(`git diff ${own}`, () => repository.diff(own))) ?? '';
        const lines = changedLines(diff);
        const here = places.flatMap((place, order): Finding[] => {
          const away = place.path === path && place.line !== undefined ? distanceTo(place.line, lines) : Infinity;
          if (away > NEAR) return [];
          const reason: SuspectReason = { kind: away === 0 ? 'line' : 'near', file: path, line: place.line! };
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

/** Who wrote the lines of the places. */
async function blamed(
  blames: readonly { readonly path: string; readonly output: string | undefined }[],
  { repository, places, patience, known, recent }: Asked,
): Promise<Finding[]> {
  const all = [...known.values()];
  const found = await Promise.all(
    places.map(async ({ path, line }, order): Promise<Finding[]> => {
      const output = blames.find((one) => one.path === path)?.output;
      const short = output === undefined || line === undefined ? undefined : blamedCommit(output, line);
      if (short === undefined || line === undefined) return [];
      const reason: SuspectReason = { kind: 'line', file: path, line };
      if (short === UNCOMMITTED) return [{ change: { kind: 'uncommitted' }, reason, order, isRecent: true }];
      const commit =
        all.find(({ hash }) => hash.startsWith(short)) ??
        (await patience.ask(`git show ${short}`, () => repository.commit(short)));
      return commit ? [{ change: { kind: 'commit', commit }, reason, order, isRecent: recent.has(commit.hash) }] : [];
    }),
  );
  return found.flat();
}

function orderOf(places: readonly SuspectPlace[], path: string): number {
  return Math.max(
    0,
    places.findIndex((place) => place.path === path),
  );
}
