/** Where a change comes from. */
export type ChangeOrigin =
  /** What a branch adds to a base, from their merge base on. `base` is the name that was compared with, `origin/main`. */
  | { readonly kind: 'branch'; readonly base: string }
  /** What is staged. */
  | { readonly kind: 'index' }
  /** All that is not committed: staged, unstaged and untracked. */
  | { readonly kind: 'working-tree' }
  | { readonly kind: 'commit'; readonly hash: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** No version control: the files that are open, as if each were new. */
  | { readonly kind: 'open-editors' };

/** What somebody changed, in one repository. */
export interface Change {
  readonly origin: ChangeOrigin;
  /** The repository's name; absent without version control. */
  readonly repository?: string;
  /** The workspace has further repositories. */
  readonly isOneOfSeveral?: boolean;
  /** Absent when HEAD is detached, or unknown. */
  readonly branch?: string;
  /** The commit that the diff starts from, as a full hash; absent when it starts from no commit or nobody knows. */
  readonly base?: string;
  /** The commit that the diff leads to, as a full hash; absent for what is not committed. */
  readonly head?: string;
  readonly files: readonly ChangedFile[];
  /** The commits of the change, newest first; empty for what is not committed. */
  readonly commits: readonly ChangeCommit[];
  /** Who works in this editor, as git signs their commits. */
  readonly user?: Person;
  /** Where the repository lies; absent when no workspace folder is in it or around it. */
  readonly root?: RepositoryRoot;
  /** Files that were left out because the diff is too large to be read whole; 0 or absent: none. */
  readonly unreadFiles?: number;
}

/** How a path in the repository becomes one from the workspace's root: `strip` is taken off its front, then `add` is put there. */
export interface RepositoryRoot {
  readonly strip: string;
  readonly add: string;
}

export interface ChangeCommit {
  readonly hash?: string;
  readonly message: string;
  readonly author?: Person;
}

export interface Person {
  readonly name?: string;
  readonly email?: string;
}

/** `changed-mode`: the content is the same, its permissions or its type are not. */
export type FileStatus = 'added' | 'deleted' | 'modified' | 'renamed' | 'copied' | 'changed-mode';

export interface ChangedFile {
  /** From the repository's root, with `/`. For a deleted file, the path that it had. */
  readonly path: string;
  /** Where it was before; only for renamed and copied files. */
  readonly oldPath?: string;
  readonly status: FileStatus;
  /** VS Code language id; absent when the path does not tell. */
  readonly language?: string;
  /** In rising order. Line endings are not part of the text. */
  readonly added: readonly ChangedLine[];
  readonly removed: readonly ChangedLine[];
  readonly hunks: readonly Hunk[];
  readonly isBinary: boolean;
  /** Made by a tool, or by others and copied in: nobody reads it line by line. Lockfiles are generated too. */
  readonly isGenerated: boolean;
  /** Who says so: the repository's `.gitattributes`, or linguist's conventions about names and first lines. */
  readonly generatedBy?: 'attributes' | 'convention';
  readonly isLockfile: boolean;
  readonly isSubmodule: boolean;
  /** How git names the new content, as the diff abbreviates it; absent where the diff does not say. */
  readonly blob?: string;
  /** The diff of this file could not be read; its name is all there is. */
  readonly isUnread: boolean;
}

export interface ChangedLine {
  /** 1-based: in the new file for an added line, in the old one for a removed line. */
  readonly line: number;
  readonly text: string;
}

/** 1-based lines; a side without lines starts where its lines would. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}
