/** A stretch of the scanned text that must not leave the machine. Offsets are UTF-16 code units, half-open. */
export interface Candidate {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Where a rule matched, for the checks that need the neighbourhood. */
export interface Site {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * One pattern with what it finds. Each named group is one finding: the group `it` gets the rule's kind, any other group is
 * its own kind (`user`, `host`). Without named groups the whole match is the finding.
 */
export interface Rule {
  readonly kind: string;
  /** Case-sensitive literals; the pattern only runs if the text holds one of them. Absent means that it always runs. */
  readonly hints?: readonly string[];
  /** Has the flags `d` and `g`; every repetition is bounded or starts behind a boundary, so that a scan stays linear. */
  readonly pattern: RegExp;
  /** Says no to what only looks right. Absent means that every match counts. */
  readonly accept?: (value: string, site: Site) => boolean;
}

/** Runs one rule over the text, in order of appearance. */
export function* matchesOf(rule: Rule, text: string): Generator<Candidate> {
  if (rule.hints && !rule.hints.some((hint) => text.includes(hint))) return;
  for (const match of text.matchAll(rule.pattern)) {
    const ranges = match.indices?.groups ?? { it: match.indices?.[0] };
    for (const [group, range] of Object.entries(ranges)) {
      if (!range || range[0] === range[1]) continue;
      const [start, end] = range;
      const kind = group === 'it' ? rule.kind : group;
      if (group === 'it' && rule.accept && !rule.accept(text.slice(start, end), { text, start, end })) continue;
      yield { kind, start, end };
    }
  }
}
