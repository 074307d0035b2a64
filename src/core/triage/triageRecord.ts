import { renderBlock, type RenderOptions } from '../block/render.ts';
import type { Checklist } from '../checklist/model.ts';
import type { RedactedEvidence } from '../evidence/redactEvidence.ts';
import { renderFrontMatter } from '../record/render.ts';
import { singleLine } from '../text/lines.ts';
import { addMinutes } from '../text/time.ts';
import type { Kind, Verdict } from './kinds.ts';
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
  /** How many secrets and personal data were replaced. */
  readonly redactions: number;
  /** ISO 8601 with offset. */
  readonly created: string;
}

export interface CodePlace {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly symbol?: string;
  /** Relative link target, when the file was found in the workspace. */
  readonly link?: string;
}

/** The severity in force: the user's, else the rubric's. Flags count as suspected until somebody confirms them. */
export function severityOfTriage(triage: Pick<Triage, 'impact' | 'urgency' | 'override' | 'verdict'>): Severity {
  return triage.override?.severity ?? severityOf(triage.impact, triage.urgency, triage.verdict.flags);
}

/** The whole record, ready to be written. Line endings are `\n`. Same triage, same bytes. */
export function renderTriageRecord(
  triage: Triage,
  checklist: Checklist | undefined,
  options: RenderOptions = {},
): string {
  const severity = severityOfTriage(triage);
  const level = severities.find((one) => one.id === severity)!;
  const nextUpdate = level.updateMinutes === undefined ? undefined : addMinutes(triage.created, level.updateMinutes);
  const facts: Record<string, string> = Object.assign({}, ...triage.evidence.map((piece) => piece.facts ?? {}));
  const isCorrected = triage.kind !== triage.verdict.kind;
  const front = renderFrontMatter({
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
    checklists: checklist ? [checklist.id] : [],
  });
  const sections = [
    `# ${escapeInline(triage.title)}`,
    section('Summary', summary(triage, severity, nextUpdate)),
    section('Evidence', evidence(triage)),
    section('Why this kind', why(triage)),
    section('Where to look', whereToLook(triage)),
    section('Hypotheses', hypotheses(triage)),
    ...(checklist ? [renderBlock(checklist, { headingLevel: 2, ...options })] : []),
    section('Stakeholder update', stakeholderUpdate(triage, severity, nextUpdate)),
    section('Log', `- ${triage.created} Triaged as ${triage.kind}, ${severity}.`),
  ];
  return `${front}\n${sections.join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function summary(triage: Triage, severity: Severity, nextUpdate: string | undefined): string {
  const impact = impacts.find((one) => one.id === triage.impact)!;
  const urgency = urgencies.find((one) => one.id === triage.urgency)!;
  const level = severities.find((one) => one.id === severity)!;
  const flags = triage.verdict.flags.map(
    (flag) =>
      `- **Suspected ${flag.kind === 'security' ? 'security' : 'data loss'}**: ${code(flag.excerpt)}. Confirm or rule it out first.`,
  );
  return [
    triage.symptom === ''
      ? '<!-- What did you do, what did you expect, what happened instead? -->'
      : escapeInline(triage.symptom),
    '',
    `- **Kind of problem**: ${kindWords[triage.kind]}`,
    `- **Severity**: ${severity} ${level.label}. ${level.response}${triage.override ? ` Set by hand: ${escapeInline(triage.override.reason)}` : ''}`,
    `- **Impact**: ${triage.impact} ${impact.label.toLowerCase()}. **Urgency**: ${triage.urgency} ${urgency.label.toLowerCase()}.`,
    ...(nextUpdate ? [`- **Next update**: ${nextUpdate}`] : []),
    '- **Owner**: <!-- one name -->',
    '- **Expected**: <!-- what should have happened -->',
    ...flags,
  ].join('\n');
}

/** What each kind means, in the words of the product. */
export const kindWords: Readonly<Record<Kind, string>> = {
  bottleneck: 'bottleneck (right answer, wrong cost)',
  glitch: 'glitch (same input, different outcome)',
  broken: 'broken (wrong or no answer, repeatably)',
  'not-a-problem': 'not a problem (a question or a request)',
  unknown: 'unknown (not enough evidence yet)',
};

function evidence(triage: Triage): string {
  const blocks = triage.evidence.map((piece, index) => {
    const isFolded = piece.isContext || index > 0;
    const heading = [escapeInline(piece.title), ...(piece.summary ? [escapeInline(piece.summary)] : [])].join(' · ');
    const leftOut = piece.leftOut ? `\n\n${piece.leftOut} lines were left out.` : '';
    const body = fence(piece.text, piece.language) + leftOut;
    return isFolded
      ? `<details>\n<summary>${escapeHtml(heading)}</summary>\n\n${body}\n\n</details>`
      : `**${heading}**\n\n${body}`;
  });
  const notes = [
    ...(triage.redactions
      ? [`_${triage.redactions} secrets or personal details were replaced by placeholders such as \`<email-1>\`._`]
      : []),
    ...triage.missing.map((sentence) => `_${escapeInline(sentence)}_`),
  ];
  if (!blocks.length) blocks.push('<!-- Paste the exact command, its output, and the versions. -->');
  return [...blocks, ...notes].join('\n\n');
}

function why({ verdict, kind }: Triage): string {
  const lines = verdict.reasons.slice(0, 6).map((reason) => `- ${reason.meaning}: ${code(reason.excerpt)}`);
  const against = verdict.counterReasons
    .slice(0, 3)
    .map((reason) => `- ${reason.meaning} (${reason.kind}): ${code(reason.excerpt)}`);
  const proposal =
    kind === verdict.kind
      ? kind === 'unknown'
        ? 'The evidence does not say yet.'
        : `Proposed from the evidence, confidence ${verdict.confidence}.`
      : `Decided by hand. The evidence alone proposed ${verdict.kind} (${verdict.confidence}).`;
  return [
    proposal,
    ...(lines.length ? ['', 'What speaks for it:', '', ...lines] : []),
    ...(against.length
      ? [
          '',
          `What speaks for something else${verdict.runnerUp ? ` (next best: ${verdict.runnerUp})` : ''}:`,
          '',
          ...against,
        ]
      : []),
    '',
    'Cheapest next observations:',
    '',
    ...verdict.ask.map((question) => `- ${question}`),
  ].join('\n');
}

function whereToLook({ places }: Triage): string {
  if (!places.length) return '<!-- No file and line was found in the evidence. -->';
  return places
    .map(({ file, line, symbol, link }) => {
      const where = line === undefined ? file : `${file}:${line}`;
      const target =
        link === undefined
          ? code(where)
          : `[${escapeInline(where)}](<${link}${line === undefined ? '' : `#L${line}`}>)`;
      return `1. ${target}${symbol ? ` in ${code(symbol)}` : ''}`;
    })
    .join('\n');
}

function hypotheses({ places, verdict }: Triage): string {
  const place = places[0];
  const first = place
    ? `The fault is at ${place.file}${place.line === undefined ? '' : `:${place.line}`}`
    : 'What do you think it is?';
  const experiment = verdict.ask[0] ?? '';
  return [
    '| Cause | Prediction | Experiment | Result |',
    '| --- | --- | --- | --- |',
    `| ${cell(first)} | | ${cell(experiment)} | |`,
  ].join('\n');
}

function stakeholderUpdate(
  { title, kind, impact }: Triage,
  severity: Severity,
  nextUpdate: string | undefined,
): string {
  const who = impacts.find((one) => one.id === impact)!.description.replace(/\.$/, '');
  const what: Record<Kind, string> = {
    bottleneck: 'Results are right but take too long or cost too much.',
    glitch: 'It fails some of the time; the same action may work when repeated.',
    broken: 'It does not work at the moment.',
    'not-a-problem': 'This is a question or a request; nothing is broken.',
    unknown: 'We are finding out what is happening.',
  };
  return [
    `> **Now**: ${escapeInline(title)}. ${what[kind]} Severity ${severity}.`,
    `> **Affected**: ${who}.`,
    '> **We are doing**: collecting evidence and testing the first cause.',
    `> **Next update**: ${nextUpdate ?? 'at the next triage'}.`,
  ].join('\n');
}

/** A fence longer than any in the text, so that pasted Markdown cannot end it. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), (match) => match[0].length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language.replace(/[^\w+#-]/g, '')}\n${text}\n${marks}`;
}

function code(text: string): string {
  const line = singleLine(text);
  const marks = line.includes('`') ? '``' : '`';
  return marks === '`' ? `\`${line}\`` : `${marks} ${line.replace(/`{2,}/g, '`')} ${marks}`;
}

function cell(text: string): string {
  return escapeInline(text).replace(/\|/g, '\\|');
}

/** Words from evidence or from the user, harmless inside a Markdown line. */
function escapeInline(text: string): string {
  return singleLine(text).replace(/[\\`*_[\]<>~|]/g, '\\$&');
}

function escapeHtml(text: string): string {
  return text
    .replace(/\\(?=[\\`*_[\]<>~|])/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
