import * as vscode from 'vscode';
import { boundedDiff, mergeFiles, newFile } from '../core/review/assemble.ts';
import type { Change, ChangeCommit, ChangedFile } from '../core/review/change.ts';
import { baseCandidates, optionsFor, type ChangeOption, type ChangeSource } from '../core/review/changeSource.ts';
import { readAttributes, type FileAttributes } from '../core/review/gitAttributes.ts';
import { parseDiff } from '../core/review/parseDiff.ts';
import { gitApi, repositoryAt, type GitApi, type GitChange, type GitRepository } from './gitApi.ts';

/** `Status.UNTRACKED` of the Git extension's API. */
const UNTRACKED = 7;
const MAX_NEW_FILES = 500;
const MAX_ATTRIBUTES = 64;
const MAX_COMMITS = 500;
const MAX_REFS = 5000;

type Attributes = (path: string) => FileAttributes;

/** What reviews need of the Git extension's API beyond what triage does. */
interface Repository extends GitRepository {
  diff(cached?: boolean): Promise<string>;
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
    if (option.origin.kind === 'open-editors') return { origin: option.origin, files: openEditors(), commits: [] };
    const repository = await repositoryOf(option);
    return repository && readChange(repository, option);
  },

  async refs(option) {
    const repository = await repositoryOf(option);
    const refs = await repository?.getRefs({ pattern: 'refs/', count: 200, sort: 'creatordate' });
    return (refs ?? []).flatMap(({ name }) =>
      name === undefined || name === repository?.state.HEAD?.name ? [] : [name],
    );
  },
};

async function openRepositories(): Promise<Repository[]> {
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
    repositoryId: repository.rootUri.toString(),
    repository: nameOf(repository),
  }));
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
  const about = {
    origin,
    repository: nameOf(repository),
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
  const base = await repository.getMergeBase(from, to.hash);
  if (!base) return undefined; // histories that have nothing in common
  const { text, unreadFiles } = boundedDiff(await repository.diffBetweenPatch(from, to.hash));
  const attributes = await attributesOf(
    repository,
    [...text.matchAll(PATHS)].map(([, path]) => path!),
  );
  return { ...about, base, head: to.hash, files: parseDiff(text, { attributes }), commits, ...unread(unreadFiles) };
}

/** The new names of a diff: enough to know in which folders a `.gitattributes` may lie. */
const PATHS = /^\+\+\+ "?[a-z]?\/?(.*)$/gm;

function unread(files: number): { unreadFiles?: number } {
  return files ? { unreadFiles: files } : {};
}

/**
 * `undefined` when a ref names no commit, and for the first commit of a repository: the Git extension's API has no diff without two
 * commits.
 */
async function endsOf(
  repository: Repository,
  origin: Extract<Change['origin'], { kind: 'branch' | 'commit' | 'range' }>,
): Promise<{ from: string; to: Commit; commits: ChangeCommit[] } | undefined> {
  const to = await repository
    .getCommit(origin.kind === 'commit' ? origin.hash : origin.kind === 'range' ? origin.to : 'HEAD')
    .catch(() => undefined);
  if (!to) return undefined;
  if (origin.kind === 'commit') {
    const [from] = to.parents;
    return from === undefined ? undefined : { from, to, commits: [toCommit(to)] };
  }
  const from = origin.kind === 'branch' ? origin.base : origin.from;
  const log = await repository.log({ range: `${from}..${to.hash}` }).catch(() => undefined);
  return log && { from, to, commits: log.slice(0, MAX_COMMITS).map(toCommit) };
}

async function untracked(repository: Repository, attributes: Attributes): Promise<ChangedFile[]> {
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const isUntracked = (change: GitChange & { readonly status?: number }): boolean => change.status === UNTRACKED;
  const uris = [...workingTreeChanges.filter(isUntracked), ...untrackedChanges]
    .slice(0, MAX_NEW_FILES)
    .map(({ uri }) => uri);
  const files = uris.map(async (uri) => {
    const path = pathOf(repository, uri);
    const text = await textOf(uri);
    return text === undefined ? [] : [newFile(path, text, attributes(path))];
  });
  return (await Promise.all(files)).flat();
}

async function attributesOf(repository: Repository, paths: readonly string[]): Promise<Attributes> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0 && folders.size < MAX_ATTRIBUTES; at = path.indexOf('/', at + 1))
      folders.add(path.slice(0, at + 1));
  }
  const files = [...folders].map(async (folder) => {
    const text = await textOf(vscode.Uri.joinPath(repository.rootUri, folder, '.gitattributes'));
    return text === undefined ? [] : [{ folder, text }];
  });
  return readAttributes((await Promise.all(files)).flat());
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
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

function toCommit({ hash, message, authorName, authorEmail }: Commit): ChangeCommit {
  const author = {
    ...(authorName === undefined ? {} : { name: authorName }),
    ...(authorEmail === undefined ? {} : { email: authorEmail }),
  };
  return { hash, message, author };
}

function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').findLast((part) => part !== '') ?? rootUri.path;
}

function pathOf({ rootUri }: GitRepository, uri: vscode.Uri): string {
  const root = rootUri.path.replace(/\/*$/, '/');
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.path;
}
