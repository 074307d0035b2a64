import * as vscode from 'vscode';
import type { Medium } from '../core/block/place.ts';
import { lineCommentOf } from '../core/text/lineComment.ts';
import type { TextEdit } from '../core/text/edits.ts';
import { UserError } from '../core/userError.ts';

const { l10n } = vscode;

/** Languages whose documents are Markdown by another name. */
const MARKDOWN = new Set(['markdown', 'prompt', 'instructions', 'chatagent', 'skill']);
/** Languages of commit messages: the commit editor and the Source Control box. */
const MESSAGES = new Set(['git-commit', 'scminput']);

/** A text that can take a block, wherever it lives. */
export interface InsertTarget {
  readonly medium: Medium;
  readonly text: string;
  /** Where the user is. The end of the text when nobody can tell. */
  readonly offset: number;
  apply(edits: readonly TextEdit[]): Promise<void>;
}

/** The comment box given, or the text that the user is in: a text editor, a comment box, the WYSIWYG Markdown editor; `undefined` when there is none. */
export async function insertTarget(box?: vscode.TextEditor): Promise<InsertTarget | undefined> {
  const editor = box ?? vscode.window.activeTextEditor;
  if (editor) return editorTarget(editor);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || !/\.(md|markdown)$/i.test(input.uri.path)) return undefined;
  const document = await vscode.workspace.openTextDocument(input.uri);
  return documentTarget(document, document.getText().length, { kind: 'markdown' });
}

/** The message box of a repository in the Source Control view. */
export function messageTarget(inputBox: { value: string }): InsertTarget {
  const { value } = inputBox;
  return {
    medium: { kind: 'message' },
    text: value,
    offset: value.length,
    apply: async (edits) => {
      const { applyEdits } = await import('../core/text/edits.ts');
      inputBox.value = applyEdits(value, edits);
    },
  };
}

/** The clipboard as an empty Markdown text: what it holds is written over. */
export function clipboardTarget(): InsertTarget {
  return {
    medium: { kind: 'markdown' },
    text: '',
    offset: 0,
    apply: async (edits) => {
      const { applyEdits } = await import('../core/text/edits.ts');
      await vscode.env.clipboard.writeText(applyEdits('', edits));
    },
  };
}

function editorTarget(editor: vscode.TextEditor): InsertTarget {
  const { document } = editor;
  return documentTarget(document, document.offsetAt(editor.selection.active), mediumOf(document));
}

function mediumOf(document: vscode.TextDocument): Medium {
  if (MARKDOWN.has(document.languageId)) return { kind: 'markdown' };
  if (MESSAGES.has(document.languageId)) return { kind: 'message' };
  const comment = lineCommentOf(document.languageId);
  if (comment) return { kind: 'code', frame: comment };
  if (document.languageId === 'plaintext') return { kind: 'markdown' };
  throw new UserError(
    l10n.t(
      'Files of type "{0}" have no comments to hold a checklist. Open a Markdown file, or close the editor to start a record.',
      document.languageId,
    ),
  );
}

function documentTarget(document: vscode.TextDocument, offset: number, medium: Medium): InsertTarget {
  return {
    medium,
    text: document.getText(),
    offset,
    apply: async (edits) => {
      const change = new vscode.WorkspaceEdit();
      for (const { range, newText } of edits) {
        change.replace(
          document.uri,
          new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)),
          newText,
        );
      }
      if (!(await vscode.workspace.applyEdit(change)))
        throw new UserError(l10n.t('This file cannot be changed. Is it read-only?'));
    },
  };
}
