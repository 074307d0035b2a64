import * as vscode from 'vscode';
import { actionOf } from '../../core/guide/action.ts';
import { announcementOf, placeOf } from '../../core/guide/announcement.ts';
import { guideOf } from '../../core/guide/guideOf.ts';
import { layoutsFrom, type GuideModel, type Layouts } from '../../core/guide/model.ts';
import { guidePage } from '../../core/guide/page.ts';
import { renderGuide, type RenderedGuide } from '../../core/guide/render.ts';
import type { Mentor } from '../../core/mentor.ts';
import { isInRecord } from '../../core/targets.ts';
import { guideWords } from '../../words/guideWords.ts';
import { followCursor } from './cursor.ts';
import { perform } from './perform.ts';

export interface GuideOptions {
  readonly extensionUri: vscode.Uri;
  /** Keeps the layouts that the user chose. */
  readonly memory: vscode.Memento;
  readonly fail: (error: unknown) => void;
}

/** What the page is told; see media/guide/guide.js. */
interface PageUpdate {
  readonly html?: string;
  readonly place?: string;
  /** For screen readers; empty says nothing. */
  readonly announcement: string;
}

/** Name in the workspace state. */
const LAYOUTS = 'guide.layouts';

/** Shows what the focus is on, and follows it and the text below it while the view is visible. */
export class Guide implements vscode.Disposable {
  readonly #mentor: Mentor;
  readonly #view: vscode.WebviewView;
  readonly #memory: vscode.Memento;
  readonly #fail: (error: unknown) => void;
  readonly #words = guideWords();
  readonly #subscriptions: { dispose(): void }[];
  #layouts: Layouts;
  #shown: { readonly model: GuideModel; readonly rendered: RenderedGuide } | undefined;
  #isRefreshing = false;
  #isStale = false;
  #cursor: vscode.Disposable | undefined;

  constructor(mentor: Mentor, view: vscode.WebviewView, { extensionUri, memory, fail }: GuideOptions) {
    this.#mentor = mentor;
    this.#view = view;
    this.#fail = fail;
    this.#memory = memory;
    this.#layouts = layoutsFrom(memory.get(LAYOUTS));
    this.#subscriptions = [
      mentor.focus.onDidChange(() => this.#refresh()),
      mentor.checklists.onDidChange(() => this.#refresh()),
      mentor.host.files.onDidChange(({ uri }) => {
        const target = mentor.focus.current;
        if (target && isInRecord(target) && target.uri === uri) this.#refresh();
      }),
      mentor.reviews.onDidChange((uri) => {
        const target = mentor.focus.current;
        if (target && isInRecord(target) && target.uri === uri) this.#refresh();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#refresh()),
      view.onDidChangeVisibility(() => this.#onVisibility()),
      view.webview.onDidReceiveMessage((message: unknown) => this.#onMessage(message)),
    ];
    this.#onVisibility();
    this.#load(extensionUri);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#cursor?.dispose();
    this.#cursor = undefined;
  }

  #load(extensionUri: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(extensionUri, 'media', 'guide');
    const { webview } = this.#view;
    const addressOf = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = guidePage({
      language: vscode.env.language,
      title: this.#words.title,
      nonce: crypto.randomUUID(),
      cspSource: webview.cspSource,
      style: addressOf('guide.css'),
      script: addressOf('guide.js'),
    });
  }

  #onVisibility(): void {
    if (this.#view.visible) {
      this.#cursor ??= followCursor(this.#mentor);
    } else {
      this.#cursor?.dispose();
      this.#cursor = undefined;
      this.#shown = undefined; // VS Code drops the page of a hidden view and loads it anew
    }
  }

  #onMessage(message: unknown): void {
    if (typeof message === 'object' && message !== null && 'isReady' in message) {
      this.#shown = undefined;
      this.#refresh();
      return;
    }
    const action = this.#shown && actionOf(message, this.#shown.model, this.#shown.rendered.pressables);
    if (!action) return;
    if (action.kind === 'layout') {
      this.#layouts = { ...this.#layouts, [action.checklistKind]: action.layout };
      this.#memory.update(LAYOUTS, this.#layouts).then(undefined, this.#fail);
      this.#refresh();
    } else if (action.kind === 'move') {
      this.#mentor.focus.follow(action.target);
    } else {
      perform(action, this.#words)
        .then((said) => said !== undefined && this.#post({ announcement: said }))
        .catch(this.#fail);
    }
  }

  /** One at a time: whatever changes meanwhile is taken in by one more round. */
  #refresh(): void {
    this.#isStale = true;
    if (!this.#isRefreshing) this.#catchUp().catch(this.#fail);
  }

  async #catchUp(): Promise<void> {
    this.#isRefreshing = true;
    try {
      while (this.#isStale && this.#view.visible) {
        this.#isStale = false;
        await this.#render();
      }
    } finally {
      this.#isRefreshing = false;
    }
  }

  async #render(): Promise<void> {
    const target = this.#mentor.focus.current;
    const [entries, text] = await Promise.all([
      this.#mentor.checklists.entries(),
      target && isInRecord(target) ? this.#mentor.host.files.read(target.uri) : undefined,
    ]);
    const model = guideOf({
      target,
      text,
      layouts: this.#layouts,
      isTrusted: vscode.workspace.isTrusted,
      ...(target && isInRecord(target)
        ? { blocksOf: (written) => this.#mentor.reviews.shownIn(target.uri, written) }
        : {}),
      entryOf: (id) => entries.find(({ checklist }) => checklist.id === id),
    });
    const before = this.#shown;
    const rendered = renderGuide(model, this.#words);
    this.#shown = { model, rendered };
    if (before?.rendered.html === rendered.html) return;
    await this.#post({
      html: rendered.html,
      place: placeOf(model),
      announcement: announcementOf(before?.model, model, this.#words),
    });
  }

  #post(update: PageUpdate): Thenable<boolean> {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window: VS Code delivers to its own page
    return this.#view.webview.postMessage(update);
  }
}
