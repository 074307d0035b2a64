import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import type { Kind, Verdict } from '../../core/triage/kinds.ts';
import { ask, type Place } from '../steps.ts';
import { readTriage } from './readEvidence.ts';
import { reviewRedactions } from './redactionStep.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';

const { l10n } = vscode;

const kinds: readonly Kind[] = ['bottleneck', 'glitch', 'broken', 'not-a-problem', 'unknown'];

interface Row extends vscode.QuickPickItem {
  readonly problem: Kind;
}

/** The kind of problem: what the evidence proposes first, with the lines that speak for it. Hidden texts can be reviewed here. */
export async function kindStep(mentor: Mentor, draft: TriageDraft, place: Place): Promise<'next' | 'back' | 'stop'> {
  for (;;) {
    const { verdict, hidden } = draft.reading!;
    const rank = (kind: Kind): number => (kind === verdict.kind ? 0 : kind === verdict.runnerUp ? 1 : 2);
    const rows = kinds.toSorted((a, b) => rank(a) - rank(b)).map((kind) => rowOf(kind, verdict));
    const review = {
      iconPath: new vscode.ThemeIcon('shield'),
      tooltip:
        hidden.length === 1
          ? l10n.t('1 text is hidden: review')
          : l10n.t('{0} texts are hidden: review', hidden.length),
    };
    const answer = await ask({
      ...place,
      items: rows,
      placeholder:
        verdict.kind === 'unknown'
          ? l10n.t('The evidence does not say. Which is it?')
          : l10n.t('Which kind of problem is it? Enter takes what the evidence says.'),
      active: rows.find((row) => row.problem === (draft.kind ?? verdict.kind)),
      buttons: hidden.length ? [review] : [],
    });
    if (answer.kind === 'button') {
      if (await reviewRedactions(draft, place)) draft.reading = await readTriage(mentor, draft);
    } else if (answer.kind === 'accepted') {
      draft.kind = answer.items[0]?.problem ?? verdict.kind;
      return 'next';
    } else {
      return answer.kind === 'back' ? 'back' : 'stop';
    }
  }
}

function rowOf(kind: Kind, verdict: Verdict): Row {
  const reasons =
    kind === verdict.kind
      ? verdict.reasons
      : verdict.counterReasons.filter((reason) => reason.kind === kind && reason.weight > 0);
  const all = reasons.map((reason) => l10n.t('{0}: "{1}"', reason.meaning, reason.excerpt.slice(0, 90)));
  const lines = [...new Set(all)].slice(0, 2); // an error is often printed twice
  const isUnsettled = kind === 'unknown' && verdict.kind === 'unknown'; // else the questions are about another kind
  const detail = isUnsettled && lines.length === 0 ? verdict.ask.join(' ') : lines.join('  ·  ');
  const proposed =
    kind === verdict.kind && kind !== 'unknown'
      ? l10n.t('proposed, {0} confidence', confidenceWord(verdict.confidence))
      : '';
  return {
    problem: kind,
    label: kindTitle(kind),
    description: [kindSentence(kind), proposed].filter(Boolean).join(' · '),
    ...(detail === '' ? {} : { detail }),
  };
}

function confidenceWord(confidence: Verdict['confidence']): string {
  return { high: l10n.t('high'), medium: l10n.t('medium'), low: l10n.t('low') }[confidence];
}

function kindTitle(kind: Kind): string {
  switch (kind) {
    case 'bottleneck':
      return l10n.t('Bottleneck');
    case 'glitch':
      return l10n.t('Glitch');
    case 'broken':
      return l10n.t('Broken');
    case 'not-a-problem':
      return l10n.t('Not a problem');
    case 'unknown':
      return l10n.t('Unknown');
  }
}

function kindSentence(kind: Kind): string {
  switch (kind) {
    case 'bottleneck':
      return l10n.t('right answer, wrong cost');
    case 'glitch':
      return l10n.t('same input, different outcome');
    case 'broken':
      return l10n.t('wrong or no answer, repeatably');
    case 'not-a-problem':
      return l10n.t('a question or a request');
    case 'unknown':
      return l10n.t('more evidence is needed');
  }
}
