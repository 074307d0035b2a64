/** What a command leaves behind. */
export interface Outcome {
  /** For standard output. */
  readonly output: string;
  /** For standard error, one line each. */
  readonly remarks?: readonly string[];
  readonly exitCode: number;
}
