import { recordInFocus } from './focusOf.ts';
import type { Verb } from './verb.ts';

export const resolveRecord: Verb = (mentor, argument) =>
  mentor.records.setStatus(recordInFocus(mentor, argument).uri, 'resolved');

export const reopenRecord: Verb = (mentor, argument) =>
  mentor.records.setStatus(recordInFocus(mentor, argument).uri, 'open');
