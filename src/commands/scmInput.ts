import * as vscode from 'vscode';

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

interface GitApi {
  readonly repositories: readonly Repository[];
  getRepository(uri: vscode.Uri): Repository | null;
}

/** The message box of a repository in the Source Control view. */
export interface MessageBox {
  readonly input: { value: string };
  /** The repository's name. */
  readonly repository: string;
}

/** The message box of the repository whose Source Control title was clicked; `undefined` for any other argument. */
export async function scmInputOf(argument: unknown): Promise<MessageBox | undefined> {
  if (typeof argument !== 'object' || argument === null || !('rootUri' in argument)) return undefined;
  const { rootUri } = argument;
  if (!(rootUri instanceof vscode.Uri)) return undefined;
  const repository = (await gitApi())?.getRepository(rootUri);
  return repository ? boxOf(repository) : undefined;
}

/** Those of all open repositories; empty without git. */
export async function messageBoxes(): Promise<MessageBox[]> {
  return ((await gitApi())?.repositories ?? []).map(boxOf);
}

async function gitApi(): Promise<GitApi | undefined> {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  try {
    return (await git?.activate())?.getAPI(1);
  } catch {
    return undefined; // Git is switched off
  }
}

function boxOf({ rootUri, inputBox }: Repository): MessageBox {
  return { input: inputBox, repository: rootUri.path.split('/').findLast((part) => part !== '') ?? rootUri.path };
}
