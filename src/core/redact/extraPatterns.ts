import type { Candidate } from './rule.ts';

/** A pattern of the user: what it finds is replaced by `<name-n>`. */
export interface ExtraPattern {
  readonly name: string;
  /** The source of a JavaScript regular expression, used with the flags `g` and `u`; the group `it`, if there is one, is the secret. */
  readonly pattern: string;
}

/** Why a pattern of the user is not used. */
export interface PatternProblem {
  readonly name: string;
  /** One sentence. */
  readonly message: string;
}

export interface CompiledExtra {
  readonly kind: string;
  readonly pattern: RegExp;
}

/** Patterns see one line at a time and no more than this of it, since JavaScript cannot stop a pattern that runs away. */
export const EXTRA_LINE_LIMIT = 2000;
const PATTERN_LIMIT = 500;
const EXTRA_LIMIT = 100;

/** Compiles the user's patterns; what is invalid or may take exponential time becomes a problem. */
export function compileExtra(extra: readonly ExtraPattern[]): { extra: CompiledExtra[]; problems: PatternProblem[] } {
  const compiled: CompiledExtra[] = [];
  const problems: PatternProblem[] = [];
  for (const { name, pattern } of extra) {
    const message =
      compiled.length >= EXTRA_LIMIT ? `There are more than ${String(EXTRA_LIMIT)} patterns.` : problemOf(pattern);
    if (message === undefined) compiled.push({ kind: kindOf(name), pattern: new RegExp(pattern, 'dgu') });
    else problems.push({ name, message });
  }
  return { extra: compiled, problems };
}

function problemOf(pattern: string): string | undefined {
  if (pattern === '') return 'The pattern is empty.';
  if (pattern.length > PATTERN_LIMIT) return `The pattern is longer than ${String(PATTERN_LIMIT)} characters.`;
  try {
    if (new RegExp(pattern, 'u').test('')) return 'The pattern matches the empty text, so it would match everywhere.';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return dangerOf(pattern);
}

/**
 * A repetition inside a repetition, an alternation inside an unbounded repetition, a back-reference, or more than two unbounded
 * repetitions in a row can take exponential or steep polynomial time (CWE-1333). Some harmless patterns are refused as well.
 */
function dangerOf(pattern: string): string | undefined {
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\(?:[1-9]|k)/.test(plain)) return 'The pattern has a back-reference, which can make it extremely slow.';
  const unbounded = /(?:[*+]|\{\d*,\}|\{\d{3,}(?:,\d*)?\}|\{\d*,\d{3,}\})/;
  const open: { hasRepeat: boolean; hasChoice: boolean }[] = [];
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})/.exec(plain.slice(at))?.[0];
    if (character === '(') {
      open.push({ hasRepeat: false, hasChoice: false });
      if (plain[at + 1] === '?') at++;
    } else if (character === '|') {
      const group = open.at(-1);
      if (group) group.hasChoice = true;
    } else if (character === ')') {
      const group = open.pop();
      const next = /^(?:[*+]|\{\d*,?\d*\})/.exec(plain.slice(at + 1))?.[0];
      if (group && next !== undefined && (group.hasRepeat || group.hasChoice)) {
        return 'The pattern repeats a group that itself repeats or offers a choice, which can make it extremely slow.';
      }
      const parent = open.at(-1);
      if (group && parent) {
        parent.hasRepeat ||= group.hasRepeat || next !== undefined;
        parent.hasChoice ||= group.hasChoice;
      }
    } else if (quantifier !== undefined) {
      const group = open.at(-1);
      if (group) group.hasRepeat = true;
      at += quantifier.length - 1;
    }
  }
  if ((plain.match(new RegExp(unbounded.source, 'g')) ?? []).length > 2) {
    return 'The pattern has more than two unlimited repetitions; use limits such as {1,40}.';
  }
  return undefined;
}

/** The placeholder's first part: lower-case letters, digits and hyphens; `custom` if nothing is left of the name. */
function kindOf(name: string): string {
  const words =
    name
      .toLowerCase()
      .match(/[a-z0-9]{1,30}/g)
      ?.slice(0, 4) ?? [];
  const slug = words.join('-').replace(/^[^a-z]+/, '');
  return slug === '' ? 'custom' : slug;
}

/** What the user's patterns find, line by line, within the first {@link EXTRA_LINE_LIMIT} characters of each line. */
export function* extraMatchesIn(text: string, extra: readonly CompiledExtra[]): Generator<Candidate> {
  if (extra.length === 0) return;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + EXTRA_LINE_LIMIT));
    for (const { kind, pattern } of extra) {
      for (const match of line.matchAll(pattern)) {
        const range = match.indices?.groups?.['it'] ?? match.indices?.[0];
        if (range && range[1] > range[0]) yield { kind, start: start + range[0], end: start + range[1] };
      }
    }
    start = end + 1;
  }
}
