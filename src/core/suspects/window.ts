import type { Commit, Tag } from './history.ts';

/** The last commits that are looked at when no tag and no upstream says where it was still good. *(choice)* */
export const MAX_COMMITS = 200;
const MAX_DAYS = 30;
const DAY = 86_400_000;

/** The commits that may have brought the fault: those after the last point that counts as good. */
export interface Window {
  readonly since: Since;
  /** The last commit that is not in the window. */
  readonly base: string;
  /** Its date, ISO 8601. */
  readonly date: string;
  readonly commits: number;
}

/** `recent`: the last 30 days of the history, at most 200 commits. `beginning`: the history is shorter than that. */
export type Since =
  { readonly kind: 'tag' | 'upstream'; readonly name: string } | { readonly kind: 'recent' | 'beginning' };

/**
 * Begins at the newest tag below HEAD, else where the branch left its upstream, else 30 days or 200 commits back, counted from HEAD.
 * `log` is newest first and may have one commit more than 200. `undefined` when it has less than two.
 */
export function windowOf(
  log: readonly Commit[],
  tags: readonly Tag[],
  upstream?: { readonly name: string; readonly commit: string },
): Window | undefined {
  const [head] = log;
  if (!head || log.length < 2) return undefined;
  const at = (index: number, since: Since): Window => {
    const { hash: base, date } = log[index]!;
    return { since, base, date, commits: index };
  };
  const names = new Map(tags.toReversed().map(({ name, commit }) => [commit, name]));
  const tagged = log.findIndex(({ hash }, index) => index > 0 && names.has(hash));
  if (tagged > 0) return at(tagged, { kind: 'tag', name: names.get(log[tagged]!.hash)! });
  const left = upstream ? log.findIndex(({ hash }) => hash === upstream.commit) : -1;
  if (upstream && left > 0) return at(left, { kind: 'upstream', name: upstream.name });
  const oldest = Date.parse(head.date) - MAX_DAYS * DAY;
  const recent = log.findIndex(({ date }, index) => index > 0 && (index === MAX_COMMITS || Date.parse(date) < oldest));
  return recent > 0 ? at(recent, { kind: 'recent' }) : at(log.length - 1, { kind: 'beginning' });
}
