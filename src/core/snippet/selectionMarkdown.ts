/** What stands for a variable, and how many characters before and behind it go with it. */
export interface Placement {
  readonly before: number;
  readonly after: number;
  readonly text: string;
}

/**
 * Selected code as Markdown at a place of a snippet body: inside a fence of the author as it is, on a line of its own or with several
 * lines as a fenced block, otherwise as inline code. Backticks around the place are taken for that inline code.
 */
export function selectionMarkdown(
  head: string,
  tail: string,
  selection: { readonly text: string; readonly language: string },
): Placement {
  const code = trimmed(selection.text);
  if (isInFence(head)) return { before: 0, after: 0, text: code };
  const isQuoted = head.endsWith('`') && tail.startsWith('`') && !head.endsWith('``') && !tail.startsWith('``');
  if (isQuoted) return { before: 1, after: 1, text: inlineCode(code.replace(/\s*\n\s*/g, ' ')) };
  const isAlone = /(?:^|\n)$/.test(head) && /^(?:\n|\$0|\$\{0\}|$)/.test(tail);
  if (!isAlone && !code.includes('\n')) return { before: 0, after: 0, text: inlineCode(code) };
  const space = /[ \t]*$/.exec(head)![0].length;
  const isLineStart = /(?:^|\n)[ \t]*$/.test(head);
  const isLineEnd = /^[ \t]*(?:\n|$)/.test(tail);
  const after = /^[ \t]*/.exec(tail)![0].length;
  return {
    before: space,
    after,
    text: `${isLineStart ? '' : '\n\n'}${fenced(code, selection.language)}${isLineEnd ? '' : '\n'}`,
  };
}

/** Without empty lines around it and without the indentation that all its lines share. */
function trimmed(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0]);
  const shared = sharedStart(indents);
  return lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line)).join('\n');
}

function sharedStart(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const one of rest) while (!one.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function inlineCode(code: string): string {
  const fence = '`'.repeat(freeRun(code, 1));
  const space = /^`|`$/.test(code) ? ' ' : '';
  return `${fence}${space}${code}${space}${fence}`;
}

function fenced(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${/^[\w+#.-]+$/.test(language) && language !== 'plaintext' ? language : ''}\n${code}\n${fence}`;
}

/** The shortest run of backticks, of at least so many, that the code has not. */
function freeRun(code: string, least: number): number {
  const runs = new Set((code.match(/`+/g) ?? []).map((run) => run.length));
  let length = least;
  while (runs.has(length)) length++;
  return length;
}

function longestRun(code: string): number {
  return (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function isInFence(head: string): boolean {
  return (head.match(/^[ \t]*(?:`{3,}|~{3,})/gm)?.length ?? 0) % 2 === 1;
}
