/** Says that something failed, or where, and not what. */
const EMPTY: readonly RegExp[] = [
  // How a process or a build ended.
  /^(?![A-Z]{2,5}\d{3,6}: ).{0,80}\b(?:exited(?: with)?(?: (?:exit )?(?:code|status))?|(?:completed|failed|finished|terminated|ended) with exit (?:code|status):?) -?\d{1,5}\.?$/i,
  /^exit (?:status|code):? -?\d{1,5}\.?$/i,
  /^(?:\W{0,6}|FAILURE: |> )BUILD (?:FAILURE|FAILED)(?: with an exception)?\W{0,6}(?: in .{1,20})?$/i,
  /^make(?:\[\d{1,3}\])?: \*{3} .{0,200}Error \d{1,3}$/,
  /^(?:collect2: )?(?:error: )?ld returned \d{1,3} exit status$/,
  /^(?:ELIFECYCLE\b.{0,20})?(?:Command|Test) failed\b.{0,40}$/,
  /^code [A-Z\d_]{3,40}$|^npm (?:ERR!|error) code\b/,
  /^Aborted(?: \(core dumped\))?$|^Failed to build [\w ]{1,20} app\.?$/i,
  /^"?exit ?code"?: \d{1,4},?$/i,
  // Headings.
  /^[\s|+-]{0,12}Traceback \(most recent call last\):?$/,
  /^(?:Full |The )?Stack ?trace:?$|^-{2,} End of |^End of (?:inner )?(?:exception )?stack ?trace/i,
  /^(?:Failures?|Errors?|Failed tests|FAILURES!|Details|Output|There (?:was|were) \d{1,6} (?:failure|error)s?)[:!]?$/i,
  /^Error starting ApplicationContext\b|\bThere are test failures\.$/,
  /^(?:fail|crit|warn|info|dbug): [\w.]{1,200}\[\d{1,6}\]$/,
  /^CMake Error at [^\s]{1,300} \(\w{1,60}\):$/,
  /^Tests run: \d|^\d{1,6} (?:runs|tests|examples|failing|passing)\b/,
  /^For (?:help|bug reporting)\b|^Backtrace stopped\b|^To see the full stack trace\b|^note: [Rr]un with\b/,
  // Places and source: a frame, a code frame, an access log.
  /^at \S{1,300}[ (:]|^\S{1,4} [\w$]{1,60}(?:\.[\w$<>`]{1,80}){2,12}\(|^File "[^"]{1,300}", line \d|^#\d{1,4} {1,4}\S/,
  /^>? ?\d{1,6} ?[|│]/,
  /^[\d.a-f:]{7,40} - \S{1,40} \[\d/,
];

/** `false` for what nobody would want to read as the title of a record. */
export function saysSomething(words: string): boolean {
  return /\p{L}{2}/u.test(words) && !EMPTY.some((pattern) => pattern.test(words));
}
