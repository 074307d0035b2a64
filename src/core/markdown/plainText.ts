import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt('commonmark');

/** Every construct of inline Markdown begins with one of these. */
const INLINE = /[\\`*_[\]<&!]/;

/** The words of one line of inline Markdown, as a reader sees them: no emphasis, code ticks, links or HTML comments. */
export function plainText(markdown: string): string {
  return (INLINE.test(markdown) ? wordsOf(markdown) : markdown).replace(/\s+/g, ' ').trim();
}

/** Markdown that `plainText` reads back as the given plain text (one line, single spaces). Escapes only where it must. */
export function markdownOf(plain: string): string {
  const isSafe = plainText(plain) === plain && !plain.endsWith('\\');
  return isSafe ? plain : plain.replace(/[\\`*_[\]<&!]/g, '\\$&');
}

/** Tags stay: nobody means HTML with `Map<String>` in a title. */
function wordsOf(markdown: string): string {
  let words = '';
  for (const token of parser.parseInline(markdown, {})[0]?.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') words += ' ';
    else if (token.type !== 'html_inline' || !token.content.startsWith('<!--')) words += token.content;
  }
  return words;
}
