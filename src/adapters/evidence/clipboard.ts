import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { systemClock } from '../clock.ts';

/** The clipboard may hold anything, a password too: it is read only after the user picked it. */
export const clipboardSource: EvidenceSource = {
  id: 'clipboard',
  name: vscode.l10n.t('Clipboard'),
  isOnDemand: true,
  async collect() {
    const text = (await vscode.env.clipboard.readText()).replace(/\r\n?/g, '\n').trimEnd();
    return text === ''
      ? undefined
      : { source: 'clipboard', title: 'Clipboard', text, language: 'text', at: systemClock.now(), isContext: false };
  },
};
