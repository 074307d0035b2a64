import * as vscode from 'vscode';
import { Emitter } from '../core/emitter.ts';
import type { EditOutcome, FileChange, FileEntry, Files } from '../core/ports.ts';
import type { TextEdit } from '../core/text/edits.ts';

/** An edit may lose a race against the user's typing; then it is computed again from the new text. */
const MAX_TRIES = 5;
const MARKDOWN = 'md';

export class TextFiles implements Files, vscode.Disposable {
  readonly #changed = new Emitter<FileChange>();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // VS Code may tell of the first edit before it knows that there is one to save; then it tells once more, without the edit.
        if (contentChanges.length || document.isDirty)
          this.#changed.fire({ uri: document.uri.toString(), isNewOrGone: false, isTyped: document.isDirty });
      }),
    ];
  }

  async list(folder: string, ending = MARKDOWN): Promise<readonly FileEntry[]> {
    const uri = vscode.Uri.parse(folder, true);
    const endings = ending
      .replace(/[{}]/g, '')
      .split(',')
      .map((one) => `.${one}`);
    const entries = await vscode.workspace.fs.readDirectory(uri).then(undefined, () => []);
    return entries
      .filter(
        ([name, type]) =>
          (type & vscode.FileType.File) !== 0 && endings.some((one) => name.toLowerCase().endsWith(one)),
      )
      .map(([name]) => ({ name, uri: vscode.Uri.joinPath(uri, name).toString() }));
  }

  async read(uri: string): Promise<string | undefined> {
    const open = openDocument(uri);
    if (open) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
    } catch {
      return undefined;
    }
  }

  edit(uri: string, change: (text: string) => readonly TextEdit[]): Promise<EditOutcome> {
    const done = (this.#queues.get(uri) ?? Promise.resolve()).then(() => this.#edit(uri, change));
    const settled = done
      .catch(() => undefined)
      .finally(() => {
        if (this.#queues.get(uri) === settled) this.#queues.delete(uri);
      });
    this.#queues.set(uri, settled);
    return done;
  }

  async #edit(uri: string, change: (text: string) => readonly TextEdit[]): Promise<EditOutcome> {
    const document =
      openDocument(uri) ??
      (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)).then(
        (one) => one,
        () => undefined,
      ));
    if (!document) return 'gone';
    const hadUnsavedEdits = document.isDirty || document.isUntitled;
    for (let count = 0; count < MAX_TRIES; count++) {
      const edits = change(document.getText());
      if (!edits.length) return 'unchanged';
      const workspaceEdit = new vscode.WorkspaceEdit();
      workspaceEdit.set(
        document.uri,
        edits.map((edit) => toVsCode(document, edit)),
      );
      if (!(await vscode.workspace.applyEdit(workspaceEdit))) continue;
      return !hadUnsavedEdits && (await document.save()) ? 'saved' : 'unsaved';
    }
    return 'refused';
  }

  async create(folder: string, nameOf: (taken: readonly string[]) => string, text: string): Promise<string> {
    const parent = vscode.Uri.parse(folder, true);
    await vscode.workspace.fs.createDirectory(parent);
    const taken = (await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name);
    const uri = vscode.Uri.joinPath(parent, nameOf(taken));
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    if (!(await vscode.workspace.applyEdit(creation))) throw new Error(`Cannot create ${uri.fsPath}`);
    this.#changed.fire({ uri: uri.toString(), isNewOrGone: true });
    return uri.toString();
  }

  async delete(uri: string): Promise<void> {
    const target = vscode.Uri.parse(uri, true);
    try {
      await vscode.workspace.fs.delete(target, { useTrash: true });
    } catch {
      await vscode.workspace.fs.delete(target, { useTrash: false }); // no trash on this file system
    }
    this.#changed.fire({ uri, isNewOrGone: true });
  }

  watch(folder: string, ending = MARKDOWN): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.parse(folder, true), `*.${ending}`),
    );
    const tell = (isNewOrGone: boolean) => (uri: vscode.Uri) =>
      this.#changed.fire({ uri: uri.toString(), isNewOrGone });
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(tell(true)),
      watcher.onDidDelete(tell(true)),
      watcher.onDidChange(tell(false)),
    );
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, this.#changed]) one.dispose();
  }
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri && !document.isClosed);
}

function toVsCode(document: vscode.TextDocument, { range, newText }: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(
    new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)),
    newText,
  );
}
