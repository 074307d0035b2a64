import { singleLine } from '../text/lines.ts';

const NOT_APPLICABLE = /^~~(.*\S.*)~~ \(n\/a(?::(.*))?\)$/is;

/**
 * Splits the words of an item line from the strike-through and reason of "not applicable", if they are there. Struck
 * through twice, the outer reason counts. `wordsStart` is the offset of the words in the content.
 */
export function readWording(content: string): { words: string; wordsStart: number; notApplicable?: string } {
  let words = content;
  let wordsStart = 0;
  let notApplicable: string | undefined;
  for (let match = NOT_APPLICABLE.exec(words); match; match = NOT_APPLICABLE.exec(words)) {
    words = match[1]!.trim();
    wordsStart += 2 + match[1]!.length - match[1]!.trimStart().length;
    notApplicable ??= (match[2] ?? '').trim();
  }
  return { words, wordsStart, ...(notApplicable === undefined ? {} : { notApplicable }) };
}

/** What stands before and after the words of an item that does not apply. */
export function notApplicableWording(reason: string): { before: string; after: string } {
  const text = safeText(reason);
  return { before: '~~', after: text === '' ? '~~ (n/a)' : `~~ (n/a: ${text})` };
}

/** A person's text made fit for one Markdown line: it can neither open a comment nor end a strike-through. */
export function safeText(text: string): string {
  return singleLine(text).replace(/~{2,}/g, '~').replace(/<!--/g, '<\\!--').replace(/-->/g, '--\\>');
}
