import { plainText } from '../markdown/plainText.ts';
import { isInProgress, type RecordInfo, type RecordStatus } from '../record/model.ts';
import { parseRecord } from '../record/parse.ts';
import { sectionText } from '../record/sections.ts';
import { durationBetween } from '../text/time.ts';
import type { Kind } from './kinds.ts';
import { isPrompt, prompt } from './prompt.ts';
import { newsIn, resolutionIn } from './resolution.ts';
import { impacts, severities } from './severity.ts';

export const STAKEHOLDERS = 'Stakeholder update';

/** What only people can say. All else is read from the record when the update is copied, so that it cannot go stale here. */
export function newStakeholderSection(symptom: string): string {
  const now = symptom === '' ? prompt('what people notice, in their words') : asSentence(symptom);
  return [
    '<!-- Copying adds severity, owner, the newest line of the log and the next update; or cause and fix, once resolved. -->',
    '',
    `> **Now**: ${now}`,
    '>',
    `> **Affected**: ${prompt('who, and how many')}`,
  ].join('\n');
}

/**
 * What to tell stakeholders at this moment, as plain text: what people wrote into the section, with severity, owner, news and next
 * update from front matter and log; of a settled record its cause and fix. Empty for a record that is no triage and has no such section.
 */
export function stakeholderText(text: string): string {
  const { record } = parseRecord(text);
  const section = sectionText(text, STAKEHOLDERS);
  if (record.kind !== 'triage' && section === '') return '';
  const said = fieldsIn(section);
  const now = said.get('Now') || wordsWithout(record);
  const facts = isInProgress(record) ? whileOpen(text, record, said) : onceSettled(text, record);
  const derived = new Set([...DERIVED, ...facts.map(([name]) => name)]);
  const own = Array.from(said).filter(([name]) => !derived.has(name));
  return [[labels[record.status], now], ...own, ...facts].map(([name, words]) => `${name}: ${words}`).join('\n');
}

const labels: Readonly<Record<RecordStatus, string>> = {
  open: 'Now',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
};

type Fact = readonly [name: string, words: string];

/** Fields that front matter and log know better than the section, which earlier versions wrote once and for all. */
const DERIVED: ReadonlySet<string> = new Set(['Now', 'We are doing', 'Next update']);

function whileOpen(text: string, record: RecordInfo, said: ReadonlyMap<string, string>): Fact[] {
  const news = newsIn(text).at(-1);
  const doing = said.get('We are doing');
  const next = record.nextUpdate
    ? momentWords(record.nextUpdate)
    : record.severity === 'S4'
      ? 'at the next triage'
      : '';
  return [
    ...severityAndOwner(record),
    ...fact('We are doing', doing ?? (news ? '' : 'Looking for the cause.')),
    ...fact('Latest', news ? `${asSentence(news.words)} (${momentWords(news.at)})` : ''),
    ...fact('Next update', next),
  ];
}

function onceSettled(text: string, record: RecordInfo): Fact[] {
  const { cause = '', fix = '', at } = resolutionIn(text);
  const open = at && record.created ? durationBetween(record.created, at) : undefined;
  return [
    ...fact('Cause', asSentence(cause)),
    ...fact('Fix', asSentence(fix)),
    ...fact('Since', at ? `${momentWords(at)}${open ? ` (open for ${open})` : ''}` : ''),
    ...severityAndOwner(record),
  ];
}

function severityAndOwner({ severity, owner }: RecordInfo): Fact[] {
  const level = severities.find(({ id }) => id === severity);
  return [
    ...fact('Severity', level ? `${level.id} (${level.label.toLowerCase()})` : (severity ?? '')),
    ...fact('Owner', owner ?? ''),
  ];
}

function fact(name: string, words: string): Fact[] {
  return words === '' ? [] : [[name, words]];
}

/** For people who do not read code: what it means for them. */
const plainWords: Readonly<Record<Kind, string>> = {
  bottleneck: 'The results are right, but they take too long or cost too much.',
  glitch: 'Something fails some of the time; trying again may help.',
  broken: 'Something does not work at the moment.',
  'not-a-problem': 'This is a question or a request; nothing is broken.',
  unknown: 'We have a report and are finding out what is happening.',
};

/** Nobody has said what people notice: the title at least says which of the problems it is. */
function wordsWithout({ title, problem, status }: RecordInfo): string {
  const isOpen = status === 'open' && problem !== undefined && Object.hasOwn(plainWords, problem);
  return isOpen ? `${plainWords[problem as Kind].replace(/\.$/, '')} (${title}).` : asSentence(title);
}

/** Sentences that earlier versions wrote into every record: not said by anybody, and not true for long. */
const boilerplate: readonly string[] = [
  ...Object.values(plainWords),
  ...impacts.map(({ description }) => description),
  'collecting evidence and testing the first cause.',
];

/** The fields of the section that somebody filled in: `**Name**: words`, which may go on over several lines. */
function fieldsIn(section: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const paragraph of section.replace(/^> ?/gm, '').split(/\n\s*\n|\n(?=\*\*)/)) {
    const [, name = 'Also', words = ''] = /^(?:\*\*([^*\n]+?):?\*\*:? *)?([^]*)$/.exec(paragraph.trim()) ?? [];
    const own = isPrompt(words) ? '' : withoutBoilerplate(plainText(words));
    if (own !== '')
      fields.set(name, name === 'Now' ? asSentence(own) : [fields.get(name), own].filter(Boolean).join(' '));
  }
  return fields;
}

function withoutBoilerplate(words: string): string {
  const own = boilerplate.reduce((rest, sentence) => rest.replace(sentence, ''), words);
  return own
    .replace(/Severity S\d \([a-z]+\)\./, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function asSentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? '' : `${trimmed[0]!.toUpperCase()}${trimmed.slice(1)}`.replace(/[^.!?]$/, '$&.');
}

/** `2026-11-23 16:05+01:00`, as the evidence has it. */
function momentWords(moment: string): string {
  return moment.replace('T', ' ');
}
