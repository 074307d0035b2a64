import { parseRecord } from '../record/parse.ts';
import { sectionText } from '../record/sections.ts';
import { hypothesesIn } from './hypotheses.ts';
import { withoutPrompts } from './prompt.ts';

/** The record as a bug report for a tracker: no front matter, no comments, no open prompts, no checklist, no private log. Not redacted yet. */
export function issueText(text: string): string {
  const { record } = parseRecord(text);
  const facts = [
    record.severity && `Severity ${record.severity}`,
    record.problem,
    record.branch && `branch \`${record.branch}\``,
    record.commit && `commit \`${record.commit}\``,
  ].filter(Boolean);
  const sections = [
    'Summary',
    'Reproduce',
    'Evidence',
    'Why this kind',
    'Where to look',
    'Hypotheses',
    'Resolution',
  ].flatMap((title) => {
    const body = withoutPrompts(sectionText(text, title));
    return body === '' ? [] : [`## ${title}\n\n${body}`];
  });
  return [`# ${record.title}`, ...(facts.length ? [facts.join(', ')] : []), ...sections].join('\n\n') + '\n';
}

/** The stakeholder update as plain text, without quote marks. Empty when the record has none. */
export function stakeholderText(text: string): string {
  return sectionText(text, 'Stakeholder update').replace(/^> ?/gm, '').replace(/\*\*/g, '').trim();
}

/** What to send when three causes were refuted: what is wrong, what was tried, where the evidence is. Not redacted yet. */
export function helpRequest(text: string): string {
  const { record } = parseRecord(text);
  const tried = hypothesesIn(text).map(
    (one) => `- ${one.cause}: ${one.experiment} -> ${one.result || 'not tried yet'}`,
  );
  return [
    `I am stuck on: ${record.title}`,
    '',
    withoutPrompts(sectionText(text, 'Summary')),
    '',
    'What I have tried:',
    ...tried,
    '',
    'What would you look at next, and which of my assumptions would you test first?',
  ].join('\n');
}
