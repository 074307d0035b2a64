import * as vscode from 'vscode';
import { collectEvidence } from '../../core/evidence/collect.ts';
import type { Collected, Evidence, EvidenceSource, Seed } from '../../core/evidence/evidence.ts';
import { newTicksOf, ticksOf, type Ticks } from '../../core/evidence/ticks.ts';
import type { Mentor } from '../../core/mentor.ts';
import { faultLine } from '../../core/triage/faultLine.ts';
import { ask, preview, type Answer, type Place, type Question } from '../steps.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly source?: EvidenceSource;
}

/** "What is wrong?" in the user's words, and which of the collected evidence belongs to it. */
export async function evidenceStep(draft: TriageDraft, place: Place): Promise<'next' | 'back' | 'stop'> {
  const { collected, picked, seed, symptom } = draft;
  const ticks = picked
    ? { ticked: picked }
    : ticksOf(collected, { ...(seed ? { seed } : {}), hasWords: symptom !== '' });
  const answer = await askForEvidence(collected, ticks, {
    ...place,
    placeholder: l10n.t('What is wrong? A few words, then Enter'),
    words: symptom,
  });
  if (answer.kind !== 'accepted') return answer.kind === 'back' ? 'back' : 'stop';
  draft.symptom = answer.words.trim();
  draft.picked = idsOf(answer.items);
  return 'next';
}

/** Which evidence a record that is there gets besides; what is new is ticked. `undefined`: none. */
export async function moreEvidence(
  collected: readonly Collected[],
  record: string,
): Promise<ReadonlySet<string> | undefined> {
  const answer = await askForEvidence(collected, newTicksOf(collected, record), {
    title: l10n.t('Add Evidence'),
    placeholder: l10n.t('Enter adds what is ticked.'),
  });
  return answer.kind === 'accepted' && answer.items.length ? idsOf(answer.items) : undefined;
}

function askForEvidence(
  collected: readonly Collected[],
  { ticked, lastResort }: Ticks,
  question: Omit<Question<Row>, 'items' | 'picked' | 'lastResort'>,
): Promise<Answer<Row>> {
  const rows = collected.filter((one) => one.kind === 'found' || one.source.isOnDemand).map(rowOf);
  const notes = collected.flatMap((one): Row[] => {
    const sentence = missingSentence(one);
    return sentence === undefined ? [] : [{ label: sentence, kind: vscode.QuickPickItemKind.Separator }];
  });
  const doubtful = rows.find(({ source }) => source?.id === lastResort);
  return ask<Row>({
    ...question,
    items: [...rows, ...notes],
    picked: rows.filter(({ source }) => source && ticked.has(source.id)),
    ...(doubtful ? { lastResort: doubtful } : {}),
  });
}

function idsOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ source }) => source?.id ?? []));
}

/** What the sources of the host have to say, what was clicked first, on-demand ones left for later. */
export async function collect({ host }: Mentor, seed?: Seed): Promise<Collected[]> {
  const asked = host.evidence.filter((source) => !source.isOnDemand);
  const waiting = host.evidence.filter((source) => source.isOnDemand && (source.isOffered?.() ?? true));
  const collected = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Collecting evidence') },
    () => collectEvidence(asked, host.clock, seed),
  );
  return [...collected, ...waiting.map((source): Collected => ({ kind: 'nothing', source }))];
}

/** `undefined` for a source that worked. */
export function missingSentence(one: Collected): string | undefined {
  if (one.kind !== 'failed') return undefined;
  return one.reason === 'timeout'
    ? l10n.t('{0} did not answer in time', one.source.name)
    : l10n.t('{0} could not be read: {1}', one.source.name, one.reason.message);
}

function rowOf(one: Collected): Row {
  const { source } = one;
  if (one.kind !== 'found')
    return { source, label: source.name, description: l10n.t('read only if you tick it'), alwaysShow: true };
  const { title, summary = '' } = one.evidence;
  const detail = detailOf(one.evidence);
  return { source, label: title, description: summary, ...(detail ? { detail } : {}), alwaysShow: true };
}

/** What the label and its description do not say: of a fault the words that name it, of what surrounds it nothing. */
function detailOf({ text, command, summary, isContext, isOutputGone }: Evidence): string | undefined {
  if (isOutputGone) return l10n.t('Its output is not kept any more: run it again, or select it.');
  if (isContext && command === undefined && summary) return undefined;
  const output = command === undefined ? text : text.split('\n').slice(command.split('\n').length).join('\n');
  return preview((isContext ? undefined : faultLine(text)) ?? output);
}
