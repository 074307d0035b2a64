import type { Mentor } from '../core/mentor.ts';

/** One command. The argument is the row of a view, a menu's own argument, or absent. */
export type Verb = (mentor: Mentor, argument?: unknown) => Promise<void>;
