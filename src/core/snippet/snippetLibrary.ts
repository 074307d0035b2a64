import { Emitter, type Disposable, type Event } from '../emitter.ts';
import type { Layer } from '../library/checklistLibrary.ts';
import type { FileEntry, Files, Log, Places, Settings } from '../ports.ts';
import { reviewLanguages } from './addSnippet.ts';
import { labelStyleOf, withLabelStyle, type LabelProblem, type LabelStyle } from './labels.ts';
import { parseSnippets, problemIn, type Snippet, type SnippetFileProblem } from './snippet.ts';

export interface SnippetEntry extends Snippet {
  readonly layer: Layer;
  readonly uri: string;
  /** The workspace folder's name; absent outside the team layer. */
  readonly workspace?: string;
  /** The layer whose snippet of the same name this one replaces. */
  readonly replaces?: Layer;
}

export interface BrokenFile {
  readonly uri: string;
  readonly name: string;
  readonly problem: SnippetFileProblem;
}

interface Read {
  readonly entries: readonly SnippetEntry[];
  readonly broken: readonly BrokenFile[];
}

/** The extension of files with snippets for several languages. */
const SNIPPETS = '.code-snippets';

/**
 * The review snippets of all layers: a team's replace a user's of the same name, and those built-in ones. From files of users and
 * teams, those count whose prefix begins with `rv-` and that are for a language in which reviews are written. Read at first use and
 * again after a change.
 */
export class SnippetLibrary implements Disposable {
  readonly #host: { files: Files; places: Places; settings: Settings; log: Log };
  readonly #changed = new Emitter<void>();
  readonly #subscriptions: Disposable[];
  #watched: Disposable[] = [];
  #folders: readonly string[] = [];
  #read: Promise<Read> | undefined;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(host: { files: Files; places: Places; settings: Settings; log: Log }) {
    this.#host = host;
    this.#subscriptions = [
      host.places.onDidChange(() => this.refresh()),
      host.settings.onDidChange(() => this.#changed.fire()),
      host.files.onDidChange(({ uri }) => {
        if (this.#folders.some((folder) => uri.startsWith(`${folder}/`)) && /\.(code-snippets|json)$/.test(uri))
          this.refresh();
      }),
    ];
  }

  /** By topic, those of a team's or user's own topics first, otherwise in the order of the built-in file; labels as the team writes them. */
  async snippets(): Promise<readonly SnippetEntry[]> {
    const { entries } = await this.#load();
    const { style } = this.labelStyle;
    return entries.map((entry) =>
      entry.layer === 'built-in' ? { ...entry, body: withLabelStyle(entry.body, style) } : entry,
    );
  }

  /** Files that are read only up to a fault. */
  async brokenFiles(): Promise<readonly BrokenFile[]> {
    return (await this.#load()).broken;
  }

  get labelStyle(): { style: LabelStyle; problems: readonly LabelProblem[] } {
    const { reviewLabels, reviewLabelFormat } = this.#host.settings;
    return labelStyleOf(reviewLabels, reviewLabelFormat);
  }

  refresh(): void {
    this.#read = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watched, this.#changed]) one.dispose();
  }

  #load(): Promise<Read> {
    return (this.#read ??= this.#readAll());
  }

  async #readAll(): Promise<Read> {
    const { places } = this.#host;
    const [user, team] = [places.userSnippets(), places.teamSnippets()];
    this.#watch([...user, ...team.map(({ folder }) => folder)]);
    const builtIn = { uri: places.builtInSnippets, name: 'review.code-snippets' };
    const read = await Promise.all([
      this.#readFile(builtIn, 'built-in'),
      ...user.map((folder) => this.#readFolder(folder, 'user')),
      ...team.map(({ folder, workspace }) => this.#readFolder(folder, 'team', workspace)),
    ]);
    return { entries: layered(read.flatMap(({ entries }) => entries)), broken: read.flatMap(({ broken }) => broken) };
  }

  #watch(folders: readonly string[]): void {
    if (folders.join('\n') === this.#folders.join('\n')) return;
    for (const one of this.#watched) one.dispose();
    this.#folders = folders;
    this.#watched = folders.map((folder) => this.#host.files.watch(folder, '{code-snippets,json}'));
  }

  /** A folder or file that cannot be read is named in the log and left out; the other snippets are there all the same. */
  async #readFolder(folder: string, layer: Layer, workspace?: string): Promise<Read> {
    const isWanted = ({ name }: FileEntry): boolean =>
      name.endsWith(SNIPPETS) || (layer === 'user' && languageOf(name) !== undefined);
    const files = await this.#host.files.list(folder, '{code-snippets,json}').catch((error: unknown) => {
      this.#host.log.error(`Cannot read ${folder}`, error);
      return [];
    });
    const read = await Promise.all(files.filter(isWanted).map((file) => this.#readFile(file, layer, workspace)));
    return { entries: read.flatMap(({ entries }) => entries), broken: read.flatMap(({ broken }) => broken) };
  }

  async #readFile({ uri, name }: FileEntry, layer: Layer, workspace?: string): Promise<Read> {
    const text = await this.#host.files.read(uri).catch((error: unknown) => {
      this.#host.log.error(`Cannot read ${uri}`, error);
      return undefined;
    });
    if (text === undefined) return { entries: [], broken: [] };
    const problem = problemIn(text);
    if (problem) this.#host.log.warn(`${name}:${problem.line + 1}:${problem.column + 1}: ${problem.code}`);
    const found = parseSnippets(text).filter((one) => layer === 'built-in' || isForReviews(one));
    return {
      entries: found.map((one) => ({ ...one, layer, uri, ...(workspace === undefined ? {} : { workspace }) })),
      broken: problem ? [{ uri, name, problem }] : [],
    };
  }
}

function isForReviews({ prefixes, scope }: Snippet): boolean {
  const isInScope = !scope || scope.some((language) => (reviewLanguages as readonly string[]).includes(language));
  return isInScope && prefixes.some((prefix) => prefix.startsWith('rv-'));
}

/** The language of a user's file for one language: `markdown.json`. */
function languageOf(name: string): string | undefined {
  return reviewLanguages.find((language) => name === `${language}.json`);
}

/** What is offered when the given entries lie over each other in their order. */
function layered(read: readonly SnippetEntry[]): SnippetEntry[] {
  const byName = new Map<string, SnippetEntry>();
  for (const entry of read) {
    const below = byName.get(entry.name);
    byName.set(entry.name, below ? { ...entry, replaces: below.layer } : entry);
  }
  const usual = new Set(read.filter(({ layer }) => layer === 'built-in').map(({ topic }) => topic));
  const byTopic = Map.groupBy(byName.values(), ({ topic }) => topic);
  const topics = [...byTopic.keys()];
  return [...topics.filter((topic) => !usual.has(topic)), ...topics.filter((topic) => usual.has(topic))].flatMap(
    (topic) => byTopic.get(topic)!,
  );
}
