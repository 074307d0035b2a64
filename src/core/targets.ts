import type { ItemRef } from './block/model.ts';
import type { Snippet } from './snippet/snippet.ts';

/** A record, or one item of a block in a record. */
export interface RecordTarget {
  readonly uri: string;
  readonly item?: ItemRef;
}

/** What rows of the views hand to commands. A command started elsewhere gets none of it and looks at the focus. */
export interface RecordRow {
  readonly target: RecordTarget;
}

export interface ChecklistRow {
  readonly checklistId: string;
}

export interface SnippetRow {
  readonly snippet: Snippet;
}
