import * as vscode from 'vscode';
import { isRecord } from '../../core/record/parse.ts';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';

/** The selected text of the active editor, the Output panel included. */
export const selectionSource: EvidenceSource = {
  id: 'selection',
  name: vscode.l10n.t('Selection'),
  isOnDemand: false,
  collect(): Promise<Evidence | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.selection.isEmpty) return Promise.resolve(undefined);
    const { document, selection } = editor;
    if (isRecord(document.getText())) return Promise.resolve(undefined); // an item that a command selected, not a find of the user
    const isCode = document.uri.scheme === 'file' || document.uri.scheme === 'vscode-remote';
    const place = `${vscode.workspace.asRelativePath(document.uri)}:${selection.start.line + 1}`;
    const lines = selection.end.line - selection.start.line + 1;
    return Promise.resolve({
      source: 'selection',
      title: isCode ? `Selection: ${place}` : 'Selection',
      summary: lines === 1 ? vscode.l10n.t('1 line') : vscode.l10n.t('{0} lines', lines),
      text: document.getText(selection).replace(/\r\n?/g, '\n'),
      language: isCode ? document.languageId : 'text',
      isContext: false,
    });
  },
};
