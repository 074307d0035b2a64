import * as vscode from 'vscode';
import type { Hidden, TriageDraft } from '../../core/triage/draft.ts';
import { ask, type Place } from '../steps.ts';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly hidden: Hidden;
}

/** What was hidden and what stands for it; unticking a row leaves that text as it is. `false`: the user went back. */
export async function reviewRedactions(draft: TriageDraft, place: Place): Promise<boolean> {
  const rows = (draft.reading?.hidden ?? []).map((hidden): Row => ({
    hidden,
    label: hidden.placeholder,
    description: hidden.original.replace(/\s+/g, ' ').slice(0, 80),
    alwaysShow: true,
  }));
  const answer = await ask<Row>({
    ...place,
    title: l10n.t('Hidden in the Record'),
    items: rows,
    placeholder: l10n.t('Untick what is no secret. Only you see this list.'),
    picked: rows.filter(({ hidden }) => !draft.kept?.has(hidden.original)),
  });
  if (answer.kind !== 'accepted') return false;
  const ticked = new Set(answer.items.map(({ hidden }) => hidden.original));
  draft.kept = new Set(rows.flatMap(({ hidden }) => (ticked.has(hidden.original) ? [] : [hidden.original])));
  return true;
}
