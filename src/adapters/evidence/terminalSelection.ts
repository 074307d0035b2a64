import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { readTerminalSelection } from '../../core/evidence/terminalCommand.ts';
import { systemClock } from '../clock.ts';
import { askCoreTool } from './coreTool.ts';

/** What is selected in the active terminal. The clipboard is not used for it. */
export const terminalSelectionSource: EvidenceSource = {
  id: 'terminal-selection',
  name: vscode.l10n.t('Terminal selection'),
  isOnDemand: false,
  async collect() {
    if (!vscode.window.activeTerminal) return undefined;
    const answer = await askCoreTool('terminal_selection');
    const text = answer === undefined ? undefined : readTerminalSelection(answer);
    if (text === undefined) return undefined;
    const lines = text.split('\n').length;
    return {
      source: 'terminal-selection',
      title: `Terminal selection: ${vscode.window.activeTerminal.name}`,
      summary: lines === 1 ? vscode.l10n.t('1 line') : vscode.l10n.t('{0} lines', lines),
      text,
      language: 'text',
      at: systemClock.now(),
      isContext: false,
    };
  },
};
