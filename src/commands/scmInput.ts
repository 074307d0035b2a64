import * as vscode from 'vscode';

interface GitApi {
  getRepository(uri: vscode.Uri): { readonly inputBox: { value: string } } | null;
}

/** The message box of the repository whose Source Control title was clicked; `undefined` for any other argument. */
export async function scmInputOf(argument: unknown): Promise<{ value: string } | undefined> {
  if (typeof argument !== 'object' || argument === null || !('rootUri' in argument)) return undefined;
  const { rootUri } = argument;
  if (!(rootUri instanceof vscode.Uri)) return undefined;
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  try {
    return (await git?.activate())?.getAPI(1).getRepository(rootUri)?.inputBox;
  } catch {
    return undefined; // Git is switched off
  }
}
