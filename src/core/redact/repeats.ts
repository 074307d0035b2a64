import type { Candidate } from './rule.ts';
import { isRandomLooking } from './secretValue.ts';

/** Kinds whose value is worth looking for elsewhere: the same credential printed once more without its name. */
const personal = new Set(['ip', 'mac', 'card', 'iban', 'email', 'name', 'cookie', 'code', 'signature', 'private-key']);
const wordRun = /[\p{L}\p{N}_]+/gu;

/** Whether the value is rare enough that the same characters elsewhere are the same secret. */
function isTelling(kind: string, value: string): boolean {
  if (kind === 'cookie' || kind === 'signature') return value.length >= 24 && isRandomLooking(value);
  if (personal.has(kind)) return false;
  if (kind === 'user') return value.length >= 5 && /^[\p{L}\d._-]+$/u.test(value);
  if (kind === 'host') return value.length >= 6 && /[\d.-]/.test(value);
  if (!/\p{L}/u.test(value)) return false;
  const hasDigit = /\d/.test(value);
  if (value.length >= 8 && hasDigit) return true;
  const isPassword = kind === 'password' || kind === 'url-password';
  return isPassword && (value.length >= 16 || (value.length >= 6 && hasDigit && /[^\p{L}\p{N}\s]/u.test(value)));
}

/** Further places of secrets that were already found, as whole words, such as a password that an error message repeats. */
export function* repeatsOf(found: readonly Candidate[], text: string): Generator<Candidate> {
  const byFirstWord = new Map<string, Map<string, Candidate & { lead: number }>>();
  for (const candidate of found) {
    const value = text.slice(candidate.start, candidate.end);
    if (!isTelling(candidate.kind, value)) continue;
    wordRun.lastIndex = 0;
    const word = wordRun.exec(value);
    if (!word) continue;
    const group = byFirstWord.get(word[0]) ?? new Map<string, Candidate & { lead: number }>();
    if (group.size < 4 && !group.has(value)) group.set(value, { ...candidate, lead: word.index });
    byFirstWord.set(word[0], group);
  }
  if (byFirstWord.size === 0) return;
  for (const match of text.matchAll(wordRun)) {
    for (const [value, { kind, lead }] of byFirstWord.get(match[0]) ?? []) {
      const start = match.index - lead;
      const end = start + value.length;
      if (start < 0 || !text.startsWith(value, start)) continue;
      if (/[\p{L}\p{N}_]/u.test(text.charAt(end)) || (kind === 'user' && /^[-_.]\p{L}/u.test(text.slice(end, end + 2))))
        continue;
      yield { kind, start, end };
    }
  }
}
