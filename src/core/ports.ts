import type { Event, Disposable } from './emitter.ts';
import type { EvidenceSource } from './evidence/evidence.ts';
import type { Root } from './evidence/relativePaths.ts';
import type { Branches } from './review/memory/branches.ts';
import type { ChangeSource } from './review/changeSource.ts';
import type { ReviewPlaces } from './snippet/reviewPlace.ts';
import type { History } from './suspects/history.ts';
import type { TextEdit } from './text/edits.ts';

/** What the core needs from the program it runs in. Files and folders are named by URI, as text. */
export interface Host {
  readonly files: Files;
  readonly places: Places;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** In the order in which they are shown. */
  readonly evidence: readonly EvidenceSource[];
  readonly history: History;
  readonly changes: ChangeSource;
  readonly branches: Branches;
  readonly reviewPlaces: ReviewPlaces;
}

/** Texts as the user sees them: what is open in an editor wins over what is on disk. */
export interface Files {
  /** The files directly in a folder, Markdown unless another ending is given (`md`, `{a,b}`); empty when the folder is not there. */
  list(folder: string, ending?: string): Promise<readonly FileEntry[]>;
  /** `undefined` when there is no such file, or it is not text. */
  read(uri: string): Promise<string | undefined>;
  /**
   * Changes a text in place, one change at a time for each file. `change` gets the text as it is then. A file that had no
   * unsaved edits is saved; one that had is left unsaved.
   */
  edit(uri: string, change: (text: string) => readonly TextEdit[]): Promise<EditOutcome>;
  /** Writes a new file under a name that is not taken; makes the folder when needed. Returns its URI. */
  create(folder: string, nameOf: (taken: readonly string[]) => string, text: string): Promise<string>;
  /** To the trash where there is one. */
  delete(uri: string): Promise<void>;
  /** Tells of changes in the folder's files until disposed; of which ones as in `list`. */
  watch(folder: string, ending?: string): Disposable;
  /** A text that is open, or a file in a watched folder, has changed, come or gone. */
  readonly onDidChange: Event<FileChange>;
}

export interface FileEntry {
  readonly uri: string;
  readonly name: string;
}

export interface FileChange {
  readonly uri: string;
  /** False when only the text of a known file changed. */
  readonly isNewOrGone: boolean;
  /** The text is being edited in this window, by hand or by a command; absent when it changed on disk. */
  readonly isTyped?: boolean;
}

/** `refused`: the editor did not take the edits (a read-only file, say). */
export type EditOutcome = 'saved' | 'unsaved' | 'unchanged' | 'refused' | 'gone';

/** Where things lie. */
export interface Places {
  readonly builtInChecklists: string;
  readonly builtInSnippets: string;
  userChecklists(): readonly string[];
  /** VS Code's own folder of the user's snippets where there is one, and the folders of a setting. */
  userSnippets(): readonly string[];
  /** `.vscode` of each workspace folder; empty in Restricted Mode. */
  teamSnippets(): readonly WorkspacePlace[];
  /** One for each workspace folder; empty in Restricted Mode. */
  teamChecklists(): readonly WorkspacePlace[];
  readonly privateRecords: string;
  /** One for each workspace folder. */
  sharedRecords(): readonly WorkspacePlace[];
  /** The workspace folders as the programs in them write their paths. */
  roots(): readonly Root[];
  /** Whether the workspace has a file of this path, written from its root (with several roots: from the root's name). */
  hasFile(path: string): Promise<boolean>;
  /** The path of a file, written as `hasFile` takes it; `undefined` for a file outside the workspace. */
  pathOf(uri: string): string | undefined;
  /** The other way round; `undefined` for a path that leads out of the workspace. The file need not be there. */
  uriOf(path: string): string | undefined;
  /**
   * Files anywhere in the workspace, installed and built code left out, whose path ends in these whole steps: at most so many,
   * written as `hasFile` takes them. May also give paths that differ in special characters. A scan, and absent where there is none.
   */
  filesEndingIn?(end: string, most: number): Promise<readonly string[]>;
  /** The workspace folders, a setting or the workspace's trust changed what the methods above answer. */
  readonly onDidChange: Event<void>;
}

export interface WorkspacePlace {
  readonly folder: string;
  /** The workspace folder's name. */
  readonly workspace: string;
}

export type RecordsPlace = 'private' | 'shared';
export type Methodology = 'agile' | 'waterfall' | 'both';

export interface Settings {
  /** `undefined` until the user has chosen. */
  readonly recordsPlace: RecordsPlace | undefined;
  readonly methodology: Methodology;
  /** Regular expressions of the user for what else is secret. */
  readonly redactionPatterns: readonly { readonly name: string; readonly pattern: string }[];
  /** As the user wrote them, for `labelStyleOf`. */
  readonly reviewLabels: unknown;
  readonly reviewLabelFormat: unknown;
  /** A setting of ours has changed. */
  readonly onDidChange: Event<void>;
  /** Remembers the user's choice for all workspaces. */
  setRecordsPlace(place: RecordsPlace): Promise<void>;
}

export interface Clock {
  /** ISO 8601, local time with offset, to the minute: `2026-11-23T14:05+01:00`. */
  now(): string;
  /** Resolves after so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
