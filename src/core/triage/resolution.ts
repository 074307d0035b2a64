import { setFrontMatterValue } from '../text/frontMatter.ts';
import { inTurn, type TextEdit } from '../text/edits.ts';
import { appendToSection } from '../record/sections.ts';
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

/** Edits that close a triage: status, a Resolution section with cause, fix and how long it was open, a line in the log. */
export function resolveTriage(text: string, { cause, fix, at }: Resolution): TextEdit[] {
  const { created } = parseRecord(text).record;
  const open = created === undefined ? undefined : durationBetween(created, at);
  const steps: ((now: string) => TextEdit[])[] = [
    (now) => setFrontMatterValue(now, 'status', 'resolved'),
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

/** Edits that log what is new and set when the next word is due, from the record's severity. */
export function logUpdate(text: string, words: string, at: string): TextEdit[] {
  const { severity } = parseRecord(text).record;
  const minutes = severities.find((level) => level.id === severity)?.updateMinutes;
  return inTurn(text, [
    (now) => appendToSection(now, 'Log', [`- ${at} ${singleLine(words)}`]),
    (now) => (minutes === undefined ? [] : setFrontMatterValue(now, 'next-update', addMinutes(at, minutes))),
  ]);
}
