import type { Candidate } from './rule.ts';
import { isPlaceholder } from './secretValue.ts';

const HEADER =
  /(?<![\w-])(?:(?:set-)?cookie2?|document\.cookie)(?:\\?["'])?\]?[ \t]{0,4}(?:=>?|:|,)[ \t]{0,4}(?:\[[ \t]?)?(?:\\?["'])?(?=[^\s=;"',]{1,128}=)|(?<=\s)(?:-b|--cookie)[ =]["']?(?=[^\s=;"']{1,128}=)/gi;
const LIMIT = 8192;
const PAIR = /(?:^|;[ ]?)[ ]{0,3}(?<name>[^\s=;"']{1,128})=(?<value>[^;\n\r"'\\]*)/dgy;
const attributes = new Set(['path', 'domain', 'expires', 'max-age', 'samesite', 'priority', 'version']);

/** Values of cookies in request and response headers; names and attributes (RFC 6265 section 4.1) stay readable. */
export function* cookiesIn(text: string): Generator<Candidate> {
  if (!/cookie|-b /i.test(text)) return;
  let readUpTo = 0;
  for (const header of text.matchAll(HEADER)) {
    const start = header.index + header[0].length;
    if (start < readUpTo) continue;
    const list = text.slice(start, start + LIMIT);
    for (const pair of list.matchAll(PAIR)) {
      const range = pair.indices?.groups?.['value'];
      const value = pair.groups?.['value']?.trim() ?? '';
      if (!range) continue;
      readUpTo = start + range[1];
      const name = pair.groups?.['name']?.toLowerCase() ?? '';
      const isSetting = /^[a-z]{2,8}$/.test(value) && !/sess|auth|token|sid|jwt|user/.test(name); // `theme=dark`
      if (value.length < 2 || isPlaceholder(value) || isSetting || attributes.has(name)) continue;
      yield { kind: 'cookie', start: start + range[0], end: start + range[0] + value.length };
    }
  }
}
