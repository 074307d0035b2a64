import { renderBlock, type RenderOptions } from '../block/render.ts';
import type { Checklist } from '../checklist/model.ts';
import { renderEvidence } from '../evidence/renderEvidence.ts';
import type { RedactedEvidence } from '../evidence/redactEvidence.ts';
import { escapeInline, fence, inlineCode } from '../markdown/write.ts';
import { renderFrontMatter } from '../record/render.ts';
import { addMinutes } from '../text/time.ts';
import { renderSimilar, type RecordHome } from '../suspects/renderSimilar.ts';
import { renderWhereToLook } from '../suspects/renderSuspects.ts';
import type { SimilarRecord } from '../suspects/similar.ts';
import type { Suspects } from '../suspects/findSuspects.ts';
import type { Kind, Verdict } from './kinds.ts';
import type { CodePlace } from './places.ts';
import { prompt } from './prompt.ts';
import { kindWords, renderVerdict } from './renderVerdict.ts';
import { impacts, severities, severityOf, urgencies, type Impact, type Severity, type Urgency } from './severity.ts';

/** Everything that a triage decided. All texts are redacted already. */
export interface Triage {
  readonly title: string;
  /** The user's own words about what is wrong; empty when none were given. */
  readonly symptom: string;
  readonly evidence: readonly RedactedEvidence[];
  /** What could not be looked at, and why, one sentence each. */
  readonly missing: readonly string[];
  readonly verdict: Verdict;
  /** What the user decided; the verdict's own kind unless corrected. */
  readonly kind: Kind;
  readonly impact: Impact;
  readonly urgency: Urgency;
  /** Set when the user chose another severity than the rubric gives. */
  readonly override?: { readonly severity: Severity; readonly reason: string };
  /** Where the fault shows, nearest first. */
  readonly places: readonly CodePlace[];
  readonly suspects?: Suspects;
  /** Names the fault; kept in the front matter. */
  readonly signature?: string;
  /** Existing records of the same fault, and the folder that the new one goes to. */
  readonly similar?: { readonly records: readonly SimilarRecord[]; readonly home?: RecordHome };
  /** How many secrets and personal data were replaced. */
  readonly redactions: number;
  /** ISO 8601 with offset. */
  readonly created: string;
}

/** The severity in force: the user's, else the rubric's. Flags count as suspected until somebody confirms them. */
function severityOfTriage(triage: Pick<Triage, 'impact' | 'urgency' | 'override' | 'verdict'>): Severity {
  return triage.override?.severity ?? severityOf(triage.impact, triage.urgency, triage.verdict.flags);
}

/** The whole record, ready to be written. Line endings are `\n`. Same triage, same bytes. */
export function renderTriageRecord(
  triage: Triage,
  checklist: Checklist | undefined,
  options: RenderOptions = {},
): string {
  const severity = severityOfTriage(triage);
  const { updateMinutes } = severities.find((one) => one.id === severity)!;
  const nextUpdate = updateMinutes === undefined ? undefined : addMinutes(triage.created, updateMinutes);
  const sections = [
    `# ${escapeInline(triage.title)}`,
    section('Summary', summary(triage, severity, nextUpdate)),
    section('Reproduce', reproduce(triage)),
    section('Evidence', evidence(triage)),
    section('Why this kind', renderVerdict(triage.verdict, triage.kind)),
    section('Where to look', renderWhereToLook(triage.places, triage.suspects, triage.created)),
    ...similarRecords(triage),
    section('Hypotheses', hypotheses(triage)),
    ...(checklist ? [renderBlock(checklist, { headingLevel: 2, ...options })] : []),
    section('Stakeholder update', stakeholderUpdate(triage, severity, nextUpdate)),
    section('Log', `- ${triage.created} Triaged as ${triage.kind}, ${severity}.`),
  ];
  return `${frontMatter(triage, severity, nextUpdate, checklist)}\n${sections.join('\n\n')}\n`;
}

function frontMatter(
  triage: Triage,
  severity: Severity,
  nextUpdate: string | undefined,
  checklist: Checklist | undefined,
): string {
  const facts: Record<string, string> = Object.assign({}, ...triage.evidence.map((piece) => piece.facts ?? {}));
  const isCorrected = triage.kind !== triage.verdict.kind;
  return renderFrontMatter({
    kind: 'triage',
    title: triage.title,
    status: 'open',
    problem: triage.kind,
    confidence: isCorrected ? 'confirmed' : triage.verdict.confidence,
    ...(isCorrected ? { proposed: `${triage.verdict.kind} (${triage.verdict.confidence})` } : {}),
    impact: triage.impact,
    urgency: triage.urgency,
    severity,
    ...(triage.override ? { severityReason: triage.override.reason } : {}),
    created: triage.created,
    ...(nextUpdate ? { nextUpdate } : {}),
    ...(facts['branch'] ? { branch: facts['branch'] } : {}),
    ...(facts['commit'] ? { commit: facts['commit'] } : {}),
    ...(triage.signature ? { signature: triage.signature } : {}),
    checklists: checklist ? [checklist.id] : [],
  });
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function summary(triage: Triage, severity: Severity, nextUpdate: string | undefined): string {
  const impact = impacts.find((one) => one.id === triage.impact)!;
  const urgency = urgencies.find((one) => one.id === triage.urgency)!;
  const level = severities.find((one) => one.id === severity)!;
  const flags = triage.verdict.flags.map(
    ({ kind, excerpt }) =>
      `- **Suspected ${kind === 'security' ? 'security exposure' : 'data loss'}**: ${inlineCode(excerpt)}. Confirm it or rule it out first.`,
  );
  return [
    inShort(triage),
    '',
    `- **Expected**: ${prompt('what should have happened')}`,
    `- **Kind of problem**: ${kindWords[triage.kind]}`,
    `- **Severity**: ${severity} ${level.label}. ${level.response}${triage.override ? ` Set by hand: ${escapeInline(triage.override.reason)}` : ''}`,
    `- **Impact**: ${impact.label}. **Urgency**: ${urgency.label}.`,
    ...(nextUpdate ? [`- **Next update**: ${nextUpdate}`] : []),
    ...flags,
  ].join('\n');
}

/** One paragraph: what the user said, and what the first failing piece of evidence shows and where. */
function inShort({ symptom, evidence: pieces, places: [place] }: Triage): string {
  const said =
    symptom === ''
      ? `${prompt('what you did, and what happened instead')}.`
      : escapeInline(symptom).replace(/[^.!?]$/, '$&.');
  const failed = pieces.find(({ command, exitCode, isContext }) => command && exitCode && !isContext);
  const ended = failed?.command && `${inlineCode(failed.command)} ended with exit code ${String(failed.exitCode)}.`;
  const shown = place && `The nearest place in the code is ${inlineCode(placeName(place))}.`;
  return [said, ended, shown].filter(Boolean).join(' ');
}

function placeName({ file, line }: CodePlace): string {
  return line === undefined ? file : `${file}:${line}`;
}

function reproduce({ evidence: pieces, kind }: Triage): string {
  const commands = [...new Set(pieces.flatMap(({ command }) => command ?? []))];
  const versions = pieces.find(({ source }) => source === 'environment');
  return [
    commands.length ? fence(commands.join('\n'), 'sh') : prompt('the exact command, or the steps, one a line'),
    '',
    `- **Rate**: ${prompt(kind === 'glitch' ? 'it fails in n of m identical runs' : 'every time, or n of m runs')}`,
    ...(versions
      ? [`- **Versions**: ${escapeInline(versions.text.split('\n').join(', '))}`]
      : [`- **Versions**: ${prompt('of the program, the runtime, the system')}`]),
  ].join('\n');
}

function evidence({ evidence: pieces, redactions, missing }: Triage): string {
  const replaced =
    redactions === 1 ? '1 secret or personal detail was' : `${redactions} secrets or personal details were`;
  return [
    pieces.length ? renderEvidence(pieces) : prompt('paste the exact command, its output, and the versions'),
    ...(redactions ? [`_${replaced} replaced by placeholders such as \`<email-1>\`._`] : []),
    ...missing.map((sentence) => `_${escapeInline(sentence)}_`),
  ].join('\n\n');
}

function similarRecords({ similar }: Triage): string[] {
  const words = renderSimilar(similar?.records ?? [], similar?.home);
  return words === '' ? [] : [section('Similar records', words)];
}

function hypotheses({ places, verdict }: Triage): string {
  const [place] = places;
  const cause = place ? `The fault is at ${placeName(place)}` : 'What do you think it is?';
  return [
    '| Cause | Prediction | Experiment | Result |',
    '| --- | --- | --- | --- |',
    `| ${escapeInline(cause)} | | ${escapeInline(verdict.ask[0] ?? '')} | |`,
  ].join('\n');
}

/** For people who do not read code: no error text, only what it means for them. */
const plainWords: Readonly<Record<Kind, string>> = {
  bottleneck: 'The results are right, but they take too long or cost too much.',
  glitch: 'Something fails some of the time; trying again may help.',
  broken: 'Something does not work at the moment.',
  'not-a-problem': 'This is a question or a request; nothing is broken.',
  unknown: 'We have a report and are finding out what is happening.',
};

function stakeholderUpdate(
  { symptom, kind, impact }: Triage,
  severity: Severity,
  nextUpdate: string | undefined,
): string {
  const affected = impacts.find((one) => one.id === impact)!.description;
  const level = severities.find((one) => one.id === severity)!;
  const now =
    symptom === '' ? plainWords[kind] : `${escapeInline(symptom).replace(/[.!?]*$/, '')}. ${plainWords[kind]}`;
  return [
    `> **Now**: ${now}`,
    '>',
    `> **Affected**: ${affected} Severity ${severity} (${level.label.toLowerCase()}).`,
    '>',
    '> **We are doing**: collecting evidence and testing the first cause.',
    '>',
    `> **Next update**: ${nextUpdate ?? 'at the next triage'}.`,
  ].join('\n');
}
