import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { byNeed, waitingAmong } from '../core/record/order.ts';
import { dueOn } from '../core/triage/due.ts';
import { dueSentence } from '../words/recordWords.ts';
import { commands, views } from '../ids.ts';

const { l10n } = vscode;
const EVERY = 60_000;

/** One entry in the status bar while an update is overdue or an S1 or S2 has no owner; nothing otherwise. */
export function showDue(mentor: Mentor): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tpmMentor.due', vscode.StatusBarAlignment.Left, 0);
  item.name = l10n.t('TPM: What Is Due');
  const update = async (): Promise<void> => {
    const now = mentor.host.clock.now();
    const waiting = byNeed(waitingAmong(await mentor.records.entries(), now), now);
    if (!waiting.length) return item.hide();
    const [first] = waiting;
    item.text =
      waiting.length === 1
        ? l10n.t('$(warning) 1 record is waiting')
        : l10n.t('$(warning) {0} records are waiting', waiting.length);
    item.tooltip = waiting
      .map(({ info }) => `${info.title}: ${dueOn(info, now).map(dueSentence).join(', ')}`)
      .join('\n');
    item.command =
      waiting.length === 1
        ? { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [{ target: { uri: first!.uri } }] }
        : { command: `${views.inProgress}.focus`, title: l10n.t('Show In Progress') };
    item.show();
  };
  const refresh = (): void => void update().catch((error: unknown) => mentor.host.log.error('What is due', error));
  const timer = setInterval(refresh, EVERY);
  refresh();
  return vscode.Disposable.from(
    item,
    mentor.records.onDidChange(refresh),
    new vscode.Disposable(() => clearInterval(timer)),
  );
}
