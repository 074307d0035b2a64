import { plainText } from '../markdown/plainText.ts';
import type { Section } from './model.ts';

/**
 * Average silent reading rate of adults for English non-fiction, 190 studies: M. Brysbaert, "How many words do we read
 * per minute?", Journal of Memory and Language 109 (2019), https://doi.org/10.1016/j.jml.2019.104047
 */
const WORDS_PER_MINUTE = 238;

/**
 * Seconds to read a section: titles, why, how and ask. Fenced blocks are left out, since a command is run and not read,
 * and so is what to leave behind as evidence.
 */
export function readingSecondsOf(section: Section): number {
  const texts = section.items.flatMap((item) => [item.title, item.why ?? '', ...item.how, item.ask ?? '']);
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  return (words / WORDS_PER_MINUTE) * 60;
}

function wordsIn(markdown: string): number {
  const prose = plainText(withoutFences(markdown));
  return prose.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The text without fenced blocks; an unclosed fence reaches to the end, as in CommonMark. */
export function withoutFences(markdown: string): string {
  let fence: string | undefined;
  const isProse = (line: string): boolean => {
    const [, mark, rest] = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined;
    }
    if (mark?.startsWith(fence) && rest?.trim() === '') fence = undefined;
    return false;
  };
  return markdown.split('\n').filter(isProse).join('\n');
}
