import { setItemState } from '../../block/edit.ts';
import { findBlocks } from '../../block/find.ts';
import { isTicked, itemsOfBlock, type Block, type BlockItem } from '../../block/model.ts';
import { Emitter, type Disposable, type Event } from '../../emitter.ts';
import type { ChecklistLibrary } from '../../library/checklistLibrary.ts';
import type { Host } from '../../ports.ts';
import type { RecordInfo } from '../../record/model.ts';
import { parseRecordInfo } from '../../record/parse.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { lineEdits } from '../../text/lineEdits.ts';
import { correctionIn } from '../correction.ts';
import type { StandQuestion } from './readStand.ts';
import {
  commitsIn,
  isSameCommit,
  isStand,
  remembers,
  withRechecks,
  type RememberingInfo,
  type Standing,
} from './stand.ts';

interface Known {
  /** What was asked: other commits are another question. `STALE` since HEAD moved: what is known is shown until the new answer is there. */
  question: string;
  standing?: Standing | undefined;
  /** Keys of the items that were ticked when the text was seen last. */
  ticked: ReadonlySet<string>;
}

const STALE = '';

type MemoryHost = Pick<Host, 'changes' | 'branches' | 'settings' | 'log' | 'files'>;

/**
 * What commits did to reviews, asked of version control for the records that somebody looks at and kept until HEAD moves. Derived:
 * nothing of it is stored but what the records say themselves.
 */
export class ReviewMemory implements Disposable {
  readonly #host: MemoryHost;
  readonly #checklists: Pick<ChecklistLibrary, 'entries'>;
  readonly #changed = new Emitter<string>();
  readonly #known = new Map<string, Known>();
  readonly #subscription: Disposable;
  #watching: Disposable | undefined;

  /** The URI of a record whose stand is known by now, or may have changed. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(host: MemoryHost, checklists: Pick<ChecklistLibrary, 'entries'>) {
    this.#host = host;
    this.#checklists = checklists;
    this.#subscription = host.files.onDidChange(({ uri, isTyped }) => {
      if (isTyped)
        this.#onTyped(uri).catch((error: unknown) => host.log.error(`A tick in ${uri} was not noted`, error));
    });
  }

  /** The blocks of a record as they are to be shown. Until version control has answered, as they are written; then tells. */
  shown(uri: string, info: RecordInfo, blocks: readonly Block[]): readonly Block[] {
    return withRechecks(blocks, info, this.standing(uri, info, blocks));
  }

  /** The same from the text of a record; of any other text, the blocks as they are written. */
  shownIn(uri: string, text: string): readonly Block[] {
    const blocks = findBlocks(text);
    return /^commit:/m.test(text) ? this.shown(uri, parseRecordInfo(text).record, blocks) : blocks;
  }

  /** The same by what is known already: asks nobody. */
  known(uri: string, info: RecordInfo, blocks: readonly Block[]): readonly Block[] {
    return withRechecks(blocks, info, this.#known.get(uri)?.standing);
  }

  /** What is known now; `undefined` when nothing is yet, or the record remembers no commit. */
  standing(uri: string, info: RecordInfo, blocks: readonly Block[]): Standing | undefined {
    if (!remembers(info)) return undefined;
    const { repository, branch, base, baseCommit, commit } = info;
    const items = blocks.flatMap(itemsOfBlock);
    const question = JSON.stringify([repository, branch, base, baseCommit, commit, commitsIn(items, info)]);
    const known: Known = this.#known.get(uri) ?? { question: STALE, ticked: tickedIn(items) };
    if (known.question === question) return known.standing;
    known.question = question;
    this.#known.set(uri, known);
    this.#watching ??= this.#host.branches.onDidMove(() => this.#onDidMove());
    this.#answer(uri, known, this.#read(info, blocks)).catch((error: unknown) =>
      this.#host.log.error(`Where ${uri} stands could not be read`, error),
    );
    return known.standing;
  }

  /** Reads anew where a record stands, the change as it is now included. `undefined` when the text remembers no commit. */
  async look(text: string): Promise<Standing | undefined> {
    const { record: info } = parseRecordInfo(text);
    return remembers(info)
      ? this.#read(info, findBlocks(text), { isWhole: true, correction: correctionIn(text) })
      : undefined;
  }

  /**
   * The commit that an answer given now is about, when that is not the record's own: the branch has moved on since. `undefined` when it
   * has not, and when nobody knows.
   */
  async commitToNote(uri: string): Promise<string | undefined> {
    const text = (await this.#host.files.read(uri)) ?? '';
    if (!/^commit:/m.test(text)) return undefined;
    const { record: info } = parseRecordInfo(text);
    if (!remembers(info)) return undefined;
    const followed = await this.#host.branches.follow(info).catch(() => 'unavailable' as const);
    return typeof followed === 'string' ? undefined : headAhead(info, followed.head);
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #answer(uri: string, known: Known, reading: Promise<Standing>): Promise<void> {
    const { question } = known;
    const standing = await reading;
    if (known.question !== question) return;
    known.standing = standing;
    this.#changed.fire(uri);
  }

  async #read(
    info: RememberingInfo,
    blocks: readonly Block[],
    more: Pick<StandQuestion, 'isWhole' | 'correction'> = {},
  ): Promise<Standing> {
    const [{ readStand }, entries] = await Promise.all([import('./readStand.ts'), this.#checklists.entries()]);
    const checklists = entries.map(({ checklist }) => checklist);
    const { methodology } = this.#host.settings;
    return readStand(this.#host, { info, blocks, checklists, methodology, ...more });
  }

  /** Those who still show a record ask again; a record that nobody asked for since the last time is forgotten, the last one ends it. */
  #onDidMove(): void {
    for (const [uri, known] of this.#known) if (known.question === STALE) this.#known.delete(uri);
    for (const known of this.#known.values()) known.question = STALE;
    for (const uri of Array.from(this.#known.keys())) this.#changed.fire(uri);
    if (this.#known.size) return;
    this.#watching?.dispose();
    this.#watching = undefined;
  }

  /** A box that is ticked by hand, in a text or in the WYSIWYG editor, is an answer about the branch as it is now too. */
  async #onTyped(uri: string): Promise<void> {
    const known = this.#known.get(uri);
    if (!known) return;
    const text = (await this.#host.files.read(uri)) ?? '';
    const before = known.ticked;
    known.ticked = tickedIn(itemsIn(text));
    const { standing } = known;
    if (!isStand(standing) || !noteTicks(text, before, standing.head).length) return;
    await this.#host.files.edit(uri, (now) => noteTicks(now, before, standing.head));
  }
}

/** Edits that note the commit below items which were not ticked before and are now, and take away what was to be checked again. */
function noteTicks(text: string, before: ReadonlySet<string>, head: string): TextEdit[] {
  const { record: info } = parseRecordInfo(text);
  if (!remembers(info)) return [];
  const commit = headAhead(info, head);
  const isUnsaid = ({ recheck, checkedAt }: BlockItem): boolean =>
    recheck !== undefined || (commit !== undefined && !isSameCommit(checkedAt ?? info.commit, commit));
  const items = itemsIn(text).filter((item) => isTicked(item) && !before.has(keyOf(item)) && isUnsaid(item));
  const noted = items.reduce((now, item) => applyEdits(now, setItemState(now, item, item.state, commit)), text);
  return lineEdits(text, noted);
}

function headAhead({ commit }: RememberingInfo, head: string): string | undefined {
  return isSameCommit(head, commit) ? undefined : head;
}

function itemsIn(text: string): BlockItem[] {
  return findBlocks(text).flatMap(itemsOfBlock);
}

function tickedIn(items: readonly BlockItem[]): ReadonlySet<string> {
  return new Set(items.filter(isTicked).map(keyOf));
}

function keyOf({ checklist, occurrence, id }: BlockItem): string {
  return `${checklist}:${occurrence}:${id}`;
}
