/** What one source found. */
export interface Evidence {
  /** Id of the source. */
  readonly source: string;
  /** What it is, for a heading: `Terminal: npm test`. */
  readonly title: string;
  /** A few words for a list: `exit code 1`. */
  readonly summary?: string;
  /** As found, before redaction. Lines end with `\n`. */
  readonly text: string;
  /** How the text is fenced in a record: a language id, or `text`. */
  readonly language: string;
  /** When it happened; for what has no such moment, when it was looked at. ISO 8601 with offset, to the minute. */
  readonly at: string;
  /** The command that made the text, exactly as it was run. */
  readonly command?: string;
  readonly exitCode?: number;
  /** The folder that the command ran in. */
  readonly cwd?: string;
  /** What the command printed went out of the terminal's memory before anybody kept it. */
  readonly isOutputGone?: boolean;
  /** How long the command ran, in milliseconds. */
  readonly duration?: number;
  /** Tells what surrounds the fault (versions, git) rather than the fault: it is not read for the kind of problem. */
  readonly isContext: boolean;
  /** Front-matter values of the record: `branch`, `commit`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Looks at one thing in the host. `undefined` means "nothing to see", never an error. */
export interface EvidenceSource {
  readonly id: string;
  /** For people: `Problems`, `Git`. */
  readonly name: string;
  /** Not looked at until the user picks it (the clipboard, which may hold anything). */
  readonly isOnDemand: boolean;
  /** Whether an on-demand source has anything to offer at this moment; without it, always. */
  isOffered?(): boolean;
  /** `about` is what a seed asks this source to look at; without it the source looks at what is active. */
  collect(about?: unknown): Promise<Evidence | undefined>;
}

/** What was clicked to start a triage: its evidence comes first and is ticked. */
export interface Seed {
  /** Id of the source that it belongs to. */
  readonly source: string;
  /** Which one of the things that the source looks at; only the source knows its shape. */
  readonly about?: unknown;
}

export type Collected =
  | { readonly kind: 'found'; readonly source: EvidenceSource; readonly evidence: Evidence }
  | { readonly kind: 'nothing'; readonly source: EvidenceSource }
  | {
      readonly kind: 'failed';
      readonly source: EvidenceSource;
      readonly reason: 'timeout' | { readonly message: string };
    };
