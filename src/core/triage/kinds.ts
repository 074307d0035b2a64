/** The four kinds of problem, and `unknown` when the evidence is too thin to name one. */
export type Kind = 'bottleneck' | 'glitch' | 'broken' | 'not-a-problem' | 'unknown';

/** A kind that a signal can speak for. */
export type ScoredKind = Exclude<Kind, 'unknown'>;

/** Every kind a signal can speak for, in the order in which ties are settled (glitch before bottleneck before broken). */
export const scoredKinds = ['glitch', 'bottleneck', 'broken', 'not-a-problem'] as const satisfies readonly ScoredKind[];

/** What the person or the log said. Lines of `text` are separated by `\n`; a trailing `\r` belongs to no line. */
export interface Report {
  readonly title?: string;
  readonly text: string;
}

/** How far the best kind is ahead of the next one. */
export type Confidence = 'high' | 'medium' | 'low';

/** One piece of evidence for a kind. */
export interface Reason {
  /** Id of the signal, stable across versions. */
  readonly signal: string;
  /** The kind that this evidence speaks for (or, with a negative weight, against). */
  readonly kind: ScoredKind;
  /** Points that it added to that kind, after the factors for title and pasted output. Negative: it spoke against it. */
  readonly weight: number;
  /** A short phrase for people: "the process ran out of memory". */
  readonly meaning: string;
  /** 0-based line in the report's text; -1 for the title. */
  readonly line: number;
  /** The evidence as it stands on that line, at most 200 UTF-16 code units, trimmed. */
  readonly excerpt: string;
}

/** Words about security or lost data. They say nothing about the kind and are only a suspicion until confirmed. */
export interface Flag {
  readonly kind: 'security' | 'data-loss';
  /** 0-based line in the report's text; -1 for the title. */
  readonly line: number;
  readonly excerpt: string;
}

/** What kind of problem a report describes, and why. */
export interface Verdict {
  readonly kind: Kind;
  /** `low` whenever the kind is `unknown`. */
  readonly confidence: Confidence;
  /**
   * Evidence for the kind, strongest first; for `unknown` all evidence. At most one per line and meaning. What is tiny
   * beside the strongest, and single words, are left out once there are two better ones. Empty if there is none.
   */
  readonly reasons: readonly Reason[];
  /** Evidence for other kinds or against this one, in the same way. Empty for `unknown`. */
  readonly counterReasons: readonly Reason[];
  /** The next best kind, if any evidence speaks for it. */
  readonly runnerUp?: ScoredKind;
  /** At most one per kind of flag. */
  readonly flags: readonly Flag[];
  /** Two or three questions or observations: the cheapest ones that would settle or advance it. */
  readonly ask: readonly string[];
}

/**
 * A way to recognise a signal. Either a phrase (see `phrase.ts` for its small language) or a regular expression over the
 * lower-cased line, followed by the words one of which must be on the line before the expression is tried (`x*`: a prefix).
 */
export type Pattern = string | readonly [expression: RegExp, ...anchors: string[]];

/** One family of evidence, as data. */
export interface Signal {
  readonly id: string;
  readonly kind: ScoredKind;
  /** Points for the first hit. Negative: it speaks against the kind. */
  readonly weight: number;
  /** A short phrase for people, no full stop. */
  readonly meaning: string;
  /** How many different hits count (default 1). */
  readonly max?: number;
  /**
   * `prose`: people's words, so lines of code and stack frames do not count, pasted output counts half, and a negation
   * right before it cancels it. `title`: only the title is read. Default: any line, at full weight.
   */
  readonly where?: 'prose' | 'title';
  /** Tools print it: in pasted output it shows that somebody has met the problem, and does not only talk about it. */
  readonly hard?: boolean;
  readonly patterns: readonly Pattern[];
  /**
   * For evidence that several lines give together: gets every place found (lower case) and says which one to show.
   * `undefined`: they are no evidence. Without it, every place found is evidence by itself.
   */
  readonly together?: (found: readonly string[]) => number | undefined;
}
