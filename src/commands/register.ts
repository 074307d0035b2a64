import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { Log } from '../core/ports.ts';
import { UserError } from '../core/userError.ts';
import { commands, type CommandId } from '../ids.ts';
import { rowOf } from './focusedRow.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

/** Loaded at first use, so that starting up costs nothing for a command that is not run. */
const verbs: Partial<Record<CommandId, () => Promise<Verb>>> = {
  [commands.startChecklist]: async () => (await import('./startChecklist.ts')).startChecklist,
  [commands.openChecklist]: async () => (await import('./openChecklist.ts')).openChecklist,
  [commands.insertChecklist]: async () => (await import('./insertChecklist.ts')).insertChecklist,
  [commands.insertReviewChecklist]: async () =>
    (await import('./review/insertReviewChecklist.ts')).insertReviewChecklist,
  [commands.insertReviewSnippet]: async () => (await import('./insertReviewSnippet.ts')).insertReviewSnippet,
  [commands.startReview]: async () => (await import('./review/startReview.ts')).startReview,
  [commands.updateReview]: async () => (await import('./review/updateReview.ts')).updateReview,
  [commands.addFinding]: async () => (await import('./finding/addFinding.ts')).addFinding,
  [commands.replyToFinding]: async () => (await import('./finding/changeFinding.ts')).replyToFinding,
  [commands.editFinding]: async () => (await import('./finding/changeFinding.ts')).editFinding,
  [commands.saveFinding]: async () => (await import('./finding/changeFinding.ts')).saveFinding,
  [commands.cancelFinding]: async () => (await import('./finding/changeFinding.ts')).cancelFinding,
  [commands.deleteFinding]: async () => (await import('./finding/changeFinding.ts')).deleteFinding,
  [commands.resolveFinding]: async () => (await import('./finding/settleFinding.ts')).resolveFinding,
  [commands.reopenFinding]: async () => (await import('./finding/settleFinding.ts')).reopenFinding,
  [commands.wontFixFinding]: async () => (await import('./finding/settleFinding.ts')).wontFixFinding,
  [commands.goToFinding]: async () => (await import('./finding/goToFinding.ts')).goToFinding,
  [commands.exportFindings]: async () => (await import('./finding/exportFindings.ts')).exportFindings,
  [commands.saveSelectionAsSnippet]: async () => (await import('./saveSelectionAsSnippet.ts')).saveSelectionAsSnippet,
  [commands.openSnippet]: async () => (await import('./openSnippet.ts')).openSnippet,
  [commands.triageIssue]: async () => (await import('./triageIssue.ts')).triageIssue,
  [commands.openItem]: async () => (await import('./openItem.ts')).openItem,
  [commands.tick]: async () => (await import('./markItem.ts')).tick,
  [commands.showInGuide]: async () => (await import('./showInGuide.ts')).showInGuide,
  [commands.markDone]: async () => (await import('./markItem.ts')).markDone,
  [commands.markOpen]: async () => (await import('./markItem.ts')).markOpen,
  [commands.markRechecked]: async () => (await import('./markItem.ts')).markRechecked,
  [commands.markNotApplicable]: async () => (await import('./markItem.ts')).markNotApplicable,
  [commands.reportProblem]: async () => (await import('./markItem.ts')).reportProblem,
  [commands.addNote]: async () => (await import('./markItem.ts')).addNoteToItem,
  [commands.copyQuestion]: async () => (await import('./copyQuestion.ts')).copyQuestion,
  [commands.openRecord]: async () => (await import('./openItem.ts')).openItem,
  [commands.resolveRecord]: async () => (await import('./recordStatus.ts')).resolveRecord,
  [commands.reopenRecord]: async () => (await import('./recordStatus.ts')).reopenRecord,
  [commands.deleteRecord]: async () => (await import('./deleteRecord.ts')).deleteRecord,
  [commands.addEvidence]: async () => (await import('./addEvidence.ts')).addEvidence,
  [commands.addHypothesis]: async () => (await import('./addHypothesis.ts')).addHypothesis,
  [commands.setOwner]: async () => (await import('./setOwner.ts')).setOwner,
  [commands.logUpdate]: async () => (await import('./logUpdate.ts')).logUpdate,
  [commands.copyForIssue]: async () => (await import('./copyRecord.ts')).copyForIssue,
  [commands.copyStakeholderUpdate]: async () => (await import('./copyRecord.ts')).copyStakeholderUpdate,
  [commands.copyHelpRequest]: async () => (await import('./copyRecord.ts')).copyHelpRequest,
  [commands.chooseRecordsFolder]: async () => (await import('./recordsPlace.ts')).chooseRecordsFolder,
  [commands.showResolved]: async () => async (mentor) => mentor.filter.showResolved(true),
  [commands.hideResolved]: async () => async (mentor) => mentor.filter.showResolved(false),
  [commands.refresh]: async () => async (mentor) => {
    mentor.checklists.refresh();
    mentor.records.refresh();
    mentor.snippets.refresh();
  },
};

/**
 * Registers every command behind the one boundary that turns failures into words: a `UserError` is shown as it is,
 * anything else is logged whole and summed up with a way to the log.
 */
export function registerCommands(mentor: () => Promise<Mentor>, log: Log & { show(): void }): vscode.Disposable {
  const registered = Object.entries(verbs).map(([id, load]) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        const [verb, opened] = await Promise.all([load(), mentor()]);
        await verb(opened, await rowOf(opened, args), args[1]);
      } catch (error) {
        tell(error, log);
      }
    }),
  );
  return vscode.Disposable.from(
    ...registered,
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
  );
}

/** Shows an error to the user; logs it unless its message says all there is to say. */
export function tell(error: unknown, log: Log & { show(): void }): void {
  if (error instanceof UserError) {
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  log.error('Unexpected failure', error);
  const showLog = l10n.t('Show Log');
  void vscode.window
    .showErrorMessage(l10n.t('TPM Mentor could not finish this. Nothing of yours was overwritten.'), showLog)
    .then((choice) => choice === showLog && log.show());
}
