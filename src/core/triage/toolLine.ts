/**
 * What a line that a test runner, a debugger or a package manager printed is worth as evidence. `nothing`: a test that
 * passes, how long the run took, a warning of the tool about itself. `name`: the name of a failing test, which says what
 * the author of the test had in mind and not what happened, or the count of failing tests; nobody said these words.
 * `undefined`: any other line.
 */
export type ToolLine = 'nothing' | 'name' | undefined;

const nothing: readonly RegExp[] = [
  // node:test, Mocha, Jest, Vitest, Jasmine and most runners for terminals; TAP; go test; cargo; GoogleTest; pytest.
  /[✔✓√ℹ] ?\S/uy,
  /ok +\d+\b/uy,
  /# (?:Subtest: |(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+\s*$)/muy,
  /ok\s+\S+\s+(?:\[?[\d.]+ ?m?s\b|\(cached\))/uy,
  /(?:--- )?PASS(?:ED)?\b/uy,
  /=== (?:RUN|PAUSE|CONT|NAME)\b/uy,
  /test \S+(?: - [\w ]+)? \.\.\. (?:ok|ignored)\b/uy,
  /\[ {0,8}(?:OK|RUN|PASSED|-+|=+) {0,8}\]/uy,
  // The order of tests is often random, and its seed is printed by every run.
  /(?:Run options:.{0,60}--seed|Randomized with seed|Running with seed|Using --random-order-seed|random seed:)/iuy,
  // How long the run took: RSpec and ExUnit, Minitest, unittest, PHPUnit, Maven.
  /Finished in [\d.]+ ?(?:m?s|seconds?|minutes?(?: [\d.]+ seconds?)?)(?: \(.{1,80}\)|, [\d.]+ (?:runs|tests)\/s.{0,60})?\.?\s*$/muy,
  /Ran \d+ tests? in [\d.]+ ?s\s*$/muy,
  /Time: [\d:.]+ ?(?:m?s|seconds|minutes)?, Memory: /uy,
  /\[INFO\] (?:Total time|Finished at): /uy,
  // What gdb says of itself.
  /Do you need "set /uy,
  /For help, type "|Type "(?:apropos|show) |For bug reporting instructions|Find the GDB manual|Reading symbols from /uy,
  /warning: (?:Could not load shared library|Source file is more recent|Error disabling address space)/uy,
  // Warnings that the package manager or the runtime gives in every run.
  /npm (?:warn|notice)\b/iuy,
  /yarn (?:run|install) v\d/uy,
  /warning (?:package\.json: |\S{1,80} > \S{1,80}@)/uy,
  /\(node:\d+\) (?:\[\w+\] )?(?:Deprecation|Experimental)Warning\b/uy,
  /\(Use `\w+ --trace-/uy,
  /OpenJDK \S{1,20} Server VM warning\b/uy,
];

const names: readonly RegExp[] = [
  /[✖✗✘✕×▶❯] ?\S/uy,
  /not ok +\d+\b/uy,
  /--- FAIL: /uy,
  /● .{1,120} › /uy,
  /test \S+ \.\.\. FAILED\b/uy,
  /FAILED \S+::/uy,
  // Surefire and PHPUnit: how many failed.
  /(?:\[(?:ERROR|WARNING|INFO)\] )?Tests run: \d+, /uy,
  /Tests: \d+, Assertions: /uy,
];

/** Minitest and RSpec. By itself, since most lines that begin with a digit are a log's, and there are many of them. */
const counts = /\d{1,9} (?:runs|tests|examples), \d{1,9} (?:assertions|failures)\b/uy;

/** Reads the line from `start` to `end` (without its line break) of a text. Colour codes and indentation do not matter. */
export function toolLineAt(text: string, start: number, end: number): ToolLine {
  const from = firstOf(text, start, end);
  if (from === end) return undefined;
  const matches = (expression: RegExp): boolean => {
    expression.lastIndex = from;
    return expression.test(text);
  };
  const first = text.charCodeAt(from);
  if (firstLetters.has(first)) {
    if (nothing.some(matches)) return 'nothing';
    if (names.some(matches)) return 'name';
  } else if (isDigit(first) && matches(counts)) return 'name';
  const ending = text.slice(Math.max(from, end - 12), end);
  if (ending === '<<< FAILURE!' || ending.endsWith('<<< ERROR!')) return 'name';
  return ending.endsWith(' PASSED') || ending.endsWith(' ... ok') ? 'nothing' : undefined;
}

const printed: readonly RegExp[] = [
  // Stack frames, positions, memory checkers, prompts, indented blocks.
  /at \S+[ (]|at \S+[:)]\d/uy,
  /File "[^"]{1,200}", line \d+/uy,
  /#\d+ {1,3}(?:0x|\S+\()/uy,
  /={1,3}\d+={1,3}/uy,
  /[\w./\\@-]{1,120}[:(]\d+[:,)]/uy,
  /\[?\d{4}-\d\d-\d\d[ T]\d\d:|\[?\d\d:\d\d:\d\d/uy,
  /\[(?:INFO|WARN\w*|ERROR|DEBUG|TRACE|FATAL)\b/iuy,
  /(?:INFO|WARN|WARNING|ERROR|DEBUG|FATAL|Caused by):? {0,2}\[?[\w.-]+/uy,
  /\$ \S/uy,
  // Debuggers: the prompt, threads, signals, a line of source.
  /\((?:gdb|lldb|dlv|Pdb)\)/uy,
  /\[(?:New )?Thread /uy,
  /Program (?:received|terminated with) signal /uy,
  /\d{1,6}\t/uy,
  // Bundlers.
  /\[(?:plugin:|vite\] )/uy,
  /[~^]{1,40}\s*$/muy,
  /\d{1,5} ?\|/uy,
];

/** The line has the shape of what a tool prints: a stack frame, a log line, a position, a block that is set in. */
export function looksPrinted(text: string, start: number, end: number): boolean {
  const from = firstOf(text, start, end);
  if (from === end) return false;
  if (from - start >= 4 || text.charCodeAt(start) === 9) return true;
  return printed.some((expression) => {
    expression.lastIndex = from;
    return expression.test(text);
  });
}

const firstLetters: ReadonlySet<number> = new Set(
  Array.from('✔✓√ℹ✖✗✘✕×▶❯●o#P-=t[RrUnNyw(OFTD', (char) => char.charCodeAt(0)),
);
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const colour = /\p{Cc}\[[\d;]{0,12}m/uy;

/** The first place that is neither white space nor a colour code. */
function firstOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) at++;
    else if (code === 27) {
      colour.lastIndex = at;
      if (!colour.test(text)) return at;
      at = colour.lastIndex;
    } else return at;
  }
  return end;
}
