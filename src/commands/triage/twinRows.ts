import * as vscode from 'vscode';
import { renderEvidence } from '../../core/evidence/renderEvidence.ts';
import type { Mentor } from '../../core/mentor.ts';
import { appendToSection } from '../../core/record/sections.ts';
import type { SimilarRecord } from '../../core/suspects/similar.ts';
import { isWorkedOn, twinsAmong } from '../../core/suspects/twins.ts';
import type { TriageDraft } from '../../core/triage/draft.ts';
import { showRecord } from '../openItem.ts';
import { changeAndShow } from '../recordText.ts';

const { l10n } = vscode;

export interface TwinRow extends vscode.QuickPickItem {
  readonly twin?: SimilarRecord;
}

/** Records of the same fault, as far as they are known at this moment: nobody waits for them. */
export async function twinRows({ host }: Mentor, draft: TriageDraft): Promise<TwinRow[]> {
  const around = await Promise.race([draft.reading!.around, Promise.resolve(undefined)]);
  return twinsAmong(around?.similar ?? [], host.clock.now()).map((twin): TwinRow => {
    const since = (twin.created ?? '').replace('T', ' ').slice(0, 16);
    return {
      twin,
      label: twin.title,
      description: l10n.t('same error at the same place'),
      detail: isWorkedOn(twin)
        ? l10n.t('Open since {0}. Enter adds this evidence to it.', since)
        : l10n.t('Of {0}, resolved. Enter opens it.', since),
    };
  });
}

/** Instead of a second record: the evidence goes into the one that is worked on; one that is settled is opened. */
export async function takeTwin(mentor: Mentor, draft: TriageDraft, twin: SimilarRecord): Promise<void> {
  const told = draft.reading!.pieces.filter(({ isContext }) => !isContext);
  if (isWorkedOn(twin) && told.length) {
    const lines = ['', ...renderEvidence(told).split('\n')];
    await changeAndShow(mentor, twin.uri, (text) => appendToSection(text, 'Evidence', lines));
  } else await showRecord({ uri: twin.uri });
  mentor.focus.show({ uri: twin.uri });
  delete mentor.unfinishedTriage;
}
