import * as vscode from 'vscode';
import type { Placement } from '../../core/finding/anchor.ts';
import { commentText, labelText } from '../../core/finding/comment.ts';
import { isOpen, type Finding, type FindingRow } from '../../core/finding/model.ts';
import type { RecordEntry } from '../../core/record/records.ts';
import { findingStateText } from '../../words/findingWords.ts';

const { l10n } = vscode;

export interface ThreadContent {
  readonly record: Pick<RecordEntry, 'uri' | 'name' | 'info'>;
  readonly finding: Finding;
  readonly placement: Exclude<Placement, { readonly kind: 'lost' }>;
}

/** One finding beside its line. What it shows is drawn anew only where it changed. */
export class FindingThread {
  readonly #thread: vscode.CommentThread;
  #shown = '';

  constructor(controller: vscode.CommentController, uri: vscode.Uri, content: ThreadContent, isExpanded: boolean) {
    // With its comments from the first moment: an empty thread opens its box for a first one.
    this.#thread = controller.createCommentThread(uri, rangeOf(content), this.#commentsOf(content));
    this.#thread.collapsibleState = isExpanded
      ? vscode.CommentThreadCollapsibleState.Expanded
      : vscode.CommentThreadCollapsibleState.Collapsed;
    this.show(content);
  }

  show(content: ThreadContent): void {
    const range = rangeOf(content);
    if (this.#thread.range?.start.line !== range.start.line) this.#thread.range = range;
    const { record, finding } = content;
    const label = [findingStateText(finding.state), movedText(content), record.info.title || record.name]
      .filter((part) => part !== '')
      .join(' \u00B7 ');
    const now = JSON.stringify([label, commentText(finding), finding.replies]);
    if (now === this.#shown) return;
    const isFirst = this.#shown === '';
    const wasOpen = this.#thread.contextValue === 'finding.open';
    this.#shown = now;
    this.#thread.label = label;
    this.#thread.contextValue = `finding.${finding.state.kind}`;
    this.#thread.state = isOpen(finding) ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    this.#thread.comments = this.#commentsOf(content);
    if (!isFirst && wasOpen && !isOpen(finding))
      this.#thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
  }

  dispose(): void {
    this.#thread.dispose();
  }

  #commentsOf({ record, finding }: ThreadContent): FindingComment[] {
    const target = { uri: record.uri, finding: finding.id };
    const redraw = (): void => {
      this.#thread.comments = [...this.#thread.comments];
    };
    const words = finding.body === '' ? finding.subject : `${finding.subject}\n\n${finding.body}`;
    const name = labelText(finding) || l10n.t('comment');
    return [
      new FindingComment(name, words, commentText(finding), { target }, redraw),
      ...finding.replies.map(
        (text, reply) => new FindingComment(l10n.t('reply'), text, text, { target: { ...target, reply } }, redraw),
      ),
    ];
  }
}

/** What commands get of a comment: what it is about, and its edit box. */
class FindingComment implements vscode.Comment, FindingRow {
  readonly target: FindingRow['target'];
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly #shown: vscode.MarkdownString;
  readonly #source: string;
  readonly #redraw: () => void;
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;

  constructor(name: string, shown: string, source: string, { target }: FindingRow, redraw: () => void) {
    this.target = target;
    this.author = { name };
    this.contextValue = target.reply === undefined ? 'finding' : 'reply';
    // Text of a file: neither commands nor HTML, and no pictures from elsewhere.
    this.#shown = new vscode.MarkdownString(shown.replace(/!\[/g, '!\\['));
    this.#source = source;
    this.#redraw = redraw;
    this.body = this.#shown;
  }

  edit(isEditing: boolean): void {
    this.body = isEditing ? this.#source : this.#shown;
    this.mode = isEditing ? vscode.CommentMode.Editing : vscode.CommentMode.Preview;
    this.#redraw();
  }
}

/** In the file it is plain to see where the line is now, but not that it was elsewhere. */
function movedText({ finding, placement }: ThreadContent): string {
  return placement.kind === 'moved' ? l10n.t('moved from line {0}', (finding.place?.line ?? 0) + 1) : '';
}

function rangeOf({ placement: { line } }: ThreadContent): vscode.Range {
  return new vscode.Range(line, 0, line, 0);
}
