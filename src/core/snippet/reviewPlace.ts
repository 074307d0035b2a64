/** What our variables in a snippet say. VS Code's own (`TM_FILENAME`, ...) are left to VS Code. */
export const variableNames = ['file', 'line', 'symbol', 'selection', 'branch'] as const;
export type VariableName = (typeof variableNames)[number];

/** The place in the code that a comment is about. What is not known is absent. */
export interface ReviewPlace {
  /** From the workspace's root. */
  readonly file?: string;
  /** Counted from 1, as is `lastLine`, which is there only for more than one line. */
  readonly line?: number;
  readonly lastLine?: number;
  readonly symbol?: string;
  readonly selection?: { readonly text: string; readonly language: string };
  readonly branch?: string;
}

/** A span of lines of a file, counted from 0. */
export interface Lines {
  readonly uri: string;
  readonly first: number;
  readonly last: number;
}

/** Finds the place that a comment is about. */
export interface ReviewPlaces {
  /**
   * `text` is the URI of the document that the comment is written in; `thread` the lines that its thread hangs on, where that is
   * known. Otherwise it is the code that the user was in last. Looks only for what is wanted; never rejects.
   */
  read(wanted: ReadonlySet<VariableName>, text: string | undefined, thread?: Lines): Promise<ReviewPlace>;
}
