import * as vscode from 'vscode';
import { Emitter } from '../core/emitter.ts';
import type { Root } from '../core/evidence/relativePaths.ts';
import type { Places, WorkspacePlace } from '../core/ports.ts';
import { settings, settingsSection } from '../ids.ts';
import { workspacePath, workspaceUri } from './workspacePath.ts';

const DEFAULT_FOLDER = '.tpm';
/** Installed and built code, which no frame of the user's own code points to. */
const NOT_SEARCHED = '**/{node_modules,vendor,.git,dist,out,build,target,.venv,venv}/**';

export class VsCodePlaces implements Places, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #changed = new Emitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    const tell = (): void => this.#changed.fire();
    this.#subscriptions = [
      vscode.workspace.onDidChangeWorkspaceFolders(tell),
      vscode.workspace.onDidGrantWorkspaceTrust(tell),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const names = [settings.folder, settings.checklistFolders, settings.snippetFolders];
        if (names.some((name) => event.affectsConfiguration(`${settingsSection}.${name}`))) tell();
      }),
    ];
  }

  get builtInChecklists(): string {
    return vscode.Uri.joinPath(this.#context.extensionUri, 'media', 'checklists').toString();
  }

  get builtInSnippets(): string {
    return vscode.Uri.joinPath(this.#context.extensionUri, 'snippets', 'review.code-snippets').toString();
  }

  get privateRecords(): string {
    return vscode.Uri.joinPath(this.#context.storageUri ?? this.#context.globalStorageUri, 'records').toString();
  }

  userChecklists(): readonly string[] {
    return userFolders(settings.checklistFolders);
  }

  /**
   * No API names VS Code's folder of snippets. It lies beside the folder of extensions' storage, which is that of the default profile,
   * https://code.visualstudio.com/docs/configure/profiles; where it does not, the folder is not there and nothing is read.
   */
  userSnippets(): readonly string[] {
    const own = vscode.Uri.joinPath(this.#context.globalStorageUri, '..', '..', 'snippets').toString();
    return [own, ...userFolders(settings.snippetFolders)];
  }

  teamSnippets(): readonly WorkspacePlace[] {
    if (!vscode.workspace.isTrusted) return [];
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
      folder: vscode.Uri.joinPath(uri, '.vscode').toString(),
      workspace: name,
    }));
  }

  teamChecklists(): readonly WorkspacePlace[] {
    return vscode.workspace.isTrusted ? inEachFolder('checklists') : [];
  }

  sharedRecords(): readonly WorkspacePlace[] {
    return inEachFolder('records');
  }

  roots(): readonly Root[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ path: uri.fsPath, name }));
  }

  async hasFile(path: string): Promise<boolean> {
    const uri = workspaceUri(path);
    if (!uri) return false;
    return vscode.workspace.fs.stat(uri).then(
      ({ type }) => (type & vscode.FileType.File) !== 0,
      () => false,
    );
  }

  pathOf(uri: string): string | undefined {
    const file = vscode.Uri.parse(uri, true);
    return vscode.workspace.getWorkspaceFolder(file) && workspacePath(file);
  }

  uriOf(path: string): string | undefined {
    return workspaceUri(path)?.toString();
  }

  /** What would be special in a glob is written as "any character"; the caller compares the ends. */
  async filesEndingIn(end: string, most: number): Promise<readonly string[]> {
    const found = await vscode.workspace.findFiles(`**/${end.replace(/[*?{}[\]!,\\]/g, '?')}`, NOT_SEARCHED, most);
    return found.map(workspacePath);
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, this.#changed]) one.dispose();
  }
}

function inEachFolder(name: string): WorkspacePlace[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
    folder: vscode.Uri.joinPath(folder.uri, ...teamFolder(folder), name).toString(),
    workspace: folder.name,
  }));
}

/** The setting may name a folder below the workspace folder and nothing else: a workspace must not point elsewhere. */
function teamFolder(scope: vscode.WorkspaceFolder): string[] {
  const name = vscode.workspace
    .getConfiguration(settingsSection, scope.uri)
    .get<string>(settings.folder, DEFAULT_FOLDER);
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  const isInside = parts.length > 0 && !parts.includes('..') && !/^([\\/]|[A-Za-z]:)/.test(name);
  return isInside ? parts : [DEFAULT_FOLDER];
}

/** What the user's own settings say, not those of a workspace. */
function userFolders(name: string): string[] {
  const folders = vscode.workspace.getConfiguration(settingsSection).inspect<unknown>(name)?.globalValue;
  if (!Array.isArray(folders)) return [];
  return folders
    .filter((folder): folder is string => typeof folder === 'string' && folder !== '')
    .map((folder) => folderUri(folder).toString());
}

/** A URI, or an absolute path of this machine. */
function folderUri(folder: string): vscode.Uri {
  const plain = folder.replace(/[\\/]+$/, '');
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(plain) ? vscode.Uri.parse(plain) : vscode.Uri.file(plain);
}
