import type { Verb } from './verb.ts';

export const showResolved: Verb = async (mentor) => mentor.filter.showResolved(true);

export const hideResolved: Verb = async (mentor) => mentor.filter.showResolved(false);

/** Reads everything anew. */
export const refresh: Verb = async (mentor) => {
  mentor.checklists.refresh();
  mentor.records.refresh();
  mentor.snippets.refresh();
};
