import { parse } from 'jsonc-parser';

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
}

/** Reads a snippet file, comments and trailing commas allowed. Entries that are no snippets are left out; never throws. */
export function parseSnippets(text: string): Snippet[] {
  const file: unknown = parseLenient(text);
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return [];
  return Object.entries(file).flatMap(([name, entry]) => {
    const body = linesOf((entry as { body?: unknown } | null)?.body);
    if (body === undefined) return [];
    const { prefix, description } = entry as { prefix?: unknown; description?: unknown };
    const colon = name.indexOf(': ');
    return [
      {
        name,
        topic: colon > 0 ? name.slice(0, colon) : '',
        title: colon > 0 ? name.slice(colon + 2) : name,
        prefixes: (Array.isArray(prefix) ? prefix : [prefix]).filter((one): one is string => typeof one === 'string'),
        description: linesOf(description) ?? '',
        body,
      },
    ];
  });
}

/** What a snippet reads like before anything is filled in: placeholders as their default words. */
export function previewOf(snippet: Snippet): string {
  let text = snippet.body;
  for (let depth = 0; depth < 4; depth++) {
    text = text
      .replace(/\$\{\d+\|((?:\\.|[^\\|,])*)(?:,(?:\\.|[^\\|])*)?\|\}/g, '$1')
      .replace(/\$\{\d+:((?:\\.|[^\\{}])*)\}/g, '$1');
  }
  return text.replace(/\$\{?\d+\}?/g, '').replace(/\\([$}\\|,])/g, '$1');
}

function parseLenient(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch {
    return undefined; // 100,000 nested brackets overflow the parser's stack
  }
}

function linesOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value.join('\n') : undefined;
}
