import { blocksIn } from '../block/find.ts';
import type { Block } from '../block/model.ts';
import type { Problem } from '../checklist/problems.ts';
import { findingsIn } from '../finding/parse.ts';
import type { Finding } from '../finding/model.ts';
import { Emitter, type Disposable, type Event } from '../emitter.ts';
import { outlineOf } from '../markdown/outline.ts';
import type { Files, Host, RecordsPlace } from '../ports.ts';
import { recordFileName } from './fileName.ts';
import type { RecordInfo } from './model.ts';
import { isRecord, parseRecordInfo, unclosedBlocks } from './parse.ts';

/** How many files are read at a time. */
const BATCH = 32;

export interface RecordEntry {
  readonly uri: string;
  readonly name: string;
  readonly place: RecordsPlace;
  /** The workspace folder's name; absent for private records. */
  readonly workspace?: string;
  readonly info: RecordInfo;
  readonly problems: readonly Problem[];
  /** Parsed at first use. */
  readonly blocks: readonly Block[];
  /** Parsed at first use. */
  readonly findings: readonly Finding[];
}

type RecordFile = Pick<RecordEntry, 'uri' | 'name' | 'place' | 'workspace'>;

interface RecordFolder extends Pick<RecordEntry, 'place' | 'workspace'> {
  readonly folder: string;
}

type RecordsHost = Pick<Host, 'files' | 'places' | 'clock' | 'log'>;

/** The records of all record folders. A file is read once and again after it changed; nothing else is looked at. */
export class Records implements Disposable {
  readonly #files: Files;
  readonly #host: RecordsHost;
  readonly #changed = new Emitter<string | undefined>();
  readonly #subscriptions: Disposable[];
  readonly #read = new Map<string, Promise<RecordEntry | undefined>>();
  #watched: Disposable[] = [];
  #folders: readonly RecordFolder[] = [];
  #listing: Promise<readonly RecordFile[]> | undefined;

  /** The URI of the one record whose text changed; `undefined` when records came or went. */
  readonly onDidChange: Event<string | undefined> = this.#changed.event;

  constructor(host: RecordsHost) {
    this.#host = host;
    this.#files = host.files;
    this.#subscriptions = [
      host.places.onDidChange(() => this.refresh()),
      host.files.onDidChange(({ uri, isNewOrGone }) => this.#onFileChange(uri, isNewOrGone)),
    ];
  }

  /** Every record, newest first by file name. */
  async entries(): Promise<readonly RecordEntry[]> {
    const files = await (this.#listing ??= this.#list());
    const found: RecordEntry[] = [];
    for (let start = 0; start < files.length; start += BATCH) {
      const batch = files
        .slice(start, start + BATCH)
        .map(async (file) => this.#read.get(file.uri) ?? this.#entryOf(file));
      for (const entry of await Promise.all(batch)) if (entry) found.push(entry);
    }
    return found;
  }

  /** `undefined` when the file is gone or is no record. */
  async find(uri: string): Promise<RecordEntry | undefined> {
    const file = (await (this.#listing ??= this.#list())).find((one) => one.uri === uri);
    return file && (this.#read.get(uri) ?? this.#entryOf(file));
  }

  /** Writes a new record into the folder of that place and returns its URI. `workspace` chooses among several folders. */
  async create(place: RecordsPlace, title: string, text: string, workspace?: string): Promise<string> {
    const shared = this.#host.places.sharedRecords();
    const target = place === 'shared' ? (shared.find((one) => one.workspace === workspace) ?? shared[0]) : undefined;
    const folder = target?.folder ?? this.#host.places.privateRecords;
    const day = this.#host.clock.now().slice(0, 10);
    const uri = await this.#files.create(folder, (taken) => recordFileName(day, title, taken), text);
    this.refresh();
    return uri;
  }

  refresh(): void {
    this.#read.clear();
    this.#listing = undefined;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watched, this.#changed]) one.dispose();
  }

  #onFileChange(uri: string, isNewOrGone: boolean): void {
    if (!this.#folders.some(({ folder }) => uri.startsWith(`${folder}/`))) return;
    this.#read.delete(uri);
    if (isNewOrGone) this.#listing = undefined;
    this.#changed.fire(isNewOrGone ? undefined : uri);
  }

  async #list(): Promise<readonly RecordFile[]> {
    const folders = this.#recordFolders();
    this.#watch(folders);
    const listed = await Promise.all(
      folders.map(async ({ folder, ...place }) =>
        (await this.#files.list(folder)).map((file): RecordFile => ({ ...file, ...place })),
      ),
    );
    return listed.flat().toSorted((a, b) => (a.name < b.name ? 1 : a.name > b.name ? -1 : 0));
  }

  #recordFolders(): RecordFolder[] {
    const { places } = this.#host;
    const shared = places
      .sharedRecords()
      .map((one): RecordFolder => ({ folder: one.folder, place: 'shared', workspace: one.workspace }));
    return [{ folder: places.privateRecords, place: 'private' }, ...shared];
  }

  #watch(folders: readonly RecordFolder[]): void {
    if (folders.map(({ folder }) => folder).join('\n') === this.#folders.map(({ folder }) => folder).join('\n')) return;
    for (const one of this.#watched) one.dispose();
    this.#folders = folders;
    this.#watched = folders.map(({ folder }) => this.#files.watch(folder));
  }

  #entryOf(file: RecordFile): Promise<RecordEntry | undefined> {
    const reading = this.#files.read(file.uri).then(
      (text) => (text !== undefined && isRecord(text) ? entryFrom(text, file) : undefined),
      (error: unknown) => {
        this.#host.log.error(`Cannot read ${file.uri}`, error);
        return undefined;
      },
    );
    this.#read.set(file.uri, reading);
    return reading;
  }
}

function entryFrom(text: string, file: RecordFile): RecordEntry {
  const { record, problems } = parseRecordInfo(text);
  let blocks: readonly Block[] | undefined;
  let found: ReturnType<typeof findingsIn> | undefined;
  return {
    ...file,
    info: record,
    get blocks() {
      return (blocks ??= blocksIn(outlineOf(text)));
    },
    get findings() {
      return (found ??= findingsIn(text)).findings;
    },
    get problems() {
      found ??= findingsIn(text);
      return [...problems, ...unclosedBlocks(text, this.blocks), ...found.problems];
    },
  };
}
