import type { Candidate } from './rule.ts';

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
/** Longer than any label in use, such as `RSA PRIVATE KEY` or `PGP PRIVATE KEY BLOCK`. */
const LABEL_LIMIT = 60;
/** What may stand in a key that was cut off: base64 with real or escaped line ends, quotes and indents. */
const CUT_OFF_BODY = /(?:[ \t>|"'+,]*[A-Za-z0-9+/=]{16,76}(?:[ \t"'+,]|\\[nr])*(?:\r?\n|$)?)+/y;
/** What a key begins with, behind its fence and its headers. */
const BODY =
  /(?:\\[nr]|[\s"'`+,>|\\]|(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset): [^\n\\]{0,120})*[A-Za-z0-9+/=]{16}/y;
/** Lines of base64 before a closing fence: the beginning was cut off. */
const HEADLESS =
  /(?<![A-Za-z0-9+/]{60}\r?\n)(?:^[ \t]{0,16}[A-Za-z0-9+/]{60,76}[ \t]{0,4}\r?\n){1,200}(?:^[ \t]{0,16}[A-Za-z0-9+/=]{1,76}[ \t]{0,4}\r?\n)?(?=[ \t]{0,16}-----END [A-Z ]{0,20}PRIVATE KEY)/gm;
const PUTTY = /(?<=^Private-Lines: \d{1,3}\r?\n)(?:[A-Za-z0-9+/=]{1,64}(?:\r?\n|$))+/gm;

/** Private key blocks (PEM, OpenSSH, PGP, PuTTY), fences included; a block without an end is taken as far as it looks like one. */
export function* privateKeysIn(text: string): Generator<Candidate> {
  for (let at = text.indexOf(BEGIN), endFence = 0; at >= 0;) {
    const labelEnd = text.indexOf(DASHES, at + BEGIN.length);
    if (labelEnd < 0) break;
    const bodyStart = labelEnd + DASHES.length;
    const label = labelEnd - at <= LABEL_LIMIT ? text.slice(at, labelEnd) : '';
    const next = text.indexOf(BEGIN, at + BEGIN.length);
    if (label.includes('PRIVATE KEY')) {
      if (endFence >= 0 && endFence < bodyStart) endFence = text.indexOf(END, bodyStart);
      const end =
        endFence >= 0 && (next < 0 || endFence < next) ? endOfFence(text, endFence) : cutOffEnd(text, bodyStart);
      if (hasBody(text, bodyStart)) yield { kind: 'private-key', start: at, end };
    }
    at = next;
  }
  if (text.includes(END)) {
    for (const match of text.matchAll(HEADLESS)) {
      yield { kind: 'private-key', start: match.index, end: match.index + match[0].length };
    }
  }
  if (text.includes('Private-Lines: ')) {
    for (const match of text.matchAll(PUTTY)) {
      yield { kind: 'private-key', start: match.index, end: match.index + match[0].trimEnd().length };
    }
  }
}

/** A fence that is only talked about has no body. In a log, each line of the body may have a prefix. */
function hasBody(text: string, start: number): boolean {
  BODY.lastIndex = start;
  return BODY.test(text) || /[A-Za-z0-9+/]{40}/.test(text.slice(start, start + 240));
}

function endOfFence(text: string, endFence: number): number {
  const close = text.indexOf(DASHES, endFence + END.length);
  return close >= 0 && close - endFence <= LABEL_LIMIT ? close + DASHES.length : endFence + END.length;
}

function cutOffEnd(text: string, bodyStart: number): number {
  const gap = /(?:\\[nr]|\s)*/y;
  gap.lastIndex = bodyStart;
  const start = bodyStart + (gap.exec(text)?.[0].length ?? 0);
  CUT_OFF_BODY.lastIndex = start;
  const body = CUT_OFF_BODY.exec(text)?.[0];
  return body ? start + body.trimEnd().length : bodyStart;
}
