import { plainText } from '../markdown/plainText.ts';
import { isInProgress } from '../record/model.ts';
import { parseRecord } from '../record/parse.ts';
import { sectionText } from '../record/sections.ts';
import { cleanLine } from '../stackTrace/cleanLine.ts';
import { parseStackTraces } from '../stackTrace/parse.ts';
import { NO_PLACES } from '../suspects/renderSuspects.ts';
import { hypothesesIn, HYPOTHESES, isPlaceholder, type Hypothesis } from './hypotheses.ts';
import { withoutPrompts } from './prompt.ts';
import { OBSERVATIONS } from './renderVerdict.ts';

export { stakeholderText } from './stakeholders.ts';

/**
 * The record as a bug report for a tracker: no front matter, no comments, no open prompts, no checklist, no private log, and nothing
 * that only those need who work on it here. Not redacted yet.
 */
export function issueText(text: string): string {
  const { record } = parseRecord(text);
  const facts = [
    record.severity && `Severity ${record.severity}`,
    record.problem,
    record.owner && `owner ${record.owner}`,
    record.branch && `branch \`${record.branch}\``,
    record.commit && `commit \`${record.commit}\``,
  ].filter(Boolean);
  const body = (title: string): string => withoutPrompts(sectionText(text, title));
  const sections: [title: string, body: string][] = [
    ['Summary', withoutFrontMatterFacts(body('Summary'))],
    ['Reproduce', withoutEditor(body('Reproduce'))],
    ['Evidence', withoutGit(body('Evidence'))],
    ['Why this kind', withoutObservations(body('Why this kind'))],
    ['Where to look', withoutLinks(body('Where to look')).replace(NO_PLACES, '').trim()],
    [HYPOTHESES, hypothesesSaid(text)],
    ['Resolution', isInProgress(record) ? '' : body('Resolution')],
  ];
  const written = sections.flatMap(([title, words]) => (words === '' ? [] : [`## ${title}\n\n${words}`]));
  return [`# ${record.title}`, ...(facts.length ? [facts.join(', ')] : []), ...written].join('\n\n') + '\n';
}

/** Earlier versions repeated the front matter below the summary, as it was on the first day. */
function withoutFrontMatterFacts(summary: string): string {
  return summary
    .replace(/^- \*\*(?:Kind of problem|Severity|Next update)\*\*: .*\n?/gm, '')
    .replace(/^- \*\*Impact\*\*: [^.\n]*\. \*\*Urgency\*\*: .*\n?/gm, '')
    .trim();
}

/** Earlier versions took the versions of the editor, which stand in the environment, for those of what failed. */
function withoutEditor(reproduce: string): string {
  return reproduce.replace(/^- \*\*Versions\*\*: VS Code: .*\n?/gm, '').trim();
}

/** The branch and the commit stand at the top; what else lies about in the sender's folder is nobody's business. */
function withoutGit(evidence: string): string {
  return evidence.replace(/^<details>\n<summary>Git(?: ·|<).*\n[^]*?\n<\/details>\n*/gm, '').trim();
}

function withoutObservations(why: string): string {
  return why.replace(new RegExp(`${OBSERVATIONS}\\n\\n(?:- .*(?:\\n|$))*`), '').trim();
}

/** A link from this workspace's root leads nowhere in a tracker. */
function withoutLinks(markdown: string): string {
  return markdown.replace(
    /\[((?:[^[\]\\\n]|\\.)+)\]\(<\/[^>\n]*>\)/g,
    (_link, words: string) => `\`${plainText(words)}\``,
  );
}

/** Without rows that hold no more than a question; without the table when no row is left. */
function hypothesesSaid(text: string): string {
  const rows = hypothesesIn(text);
  const empty = new Set(rows.filter(isEmpty).map(({ line }) => line));
  const kept = text.split(/\r\n?|\n/).filter((_line, index) => !empty.has(index));
  const section = sectionText(kept.join('\n'), HYPOTHESES);
  return withoutPrompts(empty.size === rows.length ? section.replace(/^\|.*\n?/gm, '') : section);
}

/** Earlier versions wrote a place and a general question into the first row. */
function isEmpty(row: Hypothesis): boolean {
  return isPlaceholder(row) || `${row.prediction}${row.result}` === '';
}

const MAX_ERROR_LINES = 12;

/** What to send when three causes were refuted, as plain text: what is wrong, the error and its place, what was tried. Not redacted yet. */
export function helpRequest(text: string): string {
  const { record } = parseRecord(text);
  const hypotheses = hypothesesIn(text).filter((one) => !isEmpty(one));
  const where = /^1\. (.+)/.exec(sectionText(text, 'Where to look'))?.[1];
  const on = record.branch ? ` on ${record.branch}` : '';
  const parts = [
    `I am stuck on: ${record.title}`,
    plainLines(withoutFrontMatterFacts(withoutPrompts(sectionText(text, 'Summary')))),
    listed('The error:', errorIn(text)),
    [
      ...(where ? [`Where: ${plainText(where)}`] : []),
      ...(record.commit ? [`Commit: ${record.commit}${on}`] : []),
    ].join('\n'),
    listed('What I have tried:', hypotheses.filter(({ result }) => result !== '').map(attempt)) ||
      'I have not tested a cause yet.',
    listed('What I would try next:', hypotheses.filter(({ result }) => result === '').map(attempt)),
    'What would you look at next, and which of my assumptions would you test first?',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function listed(heading: string, lines: readonly string[]): string {
  return lines.length ? [heading, ...lines].join('\n') : '';
}

function attempt({ cause, experiment, result }: Hypothesis): string {
  const test = experiment === '' ? '' : `: ${plainText(experiment)}`;
  return `- ${plainText(cause)}${test}${result === '' ? '' : ` -> ${plainText(result)}`}`;
}

function plainLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${plainText(line.slice(2))}` : plainText(line)))
    .join('\n');
}

/** The first error of the evidence as it was printed, its first lines: what a colleague asks for first. */
function errorIn(text: string): string[] {
  for (const [, , output = ''] of sectionText(text, 'Evidence').matchAll(/^(`{3,})[^\n`]*\n([^]*?)\n\1$/gm)) {
    const [trace] = parseStackTraces(output);
    if (trace)
      return output
        .slice(trace.start, trace.end)
        .split('\n')
        .slice(0, MAX_ERROR_LINES)
        .map((line) => cleanLine(line).text);
  }
  return [];
}
