import { Emitter } from '../../../src/core/emitter.ts';
import type { EditOutcome, FileChange, Files, Host, Places, WorkspacePlace } from '../../../src/core/ports.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

/** A host with files in a map, named by URI, that tells of its own changes and of what it was asked for. */
export class MemoryHost implements Pick<Host, 'files' | 'places' | 'clock' | 'log'> {
  readonly texts = new Map<string, string>();
  readonly reads: string[] = [];
  readonly logged: string[] = [];
  readonly watched = new Set<string>();
  readonly unreadable = new Set<string>();
  user: string[] = [];
  team: WorkspacePlace[] = [];
  shared: WorkspacePlace[] = [];
  readonly #filesChanged = new Emitter<FileChange>();
  readonly #placesChanged = new Emitter<void>();

  readonly clock: Host['clock'] = { now: () => '2026-11-23T14:05+01:00', delay: () => Promise.resolve() };
  readonly log: Host['log'] = {
    info: (message) => this.logged.push(message),
    warn: (message) => this.logged.push(message),
    error: (message) => this.logged.push(message),
  };

  readonly places: Places = {
    builtInChecklists: 'built-in',
    builtInSnippets: 'snippets',
    userChecklists: () => this.user,
    userSnippets: () => this.user,
    teamSnippets: () => this.team,
    teamChecklists: () => this.team,
    privateRecords: 'private',
    sharedRecords: () => this.shared,
    roots: () => [],
    hasFile: () => Promise.resolve(false),
    pathOf: (uri) => uri,
    uriOf: (path) => path,
    onDidChange: this.#placesChanged.event,
  };

  readonly files: Files = {
    list: (folder) => this.#answer(folder, () => this.#list(folder)),
    read: (uri) => {
      this.reads.push(uri);
      return this.#answer(uri, () => this.texts.get(uri));
    },
    edit: (uri, change) => this.#answer(uri, () => this.#edit(uri, change)),
    create: (folder, nameOf, text) =>
      this.#answer(folder, () => {
        const uri = `${folder}/${nameOf(this.#list(folder).map(({ name }) => name))}`;
        this.write(uri, text);
        return uri;
      }),
    delete: (uri) => this.#answer(uri, () => this.remove(uri)),
    watch: (folder) => {
      this.watched.add(folder);
      return { dispose: () => this.watched.delete(folder) };
    },
    onDidChange: this.#filesChanged.event,
  };

  write(uri: string, text: string): void {
    const isNewOrGone = !this.texts.has(uri);
    this.texts.set(uri, text);
    this.#filesChanged.fire({ uri, isNewOrGone });
  }

  /** The same by hand, in an editor of this window. */
  type(uri: string, text: string): void {
    this.texts.set(uri, text);
    this.#filesChanged.fire({ uri, isNewOrGone: false, isTyped: true });
  }

  remove(uri: string): void {
    this.texts.delete(uri);
    this.#filesChanged.fire({ uri, isNewOrGone: true });
  }

  move(places: Partial<Pick<MemoryHost, 'user' | 'team' | 'shared'>>): void {
    Object.assign(this, places);
    this.#placesChanged.fire();
  }

  #list(folder: string): { uri: string; name: string }[] {
    const inFolder = [...this.texts.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder);
    return inFolder.map((uri) => ({ uri, name: uri.slice(folder.length + 1) }));
  }

  #edit(uri: string, change: Parameters<Files['edit']>[1]): EditOutcome {
    const text = this.texts.get(uri);
    if (text === undefined) return 'gone';
    const changed = applyEdits(text, change(text));
    if (changed === text) return 'unchanged';
    this.write(uri, changed);
    return 'saved';
  }

  async #answer<T>(uri: string, answer: () => T): Promise<T> {
    await Promise.resolve();
    if (this.unreadable.has(uri)) throw new Error('no permission');
    return answer();
  }
}
