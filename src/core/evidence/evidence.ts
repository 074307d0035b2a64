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
  /** The command that made the text, exactly as it was run. */
  readonly command?: string;
  readonly exitCode?: number;
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
  collect(): Promise<Evidence | undefined>;
}

export type Collected =
  | { readonly kind: 'found'; readonly source: EvidenceSource; readonly evidence: Evidence }
  | { readonly kind: 'nothing'; readonly source: EvidenceSource }
  | {
      readonly kind: 'failed';
      readonly source: EvidenceSource;
      readonly reason: 'timeout' | { readonly message: string };
    };
