import type { Checklist } from '../checklist/model.ts';
import type { Problem } from '../checklist/problems.ts';
import { parseChecklist } from '../checklist/parse.ts';
import { Emitter, type Disposable, type Event } from '../emitter.ts';
import type { Files, Log, Places } from '../ports.ts';
import { compareChecklists } from './order.ts';

/** Later layers replace checklists of the same id in earlier ones. */
export const layers = ['built-in', 'user', 'team'] as const;
export type Layer = (typeof layers)[number];

export interface LibraryEntry {
  readonly checklist: Checklist;
  readonly layer: Layer;
  readonly uri: string;
  /** The workspace folder's name; absent outside the team layer. */
  readonly workspace?: string;
  /** The layer whose checklist of the same id this one replaces. */
  readonly replaces?: Layer;
  readonly problems: readonly Problem[];
}

/** What the library needs of its host. */
export interface LibraryHost {
  readonly files: Pick<Files, 'list' | 'read' | 'watch' | 'onDidChange'>;
  readonly places: Pick<Places, 'builtInChecklists' | 'userChecklists' | 'teamChecklists' | 'onDidChange'>;
  readonly log: Log;
}

/** All checklists of all layers. Read at first use and again after a change; never scans beyond its folders. */
export class ChecklistLibrary implements Disposable {
  readonly #files: LibraryHost['files'];
  readonly #places: LibraryHost['places'];
  readonly #log: Log;
  readonly #changed = new Emitter<void>();
  readonly #subscriptions: Disposable[];
  #watched: Disposable[] = [];
  #folders: readonly string[] = [];
  #entries: Promise<readonly LibraryEntry[]> | undefined;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(host: LibraryHost) {
    this.#files = host.files;
    this.#places = host.places;
    this.#log = host.log;
    this.#subscriptions = [
      host.places.onDidChange(() => this.refresh()),
      host.files.onDidChange(({ uri }) => {
        if (this.#folders.some((folder) => uri.startsWith(`${folder}/`))) this.refresh();
      }),
    ];
  }

  /** What is offered: one entry for each id, disabled ones left out, in their usual order. */
  async entries(): Promise<readonly LibraryEntry[]> {
    return (this.#entries ??= this.#load());
  }

  /** `undefined` when no layer has it. */
  async find(id: string): Promise<LibraryEntry | undefined> {
    return (await this.entries()).find((entry) => entry.checklist.id === id);
  }

  refresh(): void {
    this.#entries = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watched, this.#changed]) one.dispose();
  }

  async #load(): Promise<readonly LibraryEntry[]> {
    const { userChecklists, teamChecklists } = {
      userChecklists: this.#places.userChecklists(),
      teamChecklists: this.#places.teamChecklists(),
    };
    this.#watch([...userChecklists, ...teamChecklists.map((place) => place.folder)]);
    const read = await Promise.all([
      this.#readFolder(this.#places.builtInChecklists, 'built-in'),
      ...userChecklists.map((folder) => this.#readFolder(folder, 'user')),
      ...teamChecklists.map((place) => this.#readFolder(place.folder, 'team', place.workspace)),
    ]);
    return layered(read.flat());
  }

  #watch(folders: readonly string[]): void {
    if (folders.join('\n') === this.#folders.join('\n')) return;
    for (const one of this.#watched) one.dispose();
    this.#folders = folders;
    this.#watched = folders.map((folder) => this.#files.watch(folder));
  }

  /** A folder or file that cannot be read is named in the log and left out; the other checklists are there all the same. */
  async #readFolder(folder: string, layer: Layer, workspace?: string): Promise<LibraryEntry[]> {
    const files = (await this.#attempt(folder, () => this.#files.list(folder))) ?? [];
    const entries = await Promise.all(
      files.map(async ({ uri, name }) => {
        const text = await this.#attempt(uri, () => this.#files.read(uri));
        if (text === undefined) return [];
        const { checklist, problems } = parseChecklist(text, name.replace(/\.md$/i, ''));
        for (const problem of problems) this.#log.warn(`${name}:${problem.line + 1}: ${problem.code}`);
        const isUsable = checklist.isDisabled || checklist.sections.some((section) => section.items.length > 0);
        return isUsable ? [{ checklist, layer, uri, problems, ...(workspace === undefined ? {} : { workspace }) }] : [];
      }),
    );
    return entries.flat();
  }

  async #attempt<T>(name: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      this.#log.error(`Cannot read ${name}`, error);
      return undefined;
    }
  }
}

/** What is offered when the given entries lie over each other in their order: by group, then by title. */
function layered(read: readonly LibraryEntry[]): LibraryEntry[] {
  const byId = new Map<string, LibraryEntry>();
  for (const entry of read) {
    const below = byId.get(entry.checklist.id);
    byId.set(entry.checklist.id, below ? { ...entry, replaces: below.layer } : entry);
  }
  return [...byId.values()]
    .filter((entry) => !entry.checklist.isDisabled)
    .toSorted((a, b) => compareChecklists(a.checklist, b.checklist));
}
