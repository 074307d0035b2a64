import type { Branches } from '../core/review/memory/branches.ts';

const load = async (): Promise<Branches> => (await import('./branches.ts')).branches;

/** Following branches is loaded when the first review that remembers one is looked at. */
export const lazyBranches: Branches = {
  follow: async (branch) => (await load()).follow(branch),
  relate: async (repositoryId, commit, head) => (await load()).relate(repositoryId, commit, head),
  onDidMove: (listener) => {
    let isDisposed = false;
    const watching = load().then(({ onDidMove }) => (isDisposed ? undefined : onDidMove(listener)));
    return {
      dispose: () => {
        isDisposed = true;
        void watching.then((one) => one?.dispose());
      },
    };
  },
};
