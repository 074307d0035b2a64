import type { Disposable } from './emitter.ts';
import { Focus } from './focus.ts';
import { ChecklistLibrary } from './library/checklistLibrary.ts';
import type { Host } from './ports.ts';
import type { TriageDraft } from './triage/draft.ts';
import { RecordFilter } from './record/filter.ts';
import { Records } from './record/records.ts';
import { ReviewMemory } from './review/memory/reviewMemory.ts';
import { SnippetLibrary } from './snippet/snippetLibrary.ts';

/** All that commands and views work with. */
export interface Mentor extends Disposable {
  readonly host: Host;
  readonly checklists: ChecklistLibrary;
  readonly records: Records;
  readonly snippets: SnippetLibrary;
  readonly reviews: ReviewMemory;
  readonly focus: Focus;
  readonly filter: RecordFilter;
  /** What the user entered before pressing Escape, kept until the window closes. */
  unfinishedTriage?: TriageDraft;
  /** The review record that the last finding went to. */
  lastReview?: string;
}

export function createMentor(host: Host): Mentor {
  const checklists = new ChecklistLibrary(host);
  const records = new Records(host);
  const snippets = new SnippetLibrary(host);
  const reviews = new ReviewMemory(host, checklists);
  const focus = new Focus();
  const filter = new RecordFilter();
  return {
    host,
    checklists,
    records,
    snippets,
    reviews,
    focus,
    filter,
    dispose: () => [checklists, records, reviews, snippets, focus, filter].forEach((one) => one.dispose()),
  };
}
