/** How a trace hangs below another: its reason, an error thrown while closing, one of a group, another thread or access. */
export type Relation = 'cause' | 'suppressed' | 'member' | 'related';

/** One place of a trace. */
export interface Frame {
  /**
   * The path as it was written, without the decoration of a loader (`file://`, `webpack://`, `?t=17`, a leading `./`) and with
   * `%20` decoded. `undefined` for native code and where the tool printed no source.
   */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Function, method or test as the runtime names it, without arguments. */
  readonly symbol?: string;
  /** `false` for runtimes, standard libraries, installed packages and places that cannot be opened. */
  readonly isUserCode: boolean;
  /** The 0-based line of the input that the frame was read from. */
  readonly rawLine: number;
}

/** One error with the places it passed: a stack trace, or one diagnostic of a compiler, linter or test runner. */
export interface StackTrace {
  /** `javascript`, `python`, `java`, `rust` ...: an id in the style of VS Code's language ids. */
  readonly language: string;
  /** The program that printed it, where it is not the language's own runtime: `jest`, `tsc`, `AddressSanitizer`, `gdb` ... */
  readonly tool?: string;
  /** The failing test, as its runner names it. */
  readonly test?: string;
  /** Exception class, signal, sanitizer finding or diagnostic code. */
  readonly type?: string;
  /** Without the type; may have several lines; empty if none was printed. */
  readonly message: string;
  /** Innermost first, whatever the order of printing. */
  readonly frames: readonly Frame[];
  /** The chain below this error, outermost first, and what hangs beside it (see `relation`). */
  readonly causes: readonly StackTrace[];
  /** Set on the entries of `causes`. */
  readonly relation?: Relation;
  /** UTF-16 offset of the first line in the input. */
  readonly start: number;
  /** UTF-16 offset behind the last line, without its line ending. */
  readonly end: number;
  /** The 0-based first line. */
  readonly line: number;
}
