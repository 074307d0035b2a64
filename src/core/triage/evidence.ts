import { beginsPrefix, endsWord, indexAnchors, letterCount, letters, startOfWord } from './anchors.ts';
import type { ReportLine } from './cleanReport.ts';
import type { Pattern } from './kinds.ts';
import { compilePattern } from './phrase.ts';

/** A family of patterns that is looked for as one thing. */
export interface Wanted {
  readonly patterns: readonly Pattern[];
  /** Different hits to find before the family is left alone (default 1). */
  readonly max?: number;
  readonly where?: 'prose' | 'title';
}

/** One place where a family was found. */
export interface Hit {
  /** Number of the family in the list given to `createFinder`. */
  readonly family: number;
  /** 0-based line; -1 for the title. */
  readonly line: number;
  /** Start and end in the text or, for line -1, in the title. */
  readonly start: number;
  readonly end: number;
  /** Found in pasted output rather than in somebody's words. */
  readonly isOutput: boolean;
}

/** Finds the families in a title and the lines of a text, in reading order. Linear in the length of the text. */
export type Finder = (title: string, text: string, lines: readonly ReportLine[]) => Hit[];

/** A longer line is read in pieces of this size, so that no expression ever sees more. */
const pieceLength = 600;
/** An expression that has been tried this often without a hit describes something else than this report. */
const attemptsPerPattern = 120;
/** How many lines at the end of a long log are read with fresh attempts. */
const linesAtTheEnd = 300;
/** People's descriptions end long before; what follows is a log. */
const lastProseLine = 400;

const stackOrCode =
  /^\s*(?:\$ \S|at \S+ ?\(|at [\w$.<>/]+$|at \S+:\d+|in \S+\.\w{1,4}:\d+|#\d+\s+\S|\d+:\s+0x|from \S+:\d+|file ".{1,200}", line \d+|from [\w.]+ import |import [\w.*]+(?: as \w+)?;?\s*$|import .{1,120} from ['"]|#include|\/\/|(?:const|let|var) [\w$]{1,60} ?[=:;]|(?:def|func|fn) [\w$]{1,60} ?[(<]|(?:public|private|protected|class|struct) [^.?!]{1,120}[({;=]\s*$|class \w{1,60}(?:\(\S*\))?:\s*$|(?:package|using|namespace) [\w.]{1,120};?\s*$|return [^.?!]{0,120}[;({]\s*$|[}\])]+[;,]?\s*$)|[;{]\s*$/;
const logLine =
  /^\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d[t ]|\d\d:\d\d:\d\d|\w{3} +\d{1,2} \d\d:\d\d:\d\d|\d{2}[-/]\w{2,3}[-/]\d{2,4} \d\d:|(?:info|warn|warning|debug|trace|error|fatal)\b ?[\]:|]|[wief]\d{4} \d\d:)/;
const negation =
  /(?:\b(?:not|no|never|without|neither|nor|hardly|isnt|wasnt|doesnt|dont|didnt|cannot|cant)|n't)(?! only| just| longer| matter)(?:\s+(?:a|an|any|the|be|is|been|being|really|very|so|that|too|at all|particularly|see|seeing|get|have|having|notice|of|more|seem|feel|to|show|single|noticeable|more))*\s*$/;

type Block = Pick<ReportLine, 'isOutput' | 'isName'>;
const titleBlock: Block = { isOutput: false, isName: false };

/** Prepares the families once, for any number of reports. */
export function createFinder(wanted: readonly Wanted[]): Finder {
  const owners: number[] = [];
  const expressions: RegExp[] = [];
  const anchors: (readonly string[])[] = [];
  wanted.forEach((family, number) => {
    for (const pattern of family.patterns) {
      const compiled = compilePattern(pattern);
      owners.push(number);
      expressions.push(compiled.expression);
      anchors.push(compiled.anchors);
    }
  });
  const { next, marks, whole, prefix } = indexAnchors(anchors);

  return (title, text, lines) => {
    const hits: Hit[] = [];
    const found = new Uint8Array(wanted.length);
    const attempts = new Uint16Array(expressions.length);
    const triedIn = new Int32Array(expressions.length);
    const due: number[] = [];
    // The marks of the index without the words all of whose patterns have used up their attempts.
    const live = marks.slice();
    let piece = 0;

    const collect = (state: number, mark: number): void => {
      let isLive = false;
      for (const pattern of (mark === endsWord ? whole : prefix)[state] ?? []) {
        if ((attempts[pattern] ?? 0) >= attemptsPerPattern) continue;
        isLive = true;
        if (triedIn[pattern] === piece) continue;
        triedIn[pattern] = piece;
        due.push(pattern);
      }
      if (!isLive) live[state] = (live[state] ?? 0) & ~mark;
    };

    const readPiece = (source: string, start: number, end: number, line: number, block: Block): void => {
      piece++;
      due.length = 0;
      let state = startOfWord;
      for (let at = start; at < end; at++) {
        const letter = letters[source.charCodeAt(at)] ?? 0;
        if (letter === 0) {
          if (state > startOfWord && ((live[state] ?? 0) & endsWord) !== 0) collect(state, endsWord);
          state = startOfWord;
        } else if (state !== 0) {
          state = next[state * letterCount + letter] ?? 0;
          if (((live[state] ?? 0) & beginsPrefix) !== 0) collect(state, beginsPrefix);
        }
      }
      if (state > startOfWord && ((live[state] ?? 0) & endsWord) !== 0) collect(state, endsWord);
      if (due.length > 0) tryDue(source, start, end, line, block);
    };

    const tryDue = (source: string, start: number, end: number, line: number, block: Block): void => {
      const raw = source.slice(start, end);
      const low = lowerCase(raw);
      const firstHit = hits.length;
      let isCode: boolean | undefined;
      // In the order of the signals, so that the order of the words on the line does not matter.
      due.sort((a, b) => a - b);
      for (const pattern of due) {
        const number = owners[pattern] ?? 0;
        const family = wanted[number];
        const expression = expressions[pattern];
        if (!family || !expression) continue;
        const isTooLate = family.where === 'title' && line !== -1;
        if (isTooLate || (found[number] ?? 0) >= (family.max ?? 1)) {
          attempts[pattern] = attemptsPerPattern;
          continue;
        }
        attempts[pattern] = (attempts[pattern] ?? 0) + 1;
        const match = expression.exec(low);
        if (!match) continue;
        const matchEnd = match.index + match[0].length;
        if (family.where === 'prose') {
          isCode ??= block.isName || stackOrCode.test(low);
          if (isCode || !isSaidInWords(raw, low, match.index, matchEnd)) continue;
        }
        if (overlapsOwn(hits, firstHit, number, start + match.index, start + matchEnd)) continue;
        found[number] = (found[number] ?? 0) + 1;
        const isOutput = block.isOutput || line > lastProseLine || logLine.test(low);
        hits.push({ family: number, line, start: start + match.index, end: start + matchEnd, isOutput });
      }
    };

    readPiece(title, 0, Math.min(title.length, pieceLength), -1, titleBlock);
    const lastPart = lines.length - linesAtTheEnd;
    lines.forEach((line, number) => {
      // The error is mostly at the end of a log, so what a long log has used up is allowed once more.
      if (number === lastPart) {
        attempts.fill(0);
        live.set(marks);
      }
      for (let from = line.start; from < line.end; from += pieceLength) {
        readPiece(text, from, Math.min(line.end, from + pieceLength), number, line);
      }
    });
    return hits;
  };
}

/** Lower case without a change of length, without colour codes, and with one kind of apostrophe. */
function lowerCase(text: string): string {
  const low = text.toLowerCase();
  let same = low.length === text.length ? low : text.replace(/[A-Z]+/g, (letter) => letter.toLowerCase());
  if (same.includes('\u001b')) same = same.replace(/\p{Cc}\[[\d;]{0,12}m/gu, (code) => ' '.repeat(code.length));
  return same.includes('’') ? same.replaceAll('’', "'") : same;
}

/** Not part of an identifier (`slowPath`, `a.slow`, `--slow`, `slow()`), and not denied ("not slow"). */
function isSaidInWords(raw: string, low: string, start: number, end: number): boolean {
  const before = raw.slice(Math.max(0, start - 2), start);
  if (/[\w)][.:\\=]$|[$@\\]$|--$/.test(before) || /^(?:\(\)|\(\w+\)|::|\.\w|=)/.test(raw.slice(end, end + 12)))
    return false;
  return !negation.test(low.slice(Math.max(0, start - 28), start));
}

function overlapsOwn(hits: readonly Hit[], from: number, family: number, start: number, end: number): boolean {
  for (let i = from; i < hits.length; i++) {
    const hit = hits[i];
    if (hit && hit.family === family && start < hit.end && hit.start < end) return true;
  }
  return false;
}
