import type { ItemState, Progress } from '../block/model.ts';
import type { ChecklistKind } from '../checklist/model.ts';
import type { Layer } from '../library/checklistLibrary.ts';
import type { RecordInfo } from '../record/model.ts';
import type { MarkdownWords } from './markdown.ts';
import type { Layout } from './model.ts';

/** The words of the Guide, in the user's language. */
export interface GuideWords extends MarkdownWords {
  readonly title: string;
  readonly emptyTitle: string;
  readonly emptyText: string;

  readonly why: string;
  readonly how: string;
  readonly ask: string;
  readonly evidence: string;
  readonly notes: string;
  readonly pastProblem: string;
  readonly sections: string;
  readonly sources: string;

  readonly must: string;
  state(state: ItemState): string;
  /** `what`: files and since when. */
  recheck(what: string): string;
  onlyFor(values: readonly string[]): string;
  position(position: number, count: number): string;
  itemCount(count: number): string;
  progress(progress: Progress): string;
  kind(kind: ChecklistKind): string;
  layer(layer: Layer): string;
  revised(day: string): string;
  /** Empty when there is nothing worth saying: a record without severity that is open. */
  status(info: RecordInfo): string;

  /** For items before the first heading of a section. */
  readonly untitledSection: string;
  readonly untitledText: string;
  readonly notInLibrary: string;
  readonly everythingSettled: string;

  readonly place: string;
  readonly markGroup: string;
  readonly moveGroup: string;
  readonly done: string;
  readonly reopen: string;
  readonly rechecked: string;
  readonly notApplicable: string;
  readonly problem: string;
  readonly note: string;
  readonly copyQuestion: string;
  readonly previous: string;
  readonly next: string;
  readonly previousItem: string;
  readonly nextItem: string;
  readonly previousSection: string;
  readonly nextSection: string;
  readonly start: string;
  readonly startChecklist: string;
  readonly insert: string;
  readonly continue: string;
  readonly openRecord: string;
  readonly resolve: string;
  /** The way to the layout that is not shown now. */
  switchTo(layout: Layout): string;

  readonly noteAdded: string;
  readonly copied: string;
  readonly typed: string;
}
