import * as vscode from 'vscode';
import { showsFindings } from '../../core/finding/review.ts';
import type { Mentor } from '../../core/mentor.ts';

/** Comment threads on code, from the first moment at which a record has a use for them: until then nothing is made. */
export function showFindings(mentor: Mentor): vscode.Disposable {
  const made: vscode.Disposable[] = [];
  let isLoading = false;
  const look = async (): Promise<void> => {
    if (isLoading || !(await mentor.records.entries()).some(showsFindings) || isLoading) return;
    isLoading = true;
    listening.dispose();
    const { FindingThreads } = await import('./findingThreads.ts');
    made.push(new FindingThreads(mentor));
  };
  const tryLook = (): void => void look().catch((error: unknown) => mentor.host.log.error('Findings', error));
  const listening = mentor.records.onDidChange(tryLook);
  tryLook();
  return new vscode.Disposable(() => [listening, ...made].forEach((one) => one.dispose()));
}
