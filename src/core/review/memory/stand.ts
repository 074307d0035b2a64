import { isTicked, type Block, type BlockItem } from '../../block/model.ts';
import { inlineCode } from '../../markdown/write.ts';
import type { RecordInfo } from '../../record/model.ts';
import type { Change } from '../change.ts';
import type { Selection } from '../selection.ts';
import type { Comparison } from './compare.ts';
import type { FilesOf } from './itemFiles.ts';
import type { Unfollowed } from './branches.ts';

/** Files that a line names. */
const SHOWN = 3;
/** Units of a hash that we write: enough for git to find the commit in any repository that people review. */
const SHORT = 10;

/** Where a review stands against its branch as it is now. */
export interface Stand {
  /** Full hash of the branch's last commit. */
  readonly head: string;
  /** For each commit that an answer is about and that is not `head`, what changed since. `gone`: git does not have it any more. */
  readonly since: ReadonlyMap<string, Since | 'gone'>;
  /** The change as it is now; absent when nothing had to be read. */
  readonly now?: { readonly change: Change; readonly selection: Selection };
}

export interface Since {
  readonly comparison: Comparison;
  readonly filesOf: FilesOf;
}

/** The stand, or why nobody can know: see `Unfollowed`. */
export type Standing = Stand | Unfollowed;

export function isStand(standing: Standing | undefined): standing is Stand {
  return typeof standing === 'object';
}

/** A record that remembers where its review ended: it has a branch, what the branch was compared with, and a commit. */
export type RememberingInfo = RecordInfo & { readonly branch: string; readonly base: string; readonly commit: string };

export function remembers(info: RecordInfo): info is RememberingInfo {
  return info.kind === 'review' && info.branch !== undefined && info.base !== undefined && isHash(info.commit ?? '');
}

/** The commit that an answer is about: its own, else the record's. */
export function commitOf(item: Pick<BlockItem, 'recheck' | 'checkedAt'>, { commit }: RememberingInfo): string {
  return item.checkedAt ?? /\(since ([0-9a-f]{7,40})\b[^()]*\)$/.exec(item.recheck ?? '')?.[1] ?? commit;
}

/** The commits that the answers of a record are about, and the record's own. */
export function commitsIn(items: readonly BlockItem[], info: RememberingInfo): string[] {
  return [...new Set([info.commit, ...items.filter(isTicked).map((item) => commitOf(item, info))])];
}

/** The blocks with what has to be checked again as the branch is now, whatever is written there: what every view shows. */
export function withRechecks(
  blocks: readonly Block[],
  info: RecordInfo,
  standing: Standing | undefined,
): readonly Block[] {
  if (!isStand(standing) || !remembers(info)) return blocks;
  const item = (one: BlockItem): BlockItem => {
    const { recheck: written, ...rest } = one;
    const recheck = recheckOf(one, info, standing);
    if (recheck === written) return one;
    return recheck === undefined ? rest : { ...rest, recheck };
  };
  return blocks.map((block) => ({
    ...block,
    sections: block.sections.map((section) => ({ ...section, items: section.items.map(item) })),
  }));
}

/**
 * What changed since a ticked item was ticked, as the words of its line; `undefined` when nothing did, or all of it was taken back. Where
 * nobody can know, it is what is written.
 */
export function recheckOf(item: BlockItem, info: RememberingInfo, { head, since }: Stand): string | undefined {
  const commit = commitOf(item, info);
  const known = since.get(commit);
  if (!isTicked(item)) return item.recheck;
  if (isSameCommit(head, commit)) return undefined;
  if (known === undefined || known === 'gone') return item.recheck;
  const files = known.filesOf(item);
  const paths = known.comparison.paths.filter((path) => !files || files.has(path));
  return paths.length ? recheckWords(paths, commit) : undefined;
}

/** `` `src/a.ts`, `src/b.ts` and 2 more (since 4f2a91c03b) `` */
function recheckWords(paths: readonly string[], commit: string): string {
  return `${pathsText(paths)} (since ${shortHash(commit)})`;
}

export function pathsText(paths: readonly string[]): string {
  const more = paths.length - SHOWN;
  const named = paths.slice(0, SHOWN).map(inlineCode).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

export function shortHash(commit: string): string {
  return commit.slice(0, SHORT);
}

export function isSameCommit(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(text);
}
