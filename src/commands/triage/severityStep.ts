import * as vscode from 'vscode';
import {
  impacts,
  severities,
  severityOf,
  urgencies,
  type Impact,
  type Severity,
  type Urgency,
} from '../../core/triage/severity.ts';
import { impactWords, severityWords, urgencyWords } from '../../words/severityWords.ts';
import type { Mentor } from '../../core/mentor.ts';
import { ask, type Place } from '../steps.ts';
import { takeTwin, twinRows, type TwinRow } from './twinRows.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';

const { l10n } = vscode;

interface Row extends TwinRow {
  readonly level?: { readonly impact: Impact; readonly urgency: Urgency };
  readonly isOverride?: boolean;
}

/** Some users, this iteration: the middle of the rubric, for those who press Enter straight through. */
const USUAL = { impact: 'I3', urgency: 'U2' } as const;
const NO_PROBLEM = { impact: 'I4', urgency: 'U3' } as const;

/**
 * Impact and urgency in one list, in the order in which one asks oneself, each row with the severity that it gives. Above them the
 * records that the same fault has already.
 */
export async function severityStep(
  mentor: Mentor,
  draft: TriageDraft,
  place: Place,
): Promise<'next' | 'back' | 'stop'> {
  const { flags } = draft.reading!.verdict;
  const rows = impacts.flatMap(({ id: impact }): Row[] => [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...urgencies.map(({ id: urgency }, index): Row => {
      const severity = severityOf(impact, urgency, flags);
      const { label, description } = impactWords(impact);
      return {
        level: { impact, urgency },
        label,
        // The rubric, said once for the three: beside a separator's label it would leave the first row no room.
        ...(index === 0 ? { detail: description } : {}),
        description: l10n.t('{0} · {1} {2}', urgencyWords(urgency).label, severity, severityWords(severity).label),
      };
    }),
  ]);
  const other: Row = {
    label: l10n.t('Another severity...'),
    description: l10n.t('asks for the reason'),
    isOverride: true,
  };
  const wanted = draft.level ?? (draft.kind === 'not-a-problem' ? NO_PROBLEM : USUAL);
  const answer = await ask<Row>({
    ...place,
    items: [
      ...(await twinRows(mentor, draft)),
      ...rows,
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      other,
    ],
    placeholder: flags.length
      ? l10n.t(
          'How bad, and how soon? Words about {0} were found, so it is at least S2.',
          flags.map((flag) => (flag.kind === 'security' ? l10n.t('security') : l10n.t('lost data'))).join(', '),
        )
      : l10n.t('How bad, and how soon? When in doubt, take the higher one.'),
    active: rows.find((row) => row.level?.impact === wanted.impact && row.level.urgency === wanted.urgency),
  });
  if (answer.kind !== 'accepted') return answer.kind === 'back' ? 'back' : 'stop';
  const [row] = answer.items;
  if (row?.twin) {
    await takeTwin(mentor, draft, row.twin);
    return 'stop';
  }
  if (row?.isOverride) return overrideSeverity(draft, wanted);
  draft.level = row?.level ?? wanted;
  delete draft.override;
  return 'next';
}

async function overrideSeverity(
  draft: TriageDraft,
  level: { impact: Impact; urgency: Urgency },
): Promise<'next' | 'stop'> {
  const choice = await vscode.window.showQuickPick(
    severities.map(({ id: severity }): vscode.QuickPickItem & { severity: Severity } => {
      const { label, description, response } = severityWords(severity);
      return { severity, label: `${severity}  ${label}`, description, detail: response };
    }),
    { title: l10n.t('Severity'), placeHolder: l10n.t('Which severity is it?'), ignoreFocusOut: true },
  );
  if (!choice) return 'stop';
  const reason = await vscode.window.showInputBox({
    title: l10n.t('Severity {0}', choice.severity),
    prompt: l10n.t('Why is it not what impact and urgency give?'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write a few words, or press Escape.') : undefined),
  });
  if (reason === undefined) return 'stop';
  draft.level = level;
  draft.override = { severity: choice.severity, reason: reason.trim() };
  return 'next';
}
