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
import { knownFrom, openQuestions } from './ask.ts';
import { assertionIn, type Assertion } from './assertion.ts';
import { firstHypothesis } from './firstHypothesis.ts';
import { HYPOTHESES, tableOf } from './hypotheses.ts';
import type { Kind, Verdict } from './kinds.ts';
import { placeName, type CodePlace } from './places.ts';
import { prompt } from './prompt.ts';
import { wastefulScanIn, type WastefulScan } from './queryPlan.ts';
import { renderVerdict } from './renderVerdict.ts';
import { commandsToReproduce, failedCommand } from './reproduction.ts';
import { impacts, severities, severityOf, urgencies, type Impact, type Severity, type Urgency } from './severity.ts';
import { newStakeholderSection, STAKEHOLDERS } from './stakeholders.ts';
import { versionsOf } from './versions.ts';

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
  /** What stands for the secrets and personal data that were replaced, each once: `<email-1>`. */
  readonly placeholders: readonly string[];
  /** The source that the user started the triage on. */
  readonly startedOn?: string;
  /** ISO 8601 with offset. */
  readonly created: string;
}

/** The severity in force: the user's, else the rubric's. Flags count as suspected until somebody confirms them. */
export function severityOfTriage(triage: Pick<Triage, 'impact' | 'urgency' | 'override' | 'verdict'>): Severity {
  return triage.override?.severity ?? severityOf(triage.impact, triage.urgency, triage.verdict.flags);
}

/** A triage with what several sections need. */
interface Read extends Triage {
  readonly severity: Severity;
  /** The commands that show the fault. */
  readonly commands: readonly string[];
  readonly assertion?: Assertion;
  readonly scan?: WastefulScan;
}

/**
 * The whole record, ready to be written. Line endings are `\n`. Same triage, same bytes. What the front matter holds and people
 * change there (severity, owner, next update) is not written a second time into the body, where it would go stale.
 */
export function renderTriageRecord(
  triage: Triage,
  checklists: readonly Checklist[],
  options: RenderOptions = {},
): string {
  const read = readTriage(triage);
  const sections = [
    `# ${escapeInline(triage.title)}`,
    section('Summary', summary(read)),
    section('Reproduce', reproduce(read)),
    section('Evidence', evidence(triage)),
    section('Why this kind', renderVerdict(triage.verdict, triage.kind, stillAsked(read))),
    section('Where to look', renderWhereToLook(triage.places, triage.suspects, triage.created, read.commands)),
    ...similarRecords(triage),
    section(HYPOTHESES, tableOf(firstHypothesis({ ...read, command: read.commands[0] })).join('\n')),
    ...checklists.map((checklist) => renderBlock(checklist, { headingLevel: 2, ...options })),
    section(STAKEHOLDERS, newStakeholderSection(escapeInline(triage.symptom))),
    section('Log', `- ${triage.created} Triaged as ${triage.kind}, ${levelWords(read)}`),
  ];
  return `${frontMatter(read, checklists)}\n${sections.join('\n\n')}\n`;
}

function readTriage(triage: Triage): Read {
  const texts = triage.evidence.filter(({ isContext }) => !isContext).map(({ text }) => text);
  const text = texts.join('\n\n');
  const [assertion, scan] = [assertionIn(text), wastefulScanIn(text)];
  return {
    ...triage,
    severity: severityOfTriage(triage),
    commands: commandsToReproduce(triage.evidence, triage.startedOn),
    ...(assertion ? { assertion } : {}),
    ...(scan ? { scan } : {}),
  };
}

function frontMatter(triage: Read, checklists: readonly Checklist[]): string {
  const facts: Record<string, string> = Object.assign({}, ...triage.evidence.map((piece) => piece.facts ?? {}));
  const { updateMinutes } = severities.find((one) => one.id === triage.severity)!;
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
    severity: triage.severity,
    ...(triage.override ? { severityReason: triage.override.reason } : {}),
    created: triage.created,
    ...(updateMinutes === undefined ? {} : { nextUpdate: addMinutes(triage.created, updateMinutes) }),
    ...(facts['branch'] ? { branch: facts['branch'] } : {}),
    ...(facts['commit'] ? { commit: facts['commit'] } : {}),
    ...(triage.signature ? { signature: triage.signature } : {}),
    checklists: checklists.map(({ id }) => id),
  });
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function summary(triage: Read): string {
  const { assertion, verdict } = triage;
  const flags = verdict.flags.map(
    ({ kind, excerpt }) =>
      `- **Suspected ${kind === 'security' ? 'security exposure' : 'data loss'}**: ${inlineCode(excerpt)}. Confirm it or rule it out first.`,
  );
  const outcome = assertion
    ? [`- **Expected**: ${inlineCode(assertion.expected)}`, `- **Actual**: ${inlineCode(assertion.actual)}`]
    : [`- **Expected**: ${prompt('what should have happened')}`];
  return [inShort(triage), '', ...outcome, ...flags].join('\n');
}

/** One paragraph: what the user said, and what the first failing piece of evidence shows and where. */
function inShort({ symptom, evidence: pieces, places: [place] }: Triage): string {
  const said =
    symptom === ''
      ? prompt('what you did, and what happened instead')
      : escapeInline(symptom).replace(/[^.!?]$/, '$&.');
  const failed = failedCommand(pieces);
  const ended = failed?.command && `${inlineCode(failed.command)} ended with exit code ${String(failed.exitCode)}.`;
  const shown = place && `The nearest place in the code is ${inlineCode(placeName(place))}.`;
  return [said, ended, shown].filter(Boolean).join(' ');
}

/** Why it got its severity and what that asks for, as decided on that day: a line of the log does not go stale. */
function levelWords({ severity, impact, urgency, override }: Read): string {
  const { label, response } = severities.find((one) => one.id === severity)!;
  const reason = override
    ? `set by hand: ${escapeInline(override.reason).replace(/[.!?]*$/, '')}`
    : `impact: ${labelIn(impacts, impact)}; urgency: ${labelIn(urgencies, urgency)}`;
  return `${severity} ${label} (${reason}). ${response}`;
}

function labelIn(levels: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return (levels.find((one) => one.id === id)?.label ?? id).toLowerCase();
}

function reproduce({ symptom, evidence: pieces, kind, commands, places }: Read): string {
  const isHere = failedCommand(pieces) !== undefined;
  const isOurCode = places.some((place) => place.isInWorkspace);
  const versions = versionsOf({ words: symptom, isHere, isOurCode }, pieces);
  return [
    commands.length ? fence(commands.join('\n'), 'sh') : prompt('the exact command, or the steps, one a line'),
    '',
    `- **Rate**: ${prompt(kind === 'glitch' ? 'it fails in n of m identical runs' : 'every time, or n of m runs')}`,
    `- **Versions**: ${versions.length ? escapeInline(versions.join(', ')) : prompt('of the program, the runtime, the system')}`,
  ].join('\n');
}

function evidence({ evidence: pieces, placeholders, missing }: Triage): string {
  const [first] = placeholders;
  const replaced =
    placeholders.length === 1
      ? '1 secret or personal detail was'
      : `${placeholders.length} secrets or personal details were`;
  return [
    pieces.length ? renderEvidence(pieces) : prompt('paste the exact command, its output, and the versions'),
    ...(first ? [`_${replaced} replaced by placeholders such as ${inlineCode(first)}._`] : []),
    ...missing.map((sentence) => `_${escapeInline(sentence)}_`),
  ].join('\n\n');
}

function stillAsked({ verdict, commands, evidence: pieces, places, assertion }: Read): string[] {
  // What a compiler or linter says of a file it says every time.
  const isStatic = pieces.some(({ source }) => source === 'problems');
  const known = knownFrom(verdict, {
    command: commands.length > 0,
    error: isStatic || places.length > 0 || failedCommand(pieces) !== undefined,
    expectation: assertion !== undefined,
    isStatic,
  });
  return openQuestions(verdict.ask, known);
}

function similarRecords({ similar }: Triage): string[] {
  const words = renderSimilar(similar?.records ?? [], similar?.home);
  return words === '' ? [] : [section('Similar records', words)];
}
