import * as vscode from 'vscode';
import { HashedLines } from '../../core/finding/anchor.ts';
import { placementIn } from '../../core/finding/placed.ts';
import { isReviewInProgress, showsFindings } from '../../core/finding/review.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { RecordEntry } from '../../core/record/records.ts';
import { controllers } from '../../ids.ts';
import { debounce } from '../debounce.ts';
import { findingLinks } from './findingLinks.ts';
import { FindingThread } from './findingThread.ts';

const { l10n } = vscode;
/** Milliseconds of quiet before threads are compared with a text that is being typed. */
const AFTER = 300;

/** The findings of open records as comment threads of VS Code, in the files that are in sight. Nothing else is read. */
export class FindingThreads implements vscode.Disposable {
  readonly #mentor: Mentor;
  readonly #controller = vscode.comments.createCommentController(controllers.findings, l10n.t('TPM Findings'));
  /** By file, then by record and finding. */
  readonly #threads = new Map<string, Map<string, FindingThread>>();
  readonly #subscriptions: { dispose(): void }[];
  #running: Promise<void> = Promise.resolve();

  readonly #update = debounce(() => this.#updateSoon(), AFTER);

  constructor(mentor: Mentor) {
    this.#mentor = mentor;
    this.#controller.options = {
      prompt: l10n.t('Reply...'),
      placeHolder: l10n.t('Write a comment. A label may come first, such as "issue (blocking):" or "question:"'),
    };
    this.#subscriptions = [
      this.#controller,
      findingLinks(mentor),
      new vscode.Disposable(() => this.#update.cancel()),
      mentor.records.onDidChange(() => this.#updateSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#updateSoon()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#updateSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#threads.has(document.uri.toString())) this.#update();
      }),
    ];
    this.#updateSoon();
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  /** One after the other: two at a time would make a thread twice. */
  #updateSoon(): void {
    this.#running = this.#running
      .then(() => this.#updateNow())
      .catch((error: unknown) => this.#mentor.host.log.error('Findings', error));
  }

  async #updateNow(): Promise<void> {
    const entries = (await this.#mentor.records.entries()).filter(showsFindings);
    this.#offerComments(entries.some(isReviewInProgress));
    const documents = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    for (const uri of this.#threads.keys()) if (!entries.length) this.#forget(uri);
    for (const document of documents) this.#showIn(document, entries);
  }

  /** The "+" in the gutter is there while a review goes on, and only in files that a finding can point to. */
  #offerComments(isOffered: boolean): void {
    // Setting it makes VS Code ask again; the typings do not say that it may be taken away.
    const controller: { commentingRangeProvider?: vscode.CommentingRangeProvider | undefined } = this.#controller;
    if (isOffered === (controller.commentingRangeProvider !== undefined)) return;
    controller.commentingRangeProvider = isOffered
      ? {
          provideCommentingRanges: (document) =>
            this.#isCode(document) ? [new vscode.Range(0, 0, document.lineCount - 1, 0)] : undefined,
        }
      : undefined;
  }

  #isCode({ uri }: vscode.TextDocument): boolean {
    const { places } = this.#mentor.host;
    const isRecord = places.sharedRecords().some(({ folder }) => uri.toString().startsWith(`${folder}/`));
    return !isRecord && places.pathOf(uri.toString()) !== undefined;
  }

  #showIn(document: vscode.TextDocument, entries: readonly RecordEntry[]): void {
    const uri = document.uri.toString();
    const path = this.#mentor.host.places.pathOf(uri);
    if (path === undefined) return;
    const known = this.#threads.get(uri);
    const threads = known ?? new Map<string, FindingThread>();
    const gone = new Set(threads.keys());
    let file: HashedLines | undefined;
    for (const entry of entries) {
      for (const finding of entry.findings) {
        if (finding.place?.path !== path) continue;
        const placement = placementIn(finding.place, (file ??= new HashedLines(document.getText())));
        if (placement === undefined || placement.kind === 'lost') continue;
        const key = `${entry.uri}#${finding.id}`;
        gone.delete(key);
        const content = { record: entry, finding, placement };
        const thread = threads.get(key);
        if (thread) thread.show(content);
        // One that comes while the file is in sight was just written: it stays open.
        else threads.set(key, new FindingThread(this.#controller, document.uri, content, known !== undefined));
      }
    }
    for (const key of gone) {
      threads.get(key)?.dispose();
      threads.delete(key);
    }
    this.#threads.set(uri, threads);
  }

  #forget(uri: string): void {
    for (const thread of this.#threads.get(uri)?.values() ?? []) thread.dispose();
    this.#threads.delete(uri);
  }
}
