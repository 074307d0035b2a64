import { singleLine } from '../text/lines.ts';

/** A code fence longer than any in the text, so that pasted Markdown cannot end it. */
export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), (match) => match[0].length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language.replace(/[^\w+#-]/g, '')}\n${text}\n${marks}`;
}

/** Inline code on one line, whatever ticks are in the text. */
export function inlineCode(text: string): string {
  const line = singleLine(text);
  return line.includes('`') ? `\`\` ${line.replace(/`{2,}/g, '`')} \`\`` : `\`${line}\``;
}

/** Words from evidence or from the user, harmless inside a Markdown line, a table cell included. Inside a word `_` means nothing. */
export function escapeInline(text: string): string {
  return singleLine(text).replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

export function escapeHtml(text: string): string {
  return singleLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A place in a file as a link from the workspace's root (`/src/a.js#L22`); as code when nobody knows where the file lies. */
export function placeLink({ path, line }: { path: string; line?: number }, fromRoot: string | undefined): string {
  const where = line === undefined ? path : `${path}:${line}`;
  return fromRoot === undefined
    ? inlineCode(where)
    : `[${escapeInline(where)}](<${fromRoot.replace(/[<>\\\n]/g, encodeURIComponent)}${line === undefined ? '' : `#L${line}`}>)`;
}
