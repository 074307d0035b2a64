import * as vscode from 'vscode';

/** Stands before the title, because what stands behind it is the first to go when the sidebar is narrow. */
export function mustIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('star-full', new vscode.ThemeColor('list.highlightForeground'));
}
