import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { gitText, type GitState } from '../../core/evidence/gitText.ts';
import type { Places } from '../../core/ports.ts';
import { systemClock } from '../clock.ts';
import { gitApi, repositoryAt, type GitRepository } from '../gitApi.ts';
import { operationsIn } from './gitOperations.ts';

/** Commits shown since the last good point, and where there is none. */
const COMMITS = 30;
const LAST_COMMITS = 10;
/** Newest tags that are looked at for one that is behind HEAD: each costs a git process. */
const TAGS = 5;
/** Where other people's work comes in. Looked up in this order; `getBranchBase` would write into the repository's config. */
const TRUNKS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** Branch, HEAD, what is not committed or not finished, and the commits since the last good point. Our records are no change of the user's. */
export const gitSource = (places: Pick<Places, 'sharedRecords'>): EvidenceSource => ({
  id: 'git',
  name: vscode.l10n.t('Git'),
  isOnDemand: false,
  async collect() {
    const repository = await activeRepository();
    if (!repository) return undefined;
    await repository.status();
    const { HEAD: head } = repository.state;
    const { workingTreeChanges, indexChanges, mergeChanges, untrackedChanges = [], rebaseCommit } = repository.state;
    const changes = [...mergeChanges, ...indexChanges, ...workingTreeChanges, ...untrackedChanges];
    const records = places.sharedRecords().map(({ folder }) => `${folder}/`);
    const own = changes.filter(({ uri }) => !records.some((folder) => uri.toString().startsWith(folder)));
    const dirty = [...new Set(own.map(({ uri }) => vscode.workspace.asRelativePath(uri)))];
    const [inProgress, history] = await Promise.all([operationsIn(repository), commitsOf(repository)]);
    const state: GitState = {
      ...(head?.name === undefined ? {} : { branch: head.name }),
      ...(head?.commit === undefined ? {} : { head: head.commit }),
      ...(head?.upstream
        ? {
            upstream: {
              name: `${head.upstream.remote}/${head.upstream.name}`,
              ahead: head.ahead ?? 0,
              behind: head.behind ?? 0,
            },
          }
        : {}),
      inProgress: inProgress.map((one) =>
        one === 'rebase' && rebaseCommit ? `rebase at ${rebaseCommit.hash.slice(0, 12)}` : one,
      ),
      conflicts: mergeChanges.length,
      dirty,
      ...history,
    };
    return {
      source: 'git',
      title: 'Git',
      summary: [
        head?.name,
        ...inProgress,
        dirty.length === 1 ? vscode.l10n.t('1 file not committed') : '',
        dirty.length > 1 ? vscode.l10n.t('{0} files not committed', dirty.length) : '',
      ]
        .filter(Boolean)
        .join(', '),
      text: gitText(state),
      language: 'text',
      at: systemClock.now(),
      isContext: true,
      facts: {
        ...(head?.name ? { branch: head.name } : {}),
        ...(head?.commit ? { commit: head.commit.slice(0, 12) } : {}),
      },
    };
  },
});

/** That of the active editor, else that of the first workspace folder. */
async function activeRepository(): Promise<GitRepository | undefined> {
  const api = await gitApi();
  if (!api) return undefined;
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const known = active && api.getRepository(active);
  return known ?? (folder && (await repositoryAt(api, folder))) ?? api.repositories[0];
}

type History = Pick<GitState, 'commits' | 'since' | 'hasMore'>;

/** The commits of this branch; on the trunk itself those since the last tag; without a tag the last ones. */
async function commitsOf(repository: GitRepository): Promise<History> {
  const { HEAD: head } = repository.state;
  if (!head?.commit) return { commits: [], hasMore: false };
  const base = (await baseOf(repository, head.commit, head.name)) ?? (await tagBehind(repository, head.commit));
  const most = base ? COMMITS : LAST_COMMITS;
  const commits = await repository.log({
    maxEntries: base ? most + 1 : most,
    ...(base ? { refNames: [head.commit, `^${base.commit}`] } : {}),
  });
  return {
    commits: commits.slice(0, most).map(({ hash, message, authorDate }) => ({
      hash,
      message,
      ...(authorDate ? { date: authorDate.toISOString() } : {}),
    })),
    ...(base ? { since: base.name } : {}),
    hasMore: base !== undefined && commits.length > most,
  };
}

interface Point {
  /** For people. */
  readonly name: string;
  readonly commit: string;
}

/** Where the branch left the trunk; `undefined` on the trunk, and on a branch without commits of its own. */
async function baseOf(repository: GitRepository, head: string, branch: string | undefined): Promise<Point | undefined> {
  if (branch !== undefined && TRUNKS.includes(branch)) return undefined;
  for (const trunk of TRUNKS) {
    const commit = await repository.getMergeBase(head, trunk).catch(() => undefined);
    if (commit) return commit === head ? undefined : { name: `${trunk} (${commit.slice(0, 12)})`, commit };
  }
  return undefined;
}

async function tagBehind(repository: GitRepository, head: string): Promise<Point | undefined> {
  const tags = await repository.getRefs({ pattern: 'refs/tags', sort: 'creatordate', count: TAGS });
  for (const { name, commit } of tags) {
    if (name === undefined || commit === undefined) continue;
    const base = await repository.getMergeBase(commit, head).catch(() => undefined);
    if (base === commit) return { name, commit };
  }
  return undefined;
}
