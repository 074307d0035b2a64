import * as vscode from 'vscode';
import { innermostSymbol, type PlainSymbol } from '../core/snippet/innermostSymbol.ts';
import type { Lines, ReviewPlace, ReviewPlaces, VariableName } from '../core/snippet/reviewPlace.ts';
import { gitApi, repositoryAt } from './gitApi.ts';
import { workspacePath } from './workspacePath.ts';

/** A language server that is still starting is not waited for longer: a list of suggestions may wait for the answer. *(choice)* */
const LIMIT_MS = 500;
/** Where reviews are written, and what is no file: never the code that a comment is about. */
const NOT_CODE = new Set(['markdown', 'prompt', 'instructions', 'chatagent', 'skill', 'git-commit', 'scminput', 'log']);
const NOT_A_FILE = new Set(['comment', 'output', 'vscode-scm', 'vscode-interactive-input', 'walkThroughSnippet']);

interface Code {
  readonly document: vscode.TextDocument;
  readonly selection: vscode.Selection;
}

/** Finds the code that a comment is about: the lines of its thread, the file it stands on, or the editor before this one. */
export class CodePlaces implements ReviewPlaces, vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #last: vscode.TextEditor | undefined;

  constructor() {
    const remember = (editor: vscode.TextEditor | undefined): void => {
      if (editor && isCode(editor.document)) this.#last = editor;
    };
    remember(vscode.window.activeTextEditor);
    this.#subscription = vscode.window.onDidChangeActiveTextEditor(remember);
  }

  async read(wanted: ReadonlySet<VariableName>, text: string | undefined, thread?: Lines): Promise<ReviewPlace> {
    try {
      const code = thread ? await codeOf(thread) : this.#codeFor(text);
      return code ? await placeIn(code, wanted, thread) : {};
    } catch {
      return {};
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #codeFor(text: string | undefined): Code | undefined {
    const { visibleTextEditors, tabGroups } = vscode.window;
    const own = visibleTextEditors.find(({ document }) => document.uri.toString() === text);
    if (own && isCode(own.document)) return own;
    if (own?.document.uri.scheme === 'comment') {
      // The box belongs to no tab: the one that is active shows the file under it.
      const input = tabGroups.activeTabGroup.activeTab?.input;
      const uri =
        input instanceof vscode.TabInputTextDiff
          ? input.modified
          : input instanceof vscode.TabInputText
            ? input.uri
            : undefined;
      const under = visibleTextEditors.find(({ document }) => document.uri.toString() === uri?.toString());
      if (under) return under;
    }
    if (this.#last && isInTab(this.#last.document.uri)) return this.#last;
    return visibleTextEditors.find(({ document }) => isCode(document));
  }
}

/** A document may outlive its last tab for a while. */
function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) =>
      [
        (input as { uri?: vscode.Uri } | undefined)?.uri,
        (input as { modified?: vscode.Uri } | undefined)?.modified,
      ].some((one) => one?.toString() === uri.toString()),
    ),
  );
}

/** From the start of the line where only space stands before the selection, so that the first line is indented as the others. */
function withIndent(document: vscode.TextDocument, { start, end }: vscode.Selection): vscode.Range {
  const before = document.lineAt(start).text.slice(0, start.character);
  return new vscode.Range(before.trim() === '' ? start.with({ character: 0 }) : start, end);
}

function isCode({ uri, languageId }: vscode.TextDocument): boolean {
  return !NOT_A_FILE.has(uri.scheme) && !NOT_CODE.has(languageId);
}

async function codeOf({ uri, first, last }: Lines): Promise<Code> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const end = document.lineAt(Math.min(last, document.lineCount - 1)).range.end;
  return { document, selection: new vscode.Selection(new vscode.Position(first, 0), end) };
}

async function placeIn(
  { document, selection }: Code,
  wanted: ReadonlySet<VariableName>,
  thread: Lines | undefined,
): Promise<ReviewPlace> {
  const { start, end } = selection;
  // Whole lines end at the start of the next one.
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  const ask = async <T>(name: VariableName, value: () => Promise<T | undefined>): Promise<T | undefined> =>
    wanted.has(name) ? withinLimit(value()) : undefined;
  const [symbol, branch] = await Promise.all([
    ask('symbol', () => symbolAt(document, start.line)),
    ask('branch', () => branchOf(document.uri)),
  ]);
  const selected =
    selection.isEmpty || (thread && last === start.line) ? '' : document.getText(withIndent(document, selection));
  return {
    ...(document.isUntitled ? {} : { file: pathOf(document.uri) }),
    line: start.line + 1,
    ...(last > start.line ? { lastLine: last + 1 } : {}),
    ...(symbol === undefined ? {} : { symbol }),
    ...(branch === undefined ? {} : { branch }),
    ...(selected.trim() === '' ? {} : { selection: { text: selected, language: document.languageId } }),
  };
}

/** Also for a file as it was in a commit (`git:/a/b.js?...`), which lies in no folder of the workspace. */
function pathOf(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri)) return workspacePath(uri);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const { scheme, authority } = folder ?? uri;
  return workspacePath(uri.with({ scheme, authority, query: '', fragment: '' }));
}

async function symbolAt({ uri }: vscode.TextDocument, line: number): Promise<string | undefined> {
  const symbols = await vscode.commands.executeCommand<
    readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined
  >('vscode.executeDocumentSymbolProvider', uri);
  return innermostSymbol((symbols ?? []).map(plain), line);
}

function plain(symbol: vscode.DocumentSymbol | vscode.SymbolInformation): PlainSymbol {
  const { start, end } = 'location' in symbol ? symbol.location.range : symbol.range;
  const children = 'children' in symbol ? symbol.children.map(plain) : [];
  return { name: symbol.name, first: start.line, last: end.line, children };
}

async function branchOf(uri: vscode.Uri): Promise<string | undefined> {
  const git = await gitApi();
  const repository = git && ((await repositoryAt(git, uri)) ?? git.repositories[0]);
  return repository?.state.HEAD?.name;
}

async function withinLimit<T>(value: Promise<T | undefined>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LIMIT_MS));
  return Promise.race([value.catch(() => undefined), late]);
}
