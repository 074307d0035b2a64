import { looksPrinted, toolLineAt } from './toolLine.ts';

/** One line of a report after cleaning. The index in the array is the line's number in the report. */
export interface ReportLine {
  /** Where the line starts and ends in the report's text, without the line break. Empty if the line is boilerplate. */
  readonly start: number;
  readonly end: number;
  /** The line is inside a fence or a quoted log: tools wrote it, not people. */
  readonly isOutput: boolean;
  /** The line is the name of a failing test, or counts them: its words are no report. */
  readonly isName: boolean;
}

/**
 * Splits a report into lines and blanks what nobody wrote for this report: HTML comments, instructions and questions of
 * issue templates, unticked boxes, environment fields, the answer form's headings, and what a test runner or package
 * manager prints in every run (passing tests, counts, its own warnings). Line numbers stay as they were.
 */
export function cleanReport(text: string): ReportLine[] {
  const lines: ReportLine[] = [];
  const lastCommentEnd = text.lastIndexOf('-->');
  let isFenced = false;
  let commentEnd = 0;
  let isForm = false;
  for (let start = 0; start <= text.length;) {
    let lineEnd = text.indexOf('\n', start);
    if (lineEnd === -1) lineEnd = text.length;
    let end = lineEnd > start && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    let from = Math.min(Math.max(start, commentEnd), end);
    if (opensOrClosesFence(text, from, end)) {
      isFenced = !isFenced;
    } else if (!isFenced && from < end && lines.length < longFormLines) {
      const line = text.slice(from, Math.min(end, from + longFormLine));
      const comment = line.indexOf('<!--');
      if (comment !== -1 && from + comment < lastCommentEnd) {
        commentEnd = text.indexOf('-->', from + comment) + 3;
        if (comment < 3) from = Math.min(commentEnd, end);
        else end = from + comment;
      }
      if (/^\s*(?:#|\*\*)/.test(line)) isForm = environmentHeading.test(line);
      if (isForm || isBoilerplate(line)) from = end;
    }
    const tool = from < end ? toolLineAt(text, from, end) : undefined;
    if (tool === 'nothing') from = end;
    lines.push({ start: from, end, isOutput: isFenced || tool === 'name', isName: tool === 'name' });
    start = lineEnd + 1;
  }
  return withPastedBlocks(text, lines);
}

/** Marks what was pasted without a fence: lines that look printed, and the few lines that stand between two such. */
function withPastedBlocks(text: string, lines: ReportLine[]): ReportLine[] {
  let lastPrinted = -2 * pastedGap;
  lines.forEach((line, i) => {
    if (line.start === line.end || i > longFormLines) return;
    if (!line.isOutput && !looksPrinted(text, line.start, line.end)) return;
    for (let k = i - lastPrinted <= pastedGap ? lastPrinted + 1 : i; k <= i; k++) {
      const between = lines[k];
      if (between && !between.isOutput) lines[k] = { ...between, isOutput: true };
    }
    lastPrinted = i;
  });
  return lines;
}

/** So many lines further on, a printed line belongs to the same block. */
const pastedGap = 4;

/** Longer lines are no part of a form. */
const longFormLine = 400;

/** Forms are at most a few pages; what comes later is a log. */
const longFormLines = 2000;

const environmentHeading =
  /^\s*(?:#{1,6}|\*\*)\s*(?:\W{0,3}\s*)?(?:(?:your |my |system |device |runtime |build )?(?:environment|versions?|system info\w*|desktop|smartphone|device info\w*|platform|os|operating system|checklist|browser|specs|setup|pre-?flight checklist|code of conduct|prerequisites|before (?:you )?submitting.{0,60}|are you willing to.{0,60}))\b[^.]{0,60}$/i;

const boilerplate: readonly RegExp[] = [
  /^\s*[-*] \[ \]/,
  /^\s*[-*] \[[xX]\] (?:i |i've |i'm |we |yes|no |this |the |my |please|make sure|by |searched|checked|read|confirm|agree|have |not a|latest|existing|bug|feature)/i,
  /is this a bug report or (?:a )?feature request/i,
  /^\s*(?:#{1,6}\s*|\*\*|>\s*)?(?:a clear and concise description|describe the (?:bug|issue|problem)|please (?:describe|provide|fill|include|answer|use|make sure|read|search|complete)|if applicable|add any other context|any additional (?:context|info\w*)|additional context|tell us (?:about|what)|ex\. i'm always frustrated|thanks? (?:you )?for (?:taking|reporting|filing|your (?:contribution|report))|uncomment only one|the following information|explain (?:the|what|how)|is there an existing issue)\b.{0,300}$/i,
  /^\s*[-*]?\s*(?:\*\*)?(?:os|device|browser|version|platform|node(?:\.?js)?(?: version)?|npm(?: version)?|python(?: version)?|java(?: version)?|operating system|app version|kernel|architecture|distro|desktop environment)(?:\*\*)?\s*[:=](?!.*(?:error|fail|can't|cannot|not found|crash|killed|slow))[^:]{0,60}$/i,
  /\[e\.g\./i,
  /^\s*_?no response_?\s*$/i,
  /^\s*1?\.?\s*go to '\.\.\.'|^\s*(?:n\/a|none|tbd)\s*$/i,
];

function isBoilerplate(line: string): boolean {
  return line !== '' && boilerplate.some((expression) => expression.test(line));
}

/** A line of three backticks or tildes, unless it is inline code that ends on the same line. */
function opensOrClosesFence(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && indents(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  if (first !== 96 && first !== 126) return false;
  const mark = text.slice(at, at + 3);
  return (mark === '~~~' || mark === '```') && at + 3 <= end && !text.slice(at + 3, end).includes(mark);
}

/** White space and the mark of a quote. */
function indents(code: number): boolean {
  return code <= 32 || code === 62 || code === 160;
}
