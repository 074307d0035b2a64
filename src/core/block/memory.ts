import type { Entry } from '../markdown/outline.ts';
import type { BlockItem } from './model.ts';

const RECHECK = /\(since [0-9a-f]{7,40}\b[^()]*\)$/;
const HASH = /^[0-9a-f]{7,40}$/;

/** Entries that say which commit an answer is about. The same labels with other words are a person's own, and stay. */
export function memoryEntries(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    ({ label, text }) => (label === 're-check' && RECHECK.test(text)) || (label === 'checked at' && HASH.test(text)),
  );
}

export function memoryOf(entries: readonly Entry[]): Pick<BlockItem, 'recheck' | 'checkedAt'> {
  const own = memoryEntries(entries);
  const recheck = own.find(({ label }) => label === 're-check')?.text;
  const checkedAt = own.find(({ label }) => label === 'checked at')?.text;
  return { ...(recheck === undefined ? {} : { recheck }), ...(checkedAt === undefined ? {} : { checkedAt }) };
}

/** Below an item that was settled when the record itself was about another commit. */
export function checkedAtLine(commit: string): string {
  return `Checked at: ${commit.slice(0, 10)}`;
}

/** `words` end in `(since <commit>)`: see `recheckWords`. */
export function recheckLine(words: string): string {
  return `Re-check: ${words}`;
}
