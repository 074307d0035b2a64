import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import type { Log } from '../core/ports.ts';
import { UserError } from '../core/userError.ts';
import { commands } from '../ids.ts';
import { rowOf } from './focusedRow.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

type Name = keyof typeof commands;

/** The commands of a file, which exports each under its name; loaded at first use, so that starting up costs nothing. */
function from<Module>(
  load: () => Promise<Module>,
  ...names: readonly (Name & { [Key in keyof Module]: Module[Key] extends Verb ? Key : never }[keyof Module])[]
): [Name, () => Promise<Verb>][] {
  return names.map((name) => [name, async () => (await load())[name] as Verb]);
}

const verbs: readonly [Name, () => Promise<Verb>][] = [
  ...from(() => import('./startChecklist.ts'), 'startChecklist'),
  ...from(() => import('./openChecklist.ts'), 'openChecklist'),
  ...from(() => import('./insertChecklist.ts'), 'insertChecklist'),
  ...from(() => import('./review/insertReviewChecklist.ts'), 'insertReviewChecklist'),
  ...from(() => import('./insertReviewSnippet.ts'), 'insertReviewSnippet'),
  ...from(() => import('./saveSelectionAsSnippet.ts'), 'saveSelectionAsSnippet'),
  ...from(() => import('./openSnippet.ts'), 'openSnippet'),
  ...from(() => import('./review/startReview.ts'), 'startReview'),
  ...from(() => import('./review/updateReview.ts'), 'updateReview'),
  ...from(() => import('./finding/addFinding.ts'), 'addFinding'),
  ...from(
    () => import('./finding/changeFinding.ts'),
    'replyToFinding',
    'editFinding',
    'saveFinding',
    'cancelFinding',
    'deleteFinding',
  ),
  ...from(() => import('./finding/settleFinding.ts'), 'resolveFinding', 'reopenFinding', 'wontFixFinding'),
  ...from(() => import('./finding/goToFinding.ts'), 'goToFinding'),
  ...from(() => import('./finding/exportFindings.ts'), 'exportFindings'),
  ...from(() => import('./triageIssue.ts'), 'triageIssue'),
  ...from(() => import('./openItem.ts'), 'openItem', 'openRecord'),
  ...from(() => import('./showInGuide.ts'), 'showInGuide'),
  ...from(
    () => import('./markItem.ts'),
    'tick',
    'markDone',
    'markOpen',
    'markRechecked',
    'markNotApplicable',
    'reportProblem',
    'addNote',
  ),
  ...from(() => import('./copyQuestion.ts'), 'copyQuestion'),
  ...from(() => import('./recordStatus.ts'), 'resolveRecord', 'reopenRecord'),
  ...from(() => import('./deleteRecord.ts'), 'deleteRecord'),
  ...from(() => import('./addEvidence.ts'), 'addEvidence'),
  ...from(() => import('./addHypothesis.ts'), 'addHypothesis'),
  ...from(() => import('./setOwner.ts'), 'setOwner'),
  ...from(() => import('./logUpdate.ts'), 'logUpdate'),
  ...from(() => import('./copyRecord.ts'), 'copyForIssue', 'copyStakeholderUpdate', 'copyHelpRequest'),
  ...from(() => import('./recordsPlace.ts'), 'chooseRecordsFolder'),
  ...from(() => import('./showRecords.ts'), 'showResolved', 'hideResolved', 'refresh'),
];

/**
 * Registers every command behind the one boundary that turns failures into words: a `UserError` is shown as it is,
 * anything else is logged whole and summed up with a way to the log.
 */
export function registerCommands(mentor: () => Promise<Mentor>, log: Log & { show(): void }): vscode.Disposable {
  const registered = verbs.map(([name, load]) =>
    vscode.commands.registerCommand(commands[name], async (...args: readonly unknown[]) => {
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
