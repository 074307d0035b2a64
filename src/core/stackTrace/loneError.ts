import { draft, type Draft, type SourceLine } from './reader.ts';

interface Form {
  readonly language: string;
  /** Groups: message, and type where there is one. */
  readonly pattern: RegExp;
}

/** A line that says on its own what failed. Bare words such as `Error:` are left out: programs say them about anything. */
const FORMS: readonly Form[] = [
  // java.lang.NullPointerException: null, psycopg2.errors.DeadlockDetected: x
  {
    language: 'plaintext',
    pattern:
      /^(?:Caused by: |Fatal Exception: |Unhandled exception[.:] |error: )?(?<type>(?:[a-z_$][\w$]{0,80}\.){1,12}[A-Z][\w$]{0,80}(?:Error|Exception)|(?:[a-z_]\w{0,80}\.){0,8}(?:errors|exceptions)\.[A-Z]\w{0,80})(?:: (?<message>.*))?$/,
  },
  // TypeError: x, Uncaught (in promise) AxiosError: x
  {
    language: 'plaintext',
    pattern:
      /^(?:Caused by: |Uncaught (?:\(in promise\) )?|error: )?(?<type>[A-Z][\w$]{0,60}[a-z](?:Error|Exception)): (?<message>\S.*)$/,
  },
  { language: 'javascript', pattern: /\breason "(?<type>[A-Z]\w{0,60}(?:Error|Exception)): (?<message>[^"]{1,600})"/ },
  { language: 'elixir', pattern: /^\s{0,20}\*\* \((?<type>[A-Z][\w.]{0,100})\) (?<message>\S.*)$/ },
  { language: 'swift', pattern: /^(?<type>[Ff]atal error): (?<message>[A-Z]?[a-z].*)$/ },
  {
    language: 'cpp',
    pattern: /^(?:Program|Thread .{1,80}) received signal (?<type>SIG\w{2,10}), (?<message>.{1,80})\.$/,
  },
  { language: 'php', pattern: /^(?<type>SQLSTATE\[\w{5}\]): (?<message>\S.*)$/ },
  // Postgres sets two blanks behind its level, which is no type.
  { language: 'sql', pattern: /^(?:ERROR|FATAL|PANIC): {2}(?<message>\S.*)$/ },
  { language: 'javascript', pattern: /^npm (?:ERR!|error) (?<type>E[A-Z]{4,20}) (?<message>\S.{8,})$/ },
  {
    language: 'javascript',
    pattern: /^(?:ERROR in .{1,300} )?(?<type>Module not found): (?:Error: )?(?<message>\S.*)$/,
  },
  { language: 'dockerfile', pattern: /^(?:ERROR: )?(?<type>failed to solve): (?<message>\S.*)$/ },
];

/** What most lines have not: spares them the forms. */
const HINT =
  /Error|Exception|errors\.|exceptions\.|\*\* \(|atal error|signal SIG|SQLSTATE|(?:ERROR|FATAL|PANIC): {2}|npm |Module not|failed to/;
/** Errors end a log; what is earlier is left alone, which keeps long logs cheap. */
const MOST_LINES = 1_000;

/** The first line that says what failed, for a text without a single trace: a name for the fault, though no place. */
export function loneError(lines: readonly SourceLine[]): Draft | undefined {
  for (let index = Math.max(0, lines.length - MOST_LINES); index < lines.length; index++) {
    const { text } = lines[index]!;
    if (!HINT.test(text)) continue;
    for (const { language, pattern } of FORMS) {
      const groups = pattern.exec(text)?.groups;
      if (groups)
        return draft(language, index, index, { type: groups['type'], message: groups['message']?.trim() ?? '' });
    }
  }
  return undefined;
}
