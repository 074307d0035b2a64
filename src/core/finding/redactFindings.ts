import { redact, type RedactOptions } from '../redact/redact.ts';
import type { Finding } from './model.ts';
import type { PlacedFinding } from './placed.ts';

/** A line that no comment contains, so that all of them are read as one text and the same secret gets the same placeholder. */
const SEPARATOR = '\n\u241E\u241E tpm finding \u241E\u241E\n';

/** The findings with secrets and personal data replaced, in words, reasons, replies and paths; and how many were hidden. */
export async function redactFindings(
  placed: readonly PlacedFinding[],
  options: RedactOptions = {},
): Promise<{ placed: PlacedFinding[]; hidden: number }> {
  const texts = placed.flatMap(({ finding }) => textsOf(finding));
  const joined = texts.map((text) => text.replaceAll('\u241E', '')).join(SEPARATOR);
  const { text, findings } = await redact(joined, options);
  const clean = text.split(SEPARATOR);
  let next = 0;
  const take = (count: number): string[] => clean.slice(next, (next += count));
  return {
    placed: placed.map((one) => ({ ...one, finding: withTexts(one.finding, take(textsOf(one.finding).length)) })),
    hidden: findings.length,
  };
}

function textsOf({ subject, body, place, state, replies }: Finding): string[] {
  return [subject, body, place?.path ?? '', state.kind === 'wont-fix' ? state.reason : '', ...replies];
}

function withTexts(finding: Finding, [subject = '', body = '', path = '', reason = '', ...replies]: string[]): Finding {
  const { state, place } = finding;
  return {
    ...finding,
    subject,
    body,
    replies,
    state: state.kind === 'wont-fix' ? { ...state, reason } : state,
    ...(place ? { place: { ...place, path } } : {}),
  };
}
