import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { defaultWords, parseTemplate } from './template.ts';

/** One labelled review comment, from a VS Code snippet file. */
export interface Snippet {
  /** The key in the file: `Topic: Title`. */
  readonly name: string;
  readonly topic: string;
  readonly title: string;
  readonly prefixes: readonly string[];
  /** One line: what the comment is for. Empty when the file does not say. */
  readonly description: string;
  /** In snippet syntax, lines joined with `\n`. */
  readonly body: string;
  /** Language ids; absent when it is for all. */
  readonly scope?: readonly string[];
}

/** Where a file stops being JSON with comments. Lines and columns count from 0. */
export interface SnippetFileProblem {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  /** jsonc-parser's name of it: `CommaExpected`. */
  readonly code: string;
}

/** Reads a snippet file, comments and trailing commas allowed. Entries that are no snippets are left out; never throws. */
export function parseSnippets(text: string): Snippet[] {
  const file = parseLenient(text, []);
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return [];
  return Object.entries(file).flatMap(([name, entry]) => {
    const body = linesOf((entry as { body?: unknown } | null)?.body);
    if (body === undefined) return [];
    const { prefix, description, scope } = entry as { prefix?: unknown; description?: unknown; scope?: unknown };
    const colon = name.indexOf(': ');
    return [
      {
        name,
        topic: colon > 0 ? name.slice(0, colon) : '',
        title: colon > 0 ? name.slice(colon + 2) : name,
        prefixes: (Array.isArray(prefix) ? prefix : [prefix]).filter((one): one is string => typeof one === 'string'),
        description: linesOf(description) ?? '',
        body,
        ...(typeof scope === 'string' && scope.trim() !== ''
          ? { scope: scope.split(',').map((one) => one.trim()) }
          : {}),
      },
    ];
  });
}

/** The first place where a snippet file is not what it should be; `undefined` for a sound one and for one without text. */
export function problemIn(text: string): SnippetFileProblem | undefined {
  const errors: ParseError[] = [];
  const file = parseLenient(text, errors);
  const [error] = errors;
  if (error && !isEmpty(text)) return { ...placeOf(text, error.offset), code: printParseErrorCode(error.error) };
  const isObject = file === undefined || (typeof file === 'object' && file !== null && !Array.isArray(file));
  return isObject ? undefined : { ...placeOf(text, text.search(/[^\s\uFEFF]/)), code: 'OpenBraceExpected' };
}

/** What a snippet reads like before anything is filled in: placeholders as their default words. */
export function previewOf({ body }: Pick<Snippet, 'body'>): string {
  return defaultWords(parseTemplate(body));
}

/** Nothing but space and whole comments. */
function isEmpty(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const isBlock = text.startsWith('/*', at);
    if (isBlock || text.startsWith('//', at)) {
      const end = text.slice(at).search(isBlock ? /\*\// : /[\r\n]|$/);
      if (end < 0) return false;
      at += end + (isBlock ? 2 : 0);
    } else if (/[\s\uFEFF]/.test(text[at]!)) at++;
    else return false;
  }
  return true;
}

function placeOf(text: string, offset: number): Omit<SnippetFileProblem, 'code'> {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, column: before.at(-1)!.length, offset };
}

function parseLenient(text: string, errors: ParseError[]): unknown {
  try {
    return parse(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch {
    errors.push({ error: 4, offset: 0, length: 0 }); // 100,000 nested brackets overflow the parser's stack
    return undefined;
  }
}

function linesOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value.join('\n') : undefined;
}
