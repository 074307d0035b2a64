import { plainText } from '../markdown/plainText.ts';
import { readFrontMatter, setFrontMatterValue } from '../text/frontMatter.ts';
import { inTurn, type TextEdit } from '../text/edits.ts';
import { appendToSection, sectionText } from '../record/sections.ts';
import { parseRecord } from '../record/parse.ts';
import { singleLine } from '../text/lines.ts';
import { addMinutes, durationBetween } from '../text/time.ts';
import { severities } from './severity.ts';

export interface Resolution {
  readonly cause: string;
  readonly fix: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Edits that close a triage: status and moment, a Resolution section with cause, fix and how long it was open, a line in the log. */
export function resolveTriage(text: string, { cause, fix, at }: Resolution): TextEdit[] {
  const { created } = parseRecord(text).record;
  const open = created === undefined ? undefined : durationBetween(created, at);
  const steps: ((now: string) => TextEdit[])[] = [
    (now) => setFrontMatterValue(now, 'status', 'resolved'),
    (now) => setFrontMatterValue(now, 'resolved', at),
    (now) =>
      appendToSection(now, 'Resolution', [
        `- **Cause**: ${singleLine(cause)}`,
        `- **Fix**: ${singleLine(fix)}`,
        ...(open === undefined ? [] : [`- **Open for**: ${open}`]),
      ]),
    (now) => appendToSection(now, 'Log', [`- ${at} Resolved.`]),
  ];
  return inTurn(text, steps);
}

/** What a record says about how it ended: of several resolutions the last one. Parts that it does not say are absent. */
export function resolutionIn(text: string): Partial<Resolution> {
  const section = sectionText(text, 'Resolution');
  const last = (name: string): string =>
    plainText(Array.from(section.matchAll(new RegExp(`^- \\*\\*${name}\\*\\*: (.+)$`, 'gm'))).at(-1)?.[1] ?? '');
  const [cause, fix] = [last('Cause'), last('Fix')];
  // Earlier versions wrote the moment into the log alone.
  const at = readFrontMatter(text)?.values.get('resolved')?.text || logOf(text).findLast(isResolved)?.at;
  return { ...(cause ? { cause } : {}), ...(fix ? { fix } : {}), ...(at ? { at } : {}) };
}

/** Edits that log what is new and set when the next word is due, from the record's severity. */
export function logUpdate(text: string, words: string, at: string): TextEdit[] {
  const { severity } = parseRecord(text).record;
  const minutes = severities.find((level) => level.id === severity)?.updateMinutes;
  return inTurn(text, [
    (now) => appendToSection(now, 'Log', [`- ${at} ${singleLine(words)}`]),
    (now) => (minutes === undefined ? [] : setFrontMatterValue(now, 'next-update', addMinutes(at, minutes))),
  ]);
}

export interface LogLine {
  /** ISO 8601, as written. */
  readonly at: string;
  readonly words: string;
}

/** What people logged, oldest first: without the lines that this extension writes itself. */
export function newsIn(text: string): LogLine[] {
  return logOf(text).filter((line) => !isResolved(line) && !line.words.startsWith('Triaged'));
}

function isResolved({ words }: LogLine): boolean {
  return words === 'Resolved.';
}

function logOf(text: string): LogLine[] {
  return Array.from(
    sectionText(text, 'Log').matchAll(/^[-*+] (\d{4}-\d\d-\d\dT\S+) (.+)$/gm),
    ([, at = '', words = '']) => ({
      at,
      words: plainText(words),
    }),
  );
}
