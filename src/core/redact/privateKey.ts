import type { Candidate } from './rule.ts';

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
/** Longer than any label in use, such as `RSA PRIVATE KEY` or `PGP PRIVATE KEY BLOCK`. */
const LABEL_LIMIT = 60;
/** What may stand in a key that was cut off: base64 with real or escaped line ends, quotes and indents. */
const CUT_OFF_BODY = /(?:[ \t>|"'+,]*[A-Za-z0-9+/=]{16,76}(?:[ \t"'+,]|\\[nr])*(?:\r?\n|$)?)+/y;
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
      yield { kind: 'private-key', start: at, end };
    }
    at = next;
  }
  if (text.includes('Private-Lines: ')) {
    for (const match of text.matchAll(PUTTY)) {
      yield { kind: 'private-key', start: match.index, end: match.index + match[0].trimEnd().length };
    }
  }
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
