import * as vscode from 'vscode';
import { boundedDiff, mergeFiles, newFile } from '../core/review/assemble.ts';
import type { Change, ChangeCommit, ChangedFile } from '../core/review/change.ts';
import {
  baseCandidates,
  optionsFor,
  pullRequestNumber,
  type ChangeOption,
  type ChangeSource,
  type CommitName,
  type RefName,
} from '../core/review/changeSource.ts';
import { parseDiff } from '../core/review/parseDiff.ts';
import { attributesOf, untracked } from './changeFiles.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { gitApi, repositoryAt, type GitApi, type GitRepository } from './gitApi.ts';

const MAX_COMMITS = 500;
const MAX_REFS = 5000;
/** What a list shows: who looks for something older types its name. */
const SHOWN_COMMITS = 50;
const SHOWN_REFS = 200;

/** What reviews need of the Git extension's API beyond what triage does. */
interface Repository extends GitRepository {
  diff(cached?: boolean): Promise<string>;
  /** `git diff one other`, of anything that git can compare. */
  diffBlobs(one: string, other: string): Promise<string>;
  /** `git diff one...other`: from their merge base on. */
  diffBetweenPatch(one: string, other: string): Promise<string>;
  getBranchBase(name: string): Promise<{ readonly remote?: string; readonly name?: string } | undefined>;
  getConfig(key: string): Promise<string>;
  getCommit(ref: string): Promise<Commit>;
  log(options: Parameters<GitRepository['log']>[0]): Promise<readonly Commit[]>;
}

interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorName?: string;
  readonly authorEmail?: string;
  readonly authorDate?: Date;
}

/** Reads diffs through VS Code's own Git extension; no git is started by us. */
export const changeSource: ChangeSource = {
  async options() {
    const repositories = await openRepositories();
    if (!repositories.length)
      return openEditors().length ? [{ origin: { kind: 'open-editors' }, fileCount: openEditors().length }] : [];
    return (await Promise.all(repositories.map(optionsOf))).flat();
  },

  async read(option) {
    if (option.origin.kind === 'open-editors')
      return { origin: option.origin, files: openEditors(), commits: [], root: { strip: '', add: '' } };
    const repository = await repositoryOf(option);
    return repository && readChange(repository, option);
  },

  async refs(option) {
    const repository = await repositoryOf(option);
    const refs = await repository?.getRefs({ pattern: 'refs/', count: SHOWN_REFS, sort: 'creatordate' });
    return (refs ?? []).flatMap(({ name, type }): RefName[] => {
      const kind = type === undefined ? undefined : REF_KINDS[type];
      return kind === undefined || name === undefined || name === repository?.state.HEAD?.name ? [] : [{ name, kind }];
    });
  },

  async commits(option) {
    const repository = await repositoryOf(option);
    const log = await repository?.log({ maxEntries: SHOWN_COMMITS }).catch(() => []);
    return (log ?? []).map(toCommitName);
  },

  async commit(option, revision) {
    const repository = await repositoryOf(option);
    const commit = revision.startsWith('-') ? undefined : await repository?.getCommit(revision).catch(() => undefined);
    return commit && toCommitName(commit);
  },
};

/** By `RefType` of the Git extension's API. */
const REF_KINDS = ['branch', 'remote', 'tag'] as const;

/** Those of the workspace, the active editor's first; empty in Restricted Mode and without the Git extension. */
export async function openRepositories(): Promise<Repository[]> {
  if (!vscode.workspace.isTrusted) return [];
  const api: GitApi | undefined = await gitApi();
  if (!api) return [];
  await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => repositoryAt(api, uri).catch(() => undefined)),
  );
  const active = vscode.window.activeTextEditor?.document.uri;
  const first = active && api.getRepository(active);
  return [...api.repositories].toSorted((a, b) => Number(b === first) - Number(a === first)) as Repository[];
}

async function repositoryOf({ repositoryId }: ChangeOption): Promise<Repository | undefined> {
  return (await openRepositories()).find(({ rootUri }) => rootUri.toString() === repositoryId);
}

async function optionsOf(repository: Repository): Promise<ChangeOption[]> {
  await repository.status();
  const { HEAD: head, indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const base = head?.commit === undefined ? undefined : await baseOf(repository);
  const mergeBase = base === undefined ? undefined : await repository.getMergeBase(base, 'HEAD');
  const uncommitted = new Set(
    [...indexChanges, ...workingTreeChanges, ...untrackedChanges].map(({ uri }) => uri.toString()),
  );
  const [pullRequest, last] = await Promise.all([
    pullRequestOf(repository),
    head?.commit === undefined ? undefined : repository.getCommit(head.commit).catch(() => undefined),
  ]);
  const branch = head?.name === undefined ? {} : { branch: head.name };
  return optionsFor({
    ...branch,
    ...(head?.commit === undefined ? {} : { head: head.commit }),
    ...(base === undefined || !mergeBase ? {} : { base }),
    isAhead: mergeBase !== head?.commit,
    stagedFiles: indexChanges.length,
    uncommittedFiles: uncommitted.size,
  }).map((option) => ({
    ...option,
    ...branch,
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...(option.origin.kind === 'commit' && last ? { subject: toCommitName(last).subject } : {}),
    repositoryId: repository.rootUri.toString(),
    repository: nameOf(repository),
  }));
}

async function pullRequestOf(repository: Repository): Promise<number | undefined> {
  const { name } = repository.state.HEAD ?? {};
  if (name === undefined) return undefined;
  return pullRequestNumber(await repository.getConfig(`branch.${name}.github-pr-owner-number`).catch(() => ''));
}

/** The first candidate that there is. Refs are asked for once: each question starts a git. */
async function baseOf(repository: Repository): Promise<string | undefined> {
  const { name, upstream } = repository.state.HEAD ?? {};
  const [known, refs] = await Promise.all([
    name === undefined ? undefined : repository.getBranchBase(name).catch(() => undefined),
    repository.getRefs({ pattern: 'refs/', count: MAX_REFS, sort: 'creatordate' }),
  ]);
  const names = new Set(refs.map((ref) => ref.name));
  const remembered = [known?.name, `${known?.remote ?? ''}/${known?.name ?? ''}`].find((ref) => names.has(ref));
  const candidates = baseCandidates(name, upstream && `${upstream.remote}/${upstream.name}`, remembered);
  return candidates.find((ref) => names.has(ref));
}

async function readChange(repository: Repository, option: ChangeOption): Promise<Change | undefined> {
  const { origin } = option;
  const { HEAD: head } = repository.state;
  const root = repositoryRoot(repository.rootUri);
  const about = {
    origin,
    repository: nameOf(repository),
    isOneOfSeveral: (await openRepositories()).length > 1,
    ...(root ? { root } : {}),
    ...(head?.name === undefined ? {} : { branch: head.name }),
    ...(await userOf(repository)),
  };
  if (origin.kind === 'index' || origin.kind === 'working-tree') {
    const [staged, unstaged] = await Promise.all([
      repository.diff(true),
      origin.kind === 'index' ? '' : repository.diff(false),
    ]);
    const attributes = await attributesOf(
      repository,
      [...staged.matchAll(PATHS), ...unstaged.matchAll(PATHS)].map(([, path]) => path!),
    );
    const read = [staged, unstaged].map((text) => boundedDiff(text));
    const [one, other] = read.map(({ text }) => parseDiff(text, { attributes }));
    const files = [
      ...mergeFiles(one ?? [], other ?? []),
      ...(origin.kind === 'index' ? [] : await untracked(repository, attributes)),
    ];
    return {
      ...about,
      ...(head?.commit === undefined ? {} : { base: head.commit }),
      files,
      commits: [],
      ...unread(read.reduce((sum, { unreadFiles }) => sum + unreadFiles, 0)),
    };
  }
  if (origin.kind === 'open-editors') return undefined;
  const ends = await endsOf(repository, origin);
  if (!ends) return undefined;
  const { from, to, commits } = ends;
  const base = from === undefined ? undefined : await repository.getMergeBase(from, to.hash);
  if (from !== undefined && !base) return undefined; // histories that have nothing in common
  const { text, unreadFiles } = boundedDiff(
    from === undefined
      ? await repository.diffBlobs(emptyTree(to.hash), to.hash)
      : await repository.diffBetweenPatch(from, to.hash),
  );
  const attributes = await attributesOf(
    repository,
    [...text.matchAll(PATHS)].map(([, path]) => path!),
  );
  return {
    ...about,
    ...(base ? { base } : {}),
    head: to.hash,
    files: parseDiff(text, { attributes }),
    commits,
    ...unread(unreadFiles),
  };
}

/** The tree without a file, which git knows in every repository, by the length of its hashes (SHA-1, SHA-256). */
function emptyTree({ length }: string): string {
  return length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

/** The new names of a diff: enough to know in which folders a `.gitattributes` may lie. */
const PATHS = /^\+\+\+ "?[a-z]?\/?(.*)$/gm;

function unread(files: number): { unreadFiles?: number } {
  return files ? { unreadFiles: files } : {};
}

/** `undefined` when a ref names no commit. The first commit of a repository has no `from`. */
async function endsOf(
  repository: Repository,
  origin: Extract<Change['origin'], { kind: 'branch' | 'commit' | 'range' }>,
): Promise<{ from: string | undefined; to: Commit; commits: ChangeCommit[] } | undefined> {
  const to = await repository
    .getCommit(origin.kind === 'commit' ? origin.hash : origin.kind === 'range' ? origin.to : 'HEAD')
    .catch(() => undefined);
  if (!to) return undefined;
  if (origin.kind === 'commit') return { from: to.parents[0], to, commits: [toCommit(to)] };
  const from = origin.kind === 'branch' ? origin.base : origin.from;
  const log = await repository.log({ range: `${from}..${to.hash}` }).catch(() => undefined);
  return log && { from, to, commits: log.slice(0, MAX_COMMITS).map(toCommit) };
}

/** Files that are open in tabs and loaded, as if each were new. */
function openEditors(): ChangedFile[] {
  const isShown = ({ uri, isUntitled }: vscode.TextDocument): boolean =>
    !isUntitled && vscode.workspace.getWorkspaceFolder(uri) !== undefined && uri.scheme !== 'git';
  return vscode.workspace.textDocuments
    .filter(isShown)
    .map((document) => newFile(vscode.workspace.asRelativePath(document.uri), document.getText()));
}

async function userOf(repository: Repository): Promise<Pick<Change, 'user'>> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((key) => repository.getConfig(key).catch(() => '')),
  );
  return name || email ? { user: { ...(name ? { name } : {}), ...(email ? { email } : {}) } } : {};
}

function toCommitName({ hash, message, authorName, authorDate }: Commit): CommitName {
  return {
    hash,
    subject: (message.split('\n', 1)[0] ?? '').trim(),
    ...(authorName === undefined ? {} : { author: authorName }),
    ...(authorDate === undefined ? {} : { date: authorDate.toISOString().slice(0, 10) }),
  };
}

function toCommit({ hash, message, authorName, authorEmail }: Commit): ChangeCommit {
  const author = {
    ...(authorName === undefined ? {} : { name: authorName }),
    ...(authorEmail === undefined ? {} : { email: authorEmail }),
  };
  return { hash, message, author };
}

/** What people call a repository: its folder. */
export function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').findLast((part) => part !== '') ?? rootUri.path;
}
