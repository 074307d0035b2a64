import { insert, replace, type TextEdit } from '../text/edits.ts';
import { appendToSection, findSection } from '../record/sections.ts';
import { lineEndingOf, Lines, singleLine } from '../text/lines.ts';
import { isPrompt } from './prompt.ts';

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

/** The cells that a new row begins with; the result comes later. */
export type NewHypothesis = Pick<Hypothesis, 'cause' | 'prediction' | 'experiment'>;

/** Edits that add a row below the last one, or in the place of the one that asks for a cause; a missing table is made. */
export function addHypothesis(text: string, hypothesis: NewHypothesis): TextEdit[] {
  const rows = hypothesesIn(text);
  const lines = new Lines(text);
  const placeholder = rows.find(isPlaceholder);
  const row = rowOf(hypothesis);
  if (placeholder) return [replace(lines.startOf(placeholder.line), lines.endOf(placeholder.line), row)];
  const last = rows.at(-1);
  if (last) return [insert(lines.endOf(last.line), lineEndingOf(text) + row)];
  return appendToSection(text, HYPOTHESES, tableOf(hypothesis));
}

/** The table with its first row, one line each. Cells are Markdown. */
export function tableOf(first: NewHypothesis): string[] {
  return ['| Cause | Prediction | Experiment | Result |', '| --- | --- | --- | --- |', rowOf(first)];
}

/** Earlier versions asked `What do you think it is?`, with a question for an experiment. */
export function isPlaceholder({ cause, prediction, experiment, result }: Hypothesis): boolean {
  if (cause.startsWith('What do you think')) return result === '';
  return isPrompt(cause) && `${prediction}${experiment}${result}` === '';
}

function rowOf({ cause, prediction, experiment }: NewHypothesis): string {
  return `| ${[cause, prediction, experiment, ''].map(cell).join(' | ')} |`.replace(/ {2,}\|/g, ' |');
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
