import * as vscode from 'vscode';
import { Emitter, type Disposable, type Event } from '../core/emitter.ts';
import type { Branches, FollowedBranch, ReviewedBranch } from '../core/review/memory/branches.ts';
import { nameOf, openRepositories } from './changeSource.ts';
import { gitApi, type GitRepository } from './gitApi.ts';

/** What VS Code's own Git extension knows of branches, and tells when they move; no git is started by us, and nothing is polled. */
export const branches: Branches = {
  async follow(branch) {
    if (!vscode.workspace.isTrusted) return 'restricted';
    if (!(await gitApi())) return 'unavailable';
    const all = await openRepositories();
    const named = all.filter((one) => branch.repository === undefined || nameOf(one) === branch.repository);
    // A colleague's clone may lie in a folder of another name: with one repository there is no doubt which one is meant.
    const meant = named.length || all.length > 1 ? named : all;
    if (!meant.length) return 'no-repository';
    const followed = (await Promise.all(meant.map((one) => headOf(one, branch)))).filter((one) => one !== undefined);
    if (followed.length < 2) return followed[0] ?? 'no-branch';
    const knows = await Promise.all(
      followed.map(async ({ repositoryId }) => hasCommit(await find(repositoryId), branch.commit)),
    );
    return followed[knows.indexOf(true)] ?? followed[0]!;
  },

  async relate(repositoryId, commit, head) {
    const repository = await find(repositoryId);
    const full = await repository?.getCommit(commit).then(
      ({ hash }) => hash,
      () => undefined,
    );
    if (!repository || full === undefined) return 'gone';
    const base = await repository.getMergeBase(full, head).catch(() => undefined);
    return base === full ? 'ancestor' : 'apart';
  },

  onDidMove: (listener) => new HeadWatch(listener),
};

async function find(repositoryId: string): Promise<GitRepository | undefined> {
  return (await openRepositories()).find(({ rootUri }) => rootUri.toString() === repositoryId);
}

async function hasCommit(repository: GitRepository | undefined, commit: string): Promise<boolean> {
  return (await repository?.getCommit(commit).catch(() => undefined)) !== undefined;
}

/** The branch may be another than the one that is checked out. */
async function headOf(repository: GitRepository, { branch }: ReviewedBranch): Promise<FollowedBranch | undefined> {
  if (!repository.state.HEAD) await repository.status(); // only just opened
  const { HEAD: current } = repository.state;
  const head =
    current?.name === branch
      ? current.commit
      : await repository.getCommit(`refs/heads/${branch}`).then(
          ({ hash }) => hash,
          () => undefined,
        );
  return head === undefined ? undefined : { repositoryId: repository.rootUri.toString(), head };
}

type Watched = GitRepository & { readonly state: { readonly onDidChange: vscode.Event<void> } };

/** Git tells of every change of a file; only a HEAD that moved is passed on. */
class HeadWatch implements Disposable {
  readonly #moved = new Emitter<void>();
  readonly #subscriptions: Disposable[] = [this.#moved];
  readonly #heads = new Map<string, string>();
  #isDisposed = false;

  constructor(listener: Parameters<Event<void>>[0]) {
    this.#moved.event(listener);
    void this.#start();
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const one of this.#subscriptions.splice(0)) one.dispose();
  }

  async #start(): Promise<void> {
    const api = vscode.workspace.isTrusted ? await gitApi().catch(() => undefined) : undefined;
    if (!api || this.#isDisposed) {
      if (!this.#isDisposed)
        this.#subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#moved.fire()));
      return;
    }
    for (const repository of api.repositories) this.#watch(repository as Watched);
    this.#subscriptions.push(
      api.onDidOpenRepository((repository) => {
        this.#watch(repository as Watched);
        this.#moved.fire();
      }),
    );
  }

  #watch(repository: Watched): void {
    const key = repository.rootUri.toString();
    const head = (): string => `${repository.state.HEAD?.name ?? ''}@${repository.state.HEAD?.commit ?? ''}`;
    this.#heads.set(key, head());
    this.#subscriptions.push(
      repository.state.onDidChange(() => {
        if (this.#heads.get(key) === head()) return;
        this.#heads.set(key, head());
        this.#moved.fire();
      }),
    );
  }
}
