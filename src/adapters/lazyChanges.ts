import type { ChangeSource } from '../core/review/changeSource.ts';

const load = async (): Promise<ChangeSource> => (await import('./changeSource.ts')).changeSource;

/** Reading diffs is loaded when the first one is asked for. */
export const lazyChanges: ChangeSource = {
  options: async () => (await load()).options(),
  read: async (option) => (await load()).read(option),
  refs: async (option) => (await load()).refs(option),
  commits: async (option) => (await load()).commits(option),
  commit: async (option, revision) => (await load()).commit(option, revision),
};
