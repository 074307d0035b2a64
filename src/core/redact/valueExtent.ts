/** Longer than any key or token in one value; a longer quoted text is not one secret. */
const QUOTED_LIMIT = 8192;
const UNQUOTED_LIMIT = 8192;
/** Most values end within this; a longer one is read on only if it is no chain of pairs. */
const USUAL_LIMIT = 512;

/** Where a quoted value ends: before the same quote with the same escapes, on the same line; `undefined` if it does not. */
export function quotedEnd(text: string, start: number, quote: string): number | undefined {
  const limit = Math.min(text.length, start + QUOTED_LIMIT);
  for (let at = start; at < limit; at++) {
    const character = text[at];
    if (character === '\n' || character === '\r') return undefined;
    if (text.startsWith(quote, at)) return at;
    if (character === '\\' && quote.length === 1) at++;
  }
  return undefined;
}

/** Never part of an unquoted value: blanks, quotes, control characters (colours), the mark of what is already redacted. */
const stop = /[\s"'`<>\p{Cc}\uffff]/u;
/** Ends a value only if what follows fits: the next pair, or the end. */
const delimiter = /[,;&?|)}\]]/g;
const fits: Readonly<Record<string, RegExp>> = {
  ',': /,(?:[\s"'`}\])]|$|\\|[\w.$:-]{1,40}(?:=|:|\s?=>))/y,
  ';': /;(?:[\s"'`})]|$|\\|[\w .-]{1,40}=)/y,
  '&': /&(?:$|\s|(?:amp;)?[\w.%[\]-]{1,60}=)/y,
  '?': /\?[\w.-]{1,40}=/y,
  '|': /\|(?:$|\s)/y,
  ')': /\)(?:[\s"'`,;:.)}\]]|$)/y,
  '}': /\}(?:[\s"'`,;.)}\]:]|$)/y,
  ']': /\](?:[\s"'`,;.)}\]]|$)/y,
};

/**
 * Where a value without quotes ends. Alone on its line it runs to the next blank, less a closing comma or semicolon; among others it
 * also ends before a delimiter that another pair follows, so that neither half a secret stays nor the next pair goes.
 */
export function unquotedEnd(text: string, start: number, isOwnLine: boolean): number {
  let end = stopAfter(text, start, USUAL_LIMIT);
  if (end === start + USUAL_LIMIT && text.slice(start, end).split('=', 5).length < 5)
    end = stopAfter(text, start, UNQUOTED_LIMIT);
  if (isOwnLine && text[start - 1] === '=') {
    while (end > start && /[,;]/.test(text.charAt(end - 1))) end--;
  }
  for (const { 0: character, index } of text.slice(start, end).matchAll(delimiter)) {
    const follows = fits[character];
    if (!follows) continue;
    follows.lastIndex = start + index;
    if (!follows.test(text)) continue;
    if (isOwnLine && index === 0) break;
    end = start + index;
    break;
  }
  const escape = text.slice(start, end).search(/\\[nrt"]|%26|&quot;/);
  return escape >= 0 ? start + escape : end;
}

function stopAfter(text: string, start: number, limit: number): number {
  const window = text.slice(start, start + limit);
  const at = window.search(stop);
  return start + (at < 0 ? window.length : at);
}
