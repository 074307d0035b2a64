import * as vscode from 'vscode';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';
import { isRecord } from '../../core/record/parse.ts';
import { systemClock } from '../clock.ts';

/** The selected text of the active editor; else that of the Output panel. */
export const selectionSource: EvidenceSource = {
  id: 'selection',
  name: vscode.l10n.t('Selection'),
  isOnDemand: false,
  collect(): Promise<Evidence | undefined> {
    const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
    const output = visible.filter(({ document }) => isOutput(document));
    const editor = [...(active ? [active] : []), ...output].find(({ selection }) => !selection.isEmpty);
    if (!editor) return Promise.resolve(undefined);
    const { document, selection } = editor;
    // In a record it is an item that a command selected, not a find of the user.
    if (!isOutput(document) && isRecord(document.getText())) return Promise.resolve(undefined);
    const isCode = document.uri.scheme === 'file' || document.uri.scheme === 'vscode-remote';
    const place = `${vscode.workspace.asRelativePath(document.uri)}:${selection.start.line + 1}`;
    const lines = selection.end.line - selection.start.line + (selection.end.character === 0 ? 0 : 1);
    return Promise.resolve({
      source: 'selection',
      title: isOutput(document) ? `Output: ${channelOf(document.uri)}` : isCode ? `Selection: ${place}` : 'Selection',
      summary: lines === 1 ? vscode.l10n.t('1 line') : vscode.l10n.t('{0} lines', lines),
      text: document.getText(selection).replace(/\r\n?/g, '\n').trimEnd(),
      language: isCode ? document.languageId : 'text',
      at: systemClock.now(),
      isContext: false,
    });
  },
};

function isOutput({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'output';
}

/** Channels of extensions are named `extension-output-<extension>-#1-<channel>`, logs after their file. */
function channelOf({ path }: vscode.Uri): string {
  const name = path.split('/').at(-1) ?? path;
  return /-#\d+-(.+)$/.exec(name)?.[1] ?? name.replace(/\.log$/, '');
}
