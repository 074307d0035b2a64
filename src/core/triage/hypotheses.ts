import { insert, replace, type TextEdit } from '../text/edits.ts';
import { appendToSection, findSection } from '../record/sections.ts';
import { lineEndingOf, Lines, singleLine } from '../text/lines.ts';

export const HYPOTHESES = 'Hypotheses';

/** One row of the hypotheses table. */
export interface Hypothesis {
  readonly cause: string;
  readonly prediction: string;
  readonly experiment: string;
  readonly result: string;
  /** 0-based. */
  readonly line: number;
  /** The result says that it was not this: `no`, `refuted`, `not it`, `did not help`, ... */
  readonly isRefuted: boolean;
}

const REFUTED =
  /^\W*(?:no\b|not\b|refuted|rejected|disproved|wrong|failed|false\b|did(?:n't| not)|does(?:n't| not)|was(?:n't| not)|still (?:fails|slow|happens)|same\b|unchanged|✗|❌)/i;

/** This many refuted causes in a row mean that the question is too narrow. */
const MANY_FAILED = 3;

/** The rows of the record's hypotheses table; empty when there is no such section or table. */
export function hypothesesIn(text: string): Hypothesis[] {
  const section = findSection(text, HYPOTHESES);
  if (!section) return [];
  const lines = new Lines(text);
  const first = lines.lineAt(section.body.start);
  const last = lines.lineAt(section.body.end);
  const rows: Hypothesis[] = [];
  let hasDelimiter = false;
  for (let line = first; line <= last && lines.startOf(line) < section.body.end; line++) {
    const words = lines.textOf(line).trim();
    if (!words.startsWith('|')) hasDelimiter = false;
    else if (/^\|[\s:|-]+\|?$/.test(words) && words.includes('-')) hasDelimiter = true;
    else if (hasDelimiter) {
      const [cause = '', prediction = '', experiment = '', result = ''] = cellsOf(words);
      if (`${cause}${prediction}${experiment}${result}` !== '')
        rows.push({ cause, prediction, experiment, result, line, isRefuted: REFUTED.test(result) });
    }
  }
  return rows;
}

/** The record should say: stop, widen the question, ask for help. */
export function hasManyFailed(hypotheses: readonly Hypothesis[]): boolean {
  return (
    hypotheses.filter((one) => one.isRefuted).length >= MANY_FAILED &&
    !hypotheses.some((one) => one.result !== '' && !one.isRefuted)
  );
}

/** Edits that add a row below the last one; a missing table or section is made. */
export function addHypothesis(
  text: string,
  { cause, prediction, experiment }: Pick<Hypothesis, 'cause' | 'prediction' | 'experiment'>,
): TextEdit[] {
  const row = `| ${[cause, prediction, experiment, ''].map(cell).join(' | ')} |`.replace(/ {2,}\|/g, ' |');
  const rows = hypothesesIn(text);
  const lines = new Lines(text);
  const placeholder = rows.find((one) => one.cause.startsWith('What do you think') && one.result === '');
  if (placeholder) return [replace(lines.startOf(placeholder.line), lines.endOf(placeholder.line), row)];
  const last = rows.at(-1);
  if (last) return [insert(lines.endOf(last.line), lineEndingOf(text) + row)];
  return appendToSection(text, HYPOTHESES, [
    '| Cause | Prediction | Experiment | Result |',
    '| --- | --- | --- | --- |',
    row,
  ]);
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((one) => one.trim().replace(/\\\|/g, '|'));
}

function cell(text: string): string {
  return singleLine(text).replace(/\|/g, '\\|');
}
