import * as vscode from 'vscode';
import { collectEvidence } from '../../core/evidence/collect.ts';
import type { Collected, EvidenceSource, Seed } from '../../core/evidence/evidence.ts';
import type { Mentor } from '../../core/mentor.ts';
import { ask, preview, type Place } from '../steps.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly source?: EvidenceSource;
}

/** "What is wrong?" in the user's words, and which of the collected evidence belongs to it. */
export async function evidenceStep(draft: TriageDraft, place: Place): Promise<'next' | 'back' | 'stop'> {
  const found = draft.collected.filter((one) => one.kind === 'found' || one.source.isOnDemand);
  const rows = found.map(rowOf);
  const unavailable = draft.collected.filter((one) => one.kind === 'failed');
  const notes: Row[] = unavailable.map((one) => ({
    label: missingSentence(one) ?? '',
    kind: vscode.QuickPickItemKind.Separator,
  }));
  const answer = await ask<Row>({
    ...place,
    items: [...rows, ...notes],
    placeholder: l10n.t('What is wrong? A few words, then Enter'),
    words: draft.symptom,
    picked: rows.filter((row) => (draft.picked ? draft.picked.has(row.source!.id) : !row.source!.isOnDemand)),
  });
  if (answer.kind !== 'accepted') return answer.kind === 'back' ? 'back' : 'stop';
  draft.symptom = answer.words.trim();
  draft.picked = new Set(answer.items.flatMap(({ source }) => source?.id ?? []));
  return 'next';
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
  if (one.kind !== 'found')
    return {
      source: one.source,
      label: one.source.name,
      description: l10n.t('read only if you tick it'),
      alwaysShow: true,
    };
  const { title, summary, text, isContext } = one.evidence;
  const lines = text.split('\n');
  const words = isContext
    ? preview(text)
    : preview(lines.findLast((line) => /error|fail|exception/i.test(line)) ?? text);
  return { source: one.source, label: title, description: summary ?? '', detail: words, alwaysShow: true };
}
