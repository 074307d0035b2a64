import { l10n } from 'vscode';
import type { GuideWords } from '../core/guide/words.ts';
import { itemCount, kindSentence, progressSentence } from './checklistWords.ts';

/** The words of the Guide. Made at first use: at start-up nobody has asked for them. */
export function guideWords(): GuideWords {
  return {
    title: l10n.t('Guide'),
    emptyTitle: l10n.t('Nothing is selected'),
    emptyText: l10n.t(
      'Select a checklist below, an item in In Progress, or put the cursor on an item of a record. The Guide says why it matters, how to do it, and what to ask yourself.',
    ),

    why: l10n.t('Why'),
    how: l10n.t('How'),
    ask: l10n.t('Ask yourself'),
    evidence: l10n.t('Evidence'),
    notes: l10n.t('Notes'),
    pastProblem: l10n.t('Problem, settled'),
    sections: l10n.t('Sections'),
    sources: l10n.t('Sources'),

    must: l10n.t('Must'),
    state: (state) => {
      switch (state.kind) {
        case 'open':
          return l10n.t('Open');
        case 'done':
          return l10n.t('Done');
        case 'n/a':
          return state.reason === '' ? l10n.t('Not applicable') : l10n.t('Not applicable: {0}', state.reason);
        case 'problem':
          return state.note === '' ? l10n.t('Problem') : l10n.t('Problem: {0}', state.note);
      }
    },
    recheck: (what) => l10n.t('Re-check: {0}', what),
    onlyFor: (values) => l10n.t('Only for {0}', values.join(', ')),
    position: (position, count) => l10n.t('{0} of {1}', position, count),
    itemCount,
    progress: progressSentence,
    kind: kindSentence,
    layer: (layer) =>
      layer === 'built-in'
        ? l10n.t('Comes with TPM Mentor')
        : layer === 'user'
          ? l10n.t('One of your own')
          : l10n.t('From your team'),
    revised: (day) => l10n.t('Revised {0}', day),
    status: ({ severity, status }) =>
      [severity, severity === undefined && status === 'open' ? undefined : statusWord(status)]
        .filter(Boolean)
        .join(' · '),

    untitledSection: l10n.t('Items'),
    untitledText: l10n.t('Checklists in this file'),
    notInLibrary: l10n.t('The checklists here do not explain this, so only what the text says is shown.'),
    everythingSettled: l10n.t('Everything is settled. Well done.'),

    place: l10n.t('Where this stands'),
    markGroup: l10n.t('Mark this item'),
    moveGroup: l10n.t('Move on'),
    done: l10n.t('Done'),
    reopen: l10n.t('Open Again'),
    rechecked: l10n.t('Mark Rechecked'),
    notApplicable: l10n.t('Not Applicable...'),
    problem: l10n.t('Problem...'),
    note: l10n.t('Note...'),
    copyQuestion: l10n.t('Copy Question'),
    previous: l10n.t('Previous'),
    next: l10n.t('Next'),
    previousItem: l10n.t('Previous item'),
    nextItem: l10n.t('Next item'),
    previousSection: l10n.t('Previous section'),
    nextSection: l10n.t('Next section'),
    start: l10n.t('Start'),
    startChecklist: l10n.t('Start Checklist'),
    insert: l10n.t('Insert'),
    continue: l10n.t('Continue'),
    openRecord: l10n.t('Open Record'),
    resolve: l10n.t('Resolve'),
    switchTo: (layout) => (layout === 'item' ? l10n.t('Show one item at a time') : l10n.t('Show the whole section')),

    copy: l10n.t('Copy'),
    putInTerminal: l10n.t('Put in Terminal'),
    about: (button, what) => l10n.t('{0}: {1}', button, what),
    noteAdded: l10n.t('Note added'),
    copied: l10n.t('Copied'),
    typed: l10n.t('Typed into the terminal. Press Enter there to run it.'),
  };
}

function statusWord(status: 'open' | 'mitigated' | 'resolved' | 'closed'): string {
  switch (status) {
    case 'open':
      return l10n.t('Open');
    case 'mitigated':
      return l10n.t('Mitigated');
    case 'resolved':
      return l10n.t('Resolved');
    case 'closed':
      return l10n.t('Closed');
  }
}
