import type { Event } from '../../emitter.ts';

/** What version control knows of branches that were reviewed. Nothing here changes anything. */
export interface Branches {
  /** Where a branch stands now, or why nobody knows. */
  follow(branch: ReviewedBranch): Promise<FollowedBranch | Unfollowed>;
  /** How a commit, full or abbreviated, relates to the head of a branch. `gone`: the repository does not have it. */
  relate(repositoryId: string, commit: string, head: string): Promise<'ancestor' | 'apart' | 'gone'>;
  /** HEAD of a repository moved, or a repository was opened. Nothing is watched while nobody listens. */
  readonly onDidMove: Event<void>;
}

export interface ReviewedBranch {
  /** The repository's name, when the workspace had several. */
  readonly repository?: string;
  readonly branch: string;
  /** Tells repositories apart when none is named. */
  readonly commit: string;
}

export interface FollowedBranch {
  /** See `ChangeOption`. */
  readonly repositoryId: string;
  /** Full hash. */
  readonly head: string;
}

/**
 * `unavailable`: the Git extension is absent (the web) or switched off. `no-branch`: deleted, or never fetched. `no-base`: what it was
 * compared with is gone, or has no history in common with it.
 */
export type Unfollowed = 'restricted' | 'unavailable' | 'no-repository' | 'no-branch' | 'no-base';
