import { Emitter } from '../../../../../src/core/emitter.ts';
import type { Change, ChangeCommit } from '../../../../../src/core/review/change.ts';
import type { ChangeOption, ChangeSource } from '../../../../../src/core/review/changeSource.ts';
import type { Branches, Unfollowed } from '../../../../../src/core/review/memory/branches.ts';
import { changeOf, type Patch } from '../diffs.ts';

interface Commit extends ChangeCommit {
  readonly hash: string;
  readonly base: string;
  readonly parents: readonly string[];
  /** What the branch adds to its base, up to here. */
  readonly patch: Patch;
}

/** One repository with one branch, behind the two ports: commits are what the branch adds to its base. */
export class FakeGit {
  readonly commits = new Map<string, Commit>();
  readonly asked: string[] = [];
  head = '';
  absent: Unfollowed | undefined;
  listeners = 0;
  readonly #moved = new Emitter<void>();
  #count = 0;

  /** A new commit on top of the parents (default: HEAD), which HEAD moves to. Returns its hash. */
  commit(patch: Patch, { message = 'Work', base = baseHash(1), parents = this.#line(this.head) } = {}): string {
    const hash = (++this.#count).toString(16).padStart(8, '0').padEnd(40, 'c');
    this.commits.set(hash, { hash, message, base, parents, patch });
    this.head = hash;
    return hash;
  }

  /** Tells those who listen that HEAD moved. */
  tell(): void {
    this.#moved.fire();
  }

  readonly branches: Branches = {
    follow: async () => this.absent ?? { repositoryId: 'repo', head: this.head },
    relate: async (_, commit, head) => {
      const found = this.#find(commit);
      if (!found) return 'gone';
      return this.#line(head).includes(found.hash) ? 'ancestor' : 'apart';
    },
    onDidMove: (listener) => {
      this.listeners++;
      const subscription = this.#moved.event(listener);
      return { dispose: () => (this.listeners--, subscription.dispose()) };
    },
  };

  readonly changes: ChangeSource = {
    options: async () => [],
    refs: async () => [],
    commits: async () => [],
    commit: async () => undefined,
    read: async (option) => this.#read(option),
  };

  changeAt(hash: string): Change {
    const { base, patch } = this.commits.get(hash)!;
    const commits = this.#line(hash).map((one) => this.commits.get(one)!);
    return changeOf(patch, { origin: { kind: 'branch', base: 'main' }, branch: 'topic', base, head: hash, commits });
  }

  #read({ origin }: ChangeOption): Change | undefined {
    const to = origin.kind === 'range' ? this.#find(origin.to) : undefined;
    this.asked.push(to?.hash ?? 'nothing');
    return to && this.changeAt(to.hash);
  }

  #find(commit: string): Commit | undefined {
    return [...this.commits.values()].find(({ hash }) => hash.startsWith(commit));
  }

  /** The commit and those before it, the newest first. */
  #line(hash: string): string[] {
    const commit = this.commits.get(hash);
    return commit ? [hash, ...commit.parents] : [];
  }
}

export function baseHash(number: number): string {
  return String(number).padEnd(40, 'b');
}
