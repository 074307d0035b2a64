import { assignmentsIn } from './assignment.ts';
import { commandSecretsIn } from './commands.ts';
import { cookiesIn } from './cookies.ts';
import { credentialRules } from './credentialRules.ts';
import { proseRules } from './proseRules.ts';
import { compileExtra, extraMatchesIn } from './extraPatterns.ts';
import type { CompiledExtra, ExtraPattern, PatternProblem } from './extraPatterns.ts';
import { acceptsGroup, personalRules } from './personalRules.ts';
import { PlaceholderNames } from './placeholderNames.ts';
import { privateKeysIn } from './privateKey.ts';
import { repeatsOf } from './repeats.ts';
import { matchesOf } from './rule.ts';
import type { Candidate } from './rule.ts';
import { ScannedText } from './scannedText.ts';
import { tableSecretsIn } from './tables.ts';
import { tokenRulesFor } from './tokenRules.ts';
import { urlCredentialsIn } from './urlCredentials.ts';

/** One stretch of the input that was replaced. */
export interface Finding {
  /** What it is, such as `github-token`, `password`, `email`, `user`; for the user's own patterns the name of the pattern. */
  readonly kind: string;
  /** What stands for it now, such as `<github-token-1>`; the same secret has the same placeholder everywhere. */
  readonly placeholder: string;
  /** Offset in the input, in UTF-16 code units. */
  readonly start: number;
  /** Offset behind the last code unit. */
  readonly end: number;
  /** The line of the input that it starts on, counted from 1. */
  readonly line: number;
}

export interface RedactOptions {
  /** The user's own patterns, added to the built-in rules. */
  readonly extra?: readonly ExtraPattern[];
}

export interface Redaction {
  /** The input with every finding replaced by its placeholder and nothing else changed. */
  readonly text: string;
  /** In order of appearance, without overlap. Empty if nothing was found. */
  readonly findings: readonly Finding[];
  /** Patterns of the user that could not be used, with the reason as a sentence; the rest was redacted nevertheless. */
  readonly problems: readonly PatternProblem[];
}

/** A redacted text may show a secret that was hidden by its neighbour, so the text is scanned until nothing new appears. */
const PASSES = 6;

/**
 * Replaces credentials and personal data by numbered placeholders. Placeholders that are already there stay, so that a second call
 * changes nothing. Takes any text, never throws; the time grows linearly with the text. A promise, so that a library that scans
 * asynchronously can take its place.
 */
export function redact(text: string, options: RedactOptions = {}): Promise<Redaction> {
  const { extra, problems } = compileExtra(options.extra ?? []);
  const scanned = new ScannedText(text);
  for (let pass = 0; pass < PASSES; pass++) {
    const found = scan(scanned, extra);
    if (found.length === 0) break;
    scanned.hide(found);
  }
  const names = new PlaceholderNames(text);
  const findings: Finding[] = [];
  let out = '';
  let copied = 0;
  let line = 1;
  let newline = text.indexOf('\n');
  for (const { kind, start, end } of scanned.hidden) {
    while (newline >= 0 && newline < start) {
      line++;
      newline = text.indexOf('\n', newline + 1);
    }
    const name = names.of(kind, text.slice(start, end));
    findings.push({ ...name, start, end, line });
    out += text.slice(copied, start) + name.placeholder;
    copied = end;
  }
  return Promise.resolve({ text: out + text.slice(copied), findings, problems });
}

/** What is new in the unread parts, and where else in the text the same secrets stand. */
function scan({ text, unread }: ScannedText, extra: readonly CompiledExtra[]): Candidate[] {
  const found = unread.flatMap(({ start, end }) =>
    candidatesIn(text.slice(start, end), extra).map((it) => ({
      kind: it.kind,
      start: it.start + start,
      end: it.end + start,
    })),
  );
  return found.length === 0 ? found : merge([...merge(found), ...repeatsOf(found, text)]);
}

function candidatesIn(text: string, extra: readonly CompiledExtra[]): Candidate[] {
  const isNew = ({ start, end }: Candidate): boolean => !text.slice(start, end).includes(ScannedText.mark);
  // The order is the rank: where findings overlap, the earlier detector names the kind.
  const own = [...extraMatchesIn(text, extra)].filter(isNew);
  const found: Candidate[] = [];
  const add = (candidates: Iterable<Candidate>): void => {
    for (const candidate of candidates) {
      if (isNew(candidate) && acceptsGroup(candidate.kind, text.slice(candidate.start, candidate.end)))
        found.push(candidate);
    }
  };
  add(privateKeysIn(text));
  for (const rule of tokenRulesFor(text)) add(matchesOf(rule, text));
  add(urlCredentialsIn(text));
  for (const rule of credentialRules) add(matchesOf(rule, text));
  add(commandSecretsIn(text));
  add(cookiesIn(text));
  add(tableSecretsIn(text));
  add(assignmentsIn(text));
  for (const rule of proseRules) add(matchesOf(rule, text));
  for (const rule of personalRules) add(matchesOf(rule, text));
  return [...own, ...found];
}

/** Overlapping candidates become one that covers them all, so that no part of any stays. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.map((candidate, rank) => ({ ...candidate, rank }));
  ranked.sort((a, b) => a.start - b.start || a.rank - b.rank);
  const merged: { kind: string; start: number; end: number; rank: number }[] = [];
  for (const candidate of ranked) {
    const last = merged.at(-1);
    if (!last || candidate.start >= last.end) {
      merged.push(candidate);
      continue;
    }
    if (candidate.rank < last.rank) {
      last.kind = candidate.kind;
      last.rank = candidate.rank;
    }
    last.end = Math.max(last.end, candidate.end);
  }
  return merged;
}
