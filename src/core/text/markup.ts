import { Lines } from './lines.ts';

/** What begins at a `<`, and where it ends. A quote or a tag that never ends, ends with the text. */
const PARTS: readonly RegExp[] = [
  /<!--.*?(?:-->|$)/sy,
  /<!\[CDATA\[.*?(?:\]\]>|$)/sy,
  /<\?.*?(?:\?>|$)/sy,
  /<(script|style|textarea|pre)\b.*?(?:<\/\1\s*>|$)/isy,
  /<[!/]?[a-z](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/isy,
];

/**
 * The first line from this one on before which a comment may stand in HTML or XML: not inside a tag, a comment, a script or text whose
 * spaces count, and not above the `<?xml ?>` of a document. The number of lines when none may.
 */
export function freeMarkupLine(text: string, line: number): number {
  const lines = new Lines(text);
  const first = /^\uFEFF?<\?xml\b/.test(text) ? 1 : 0;
  let free = Math.max(line, first);
  for (let at = text.indexOf('<'); at >= 0 && free < lines.count;) {
    const offset = lines.startOf(free);
    if (at >= offset) return free;
    const end = endOfPart(text, at);
    if (end > offset) {
      free = lines.lineAt(end - 1) + 1;
      if (end === text.length) return lines.count;
    }
    at = text.indexOf('<', end);
  }
  return Math.min(free, lines.count);
}

function endOfPart(text: string, at: number): number {
  for (const part of PARTS) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (match) return at + match[0].length;
  }
  return at + 1;
}
