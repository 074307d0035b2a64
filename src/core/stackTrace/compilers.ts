import { draft, findAbove, numberOf, textAt, type Draft, type FrameDraft, type Reader } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascriptreact',
  vue: 'vue',
  svelte: 'svelte',
  c: 'c',
  h: 'c',
  cc: 'cpp',
  cpp: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  hh: 'cpp',
  m: 'objective-c',
  mm: 'objective-cpp',
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  groovy: 'groovy',
  swift: 'swift',
  cs: 'csharp',
  fs: 'fsharp',
  vb: 'vb',
  go: 'go',
  py: 'python',
  pyi: 'python',
  rs: 'rust',
  rb: 'ruby',
  php: 'php',
  sh: 'shellscript',
  bash: 'shellscript',
  dart: 'dart',
  css: 'css',
  scss: 'scss',
  less: 'less',
  html: 'html',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  sql: 'sql',
  zig: 'zig',
  d: 'd',
  tf: 'terraform',
};

const FILE = String.raw`(?<file>(?:[A-Za-z]:[\\/])?[^\s:()'"][^:()'"]{0,300}\.[A-Za-z]\w{0,9})`;
const AT = `${FILE}:(?<line>\\d{1,9})`;

interface Format {
  /** The program, if the format says which it is; by the language otherwise. */
  readonly tool?: string;
  readonly pattern: RegExp;
  /** Ends in `language`; by the file's extension if missing. */
  readonly language?: string;
}

/** One line each: where, and what. Groups: file, line, column, type, message. Errors only, no warnings. */
const FORMATS: readonly Format[] = [
  // src/a.ts:6:16 - error TS2551: ...
  {
    tool: 'tsc',
    pattern: new RegExp(`^\\s{0,8}${AT}:(?<column>\\d{1,9}) - error (?<type>TS\\d{1,6}): (?<message>.*)$`),
  },
  // src/a.ts(6,16): error TS2551: ..., Wrong.cs(5,16): error CS0103: ... [x.csproj], a.cpp(3): error C2065: ...
  {
    pattern: new RegExp(
      `^\\s{0,8}${FILE}\\((?<line>\\d{1,9})(?:,(?<column>\\d{1,9})(?:,\\d{1,9}){0,2})?\\) ?: (?:fatal )?error (?<type>[A-Z]{1,8}\\d{1,6}) ?:(?: (?<message>.*?))?(?: \\[[^\\]]{1,300}proj\\])?$`,
    ),
  },
  // gcc, clang, javac, kotlinc, swiftc, mypy
  { pattern: new RegExp(`^${AT}:(?:(?<column>\\d{1,9}):)? (?:fatal )?error: (?<message>.*)$`) },
  // Maven's javac: /app/Cart.java:[12,34] ...
  {
    tool: 'javac',
    pattern: new RegExp(`^${FILE}:\\[(?<line>\\d{1,9}),(?<column>\\d{1,9})\\] (?:error: )?(?<message>.*)$`),
  },
  // Gradle's kotlinc: e: file:///app/Cart.kt:3:5 ... or e: /app/Cart.kt: (3, 5): ...
  {
    tool: 'kotlinc',
    pattern: new RegExp(
      `^e: (?:file:\\/\\/(?:\\/(?=[A-Za-z]:))?)?${FILE}:(?: \\((?<line>\\d{1,9}), |(?<line2>\\d{1,9}):)(?<column>\\d{1,9})\\)?:? (?<message>.*)$`,
    ),
  },
  // Visual Studio's list of errors, copied: Error<TAB>C2065<TAB>...<TAB>project<TAB>file<TAB>line
  {
    pattern:
      /^Error\t(?<type>[A-Z]{1,8}\d{1,6})\t(?<message>[^\t]{1,600})\t[^\t]{0,200}\t(?<file>[^\t]{1,300})\t(?<line>\d{1,9})(?:\t|$)/,
  },
  // go build, go vet
  {
    tool: 'go',
    pattern:
      /^(?:vet: )?(?<file>(?:[A-Za-z]:[\\/])?[^\s:()]{1,300}\.go):(?<line>\d{1,9}):(?<column>\d{1,9}): (?<message>.*)$/,
  },
  // ruff, flake8: cart.py:3:5: F401 ...
  {
    pattern:
      /^(?<file>(?:[A-Za-z]:[\\/])?[^\s:()]{1,300}\.pyi?):(?<line>\d{1,9}):(?<column>\d{1,9}): (?<type>[A-Z]{1,4}\d{2,5})[: ] ?(?<message>.*)$/,
  },
  // eslint -f unix: /app/a.js:3:10: ... [Error/no-undef]
  {
    tool: 'eslint',
    pattern: new RegExp(`^${AT}:(?<column>\\d{1,9}): (?<message>.{1,600}) \\[Error(?:\\/(?<type>[^\\]]{1,100}))?\\]$`),
  },
  // The linker, with debug information
  { tool: 'ld', pattern: new RegExp(`^(?:\\S{1,100}ld: )?${AT}: (?<message>undefined reference to .*)$`) },
  {
    tool: 'ruby',
    language: 'ruby',
    pattern: new RegExp(`^${AT}: (?<message>syntax errors?\\b.*?)(?: \\((?<type>SyntaxError)\\))?$`),
  },
  {
    tool: 'bash',
    language: 'shellscript',
    pattern: /^(?<file>[^\s:]{0,300}(?:\/[^\s:/]{1,100}|\.(?:ba|z|k)?sh)): line (?<line>\d{1,9}): (?<message>.*)$/,
  },
  { tool: 'sh', language: 'shellscript', pattern: /^(?<file>[^\s:]{1,300}\.sh): (?<line>\d{1,9}): (?<message>.*)$/ },
];

/** Programs whose name follows from the language, where the format does not tell. */
const TOOLS: Readonly<Record<string, string>> = {
  typescript: 'tsc',
  typescriptreact: 'tsc',
  csharp: 'csc',
  java: 'javac',
  kotlin: 'kotlinc',
  c: 'cc',
  cpp: 'c++',
  swift: 'swiftc',
  python: 'mypy',
};

function languageOf(file: string): string {
  return LANGUAGES[/\.(\w{1,10})$/.exec(file)?.[1]?.toLowerCase() ?? ''] ?? 'plaintext';
}

type Groups = Record<string, string | undefined>;

function frameOf(groups: Groups, rawLine: number): FrameDraft {
  const { file, line, line2, column } = groups;
  return { file: sourceFile(file), line: numberOf(line ?? line2), column: numberOf(column), rawLine };
}

const NOTE = new RegExp(`^\\s{0,8}${AT}(?::(?<column>\\d{1,9}))?:(?: (?:note|remark|info): (?<message>.*))?$`);
/** Source, carets and continued messages. */
const DETAIL = /^(?:\s{1,200}\S|In file included from |\d{1,9} {1,8}\||$)/;
const MOST_DETAILS = 60;

function addFrame({ frames }: Draft, frame: FrameDraft): void {
  const isKnown = frames.some(
    ({ file, line, column }) => file === frame.file && line === frame.line && column === frame.column,
  );
  if (!isKnown) frames.push(frame);
}

const MISSING_SYMBOL = 'cannot find symbol';
const SYMBOL = /^\s{0,8}symbol {0,4}: {1,8}(\S.*)$/;

/** Adds what the compiler says below its error: notes with places of their own. */
function addDetails(lines: Parameters<Reader['read']>[0]['lines'], trace: Draft): void {
  let blanks = 0;
  for (let index = trace.last + 1; index < Math.min(lines.length, trace.first + MOST_DETAILS); index++) {
    const text = textAt(lines, index);
    const note = NOTE.exec(text);
    // javac says on a line of its own which symbol it is.
    const symbol = trace.message === MISSING_SYMBOL ? SYMBOL.exec(text) : null;
    if (symbol) trace.message = `${MISSING_SYMBOL}: ${symbol[1]!}`;
    else if (note?.groups) addFrame(trace, frameOf(note.groups, lines[index]!.rawLine));
    else if (FORMATS.some(({ pattern }) => pattern.test(text)) || !DETAIL.test(text)) return;
    // tsc --pretty sets blank lines between a message and its source.
    if (text === '' && (++blanks > 2 || trace.tool !== 'tsc')) return;
    if (text !== '') trace.last = index;
  }
}

const formatReaders: readonly Reader[] = FORMATS.map(({ tool, pattern, language }): Reader => ({
  opens: pattern,
  needsPlace: true,
  read({ lines, at }, match) {
    const groups: Groups = match.groups ?? {};
    const id = language ?? languageOf(groups['file'] ?? '');
    const named = tool ?? (groups['type'] !== undefined && id === 'python' ? undefined : TOOLS[id]);
    const trace = draft(id, at, at, {
      tool: named,
      type: groups['type'],
      message: groups['message'] ?? '',
    });
    // mypy writes the code behind the message.
    const code = trace.tool === 'mypy' ? /^(.*?) {1,4}\[([\w-]{1,60})\]$/.exec(trace.message) : null;
    if (code) [, trace.message, trace.type] = code as unknown as [string, string, string];
    // Wrapped by a terminal or by the program: the message has a line of its own.
    if (trace.message === '' && trace.type !== undefined && textAt(lines, at + 1) !== '') {
      trace.message = textAt(lines, at + 1).trim();
      trace.last = at + 1;
    }
    trace.frames.push(frameOf(groups, lines[at]!.rawLine));
    addDetails(lines, trace);
    return { traces: [trace], next: trace.last + 1 };
  },
}));

const ESLINT_ROW = /^\s{1,8}(\d{1,9}):(\d{1,9}) {1,8}(error|warning) {1,8}(\S.{0,600}?)(?: {2,200}(\S{1,100}))?$/;

/** ESLint's default output: the file, then a row for each finding. */
const eslintReader: Reader = {
  opens: ESLINT_ROW,
  read({ lines, at, floor }) {
    const file = at > floor ? textAt(lines, at - 1) : '';
    if (!/^\S.{0,400}\.\w{1,10}$/.test(file)) return undefined;
    const traces: Draft[] = [];
    let index = at;
    for (; index < lines.length; index++) {
      const row = ESLINT_ROW.exec(textAt(lines, index));
      if (!row) break;
      const [, line, column, severity, message, rule] = row;
      if (severity !== 'error') continue;
      const frames = [
        { file: sourceFile(file), line: numberOf(line), column: numberOf(column), rawLine: lines[index]!.rawLine },
      ];
      traces.push(draft(languageOf(file), index, index, { tool: 'eslint', type: rule, message: message!, frames }));
    }
    return { traces, next: index };
  },
};

/** esbuild and Vite: the message, then the place, indented. */
const esbuildReader: Reader = {
  opens: new RegExp(`^ {4}${AT}:(?<column>\\d{1,9}):$`),
  read(place, match) {
    const { lines, at } = place;
    const error = findAbove(place, /^(?:✘ |X )?\[ERROR\] (.*)$|^✘ (.*)$/, 3);
    if (!error) return undefined;
    const groups: Groups = match.groups ?? {};
    const message = error.match[1] ?? error.match[2] ?? '';
    const frames = [frameOf(groups, lines[at]!.rawLine)];
    const trace = draft(languageOf(groups['file'] ?? ''), error.index, at, { tool: 'esbuild', message, frames });
    addDetails(lines, trace);
    return { traces: [trace], next: trace.last + 1 };
  },
};

const webpackReader: Reader = {
  opens: new RegExp(`^ERROR in ${FILE}(?: (?<line>\\d{1,9}):(?<column>\\d{1,9})(?:-\\d{1,9}(?::\\d{1,9})?)?)?$`),
  read({ lines, at }, match) {
    const groups: Groups = match.groups ?? {};
    const frames = [frameOf(groups, lines[at]!.rawLine)];
    // webpack counts columns from 0.
    if (groups['column'] !== undefined) frames[0]!.column = Number(groups['column']) + 1;
    const message = textAt(lines, at + 1);
    const trace = draft(languageOf(groups['file'] ?? ''), at, at + 1 < lines.length ? at + 1 : at, {
      tool: 'webpack',
      message,
      frames,
    });
    return { traces: [trace], next: trace.last + 1 };
  },
};

/** Microsoft's linker: no line, since objects have none. */
const linkerReader: Reader = {
  opens:
    /^\s{0,12}[^\s:()"][^:()"]{0,300}\.(?:obj|lib|exe|dll)(?:\([^()]{1,200}\))? : (?:fatal )?error (LNK\d{1,6}): (.*?)(?: \[[^\]]{1,300}proj\])?$/,
  needsPlace: true,
  read({ at }, [, type, message]) {
    return { traces: [draft('cpp', at, at, { tool: 'link', type, message: message! })], next: at + 1 };
  },
};

export const compilerReaders: readonly Reader[] = [
  ...formatReaders,
  linkerReader,
  eslintReader,
  esbuildReader,
  webpackReader,
];
