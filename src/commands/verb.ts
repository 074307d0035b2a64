import type { Mentor } from '../core/mentor.ts';

/** One command. The argument is the row of a view, a menu's own argument, or absent; some menus give a context besides. */
export type Verb = (mentor: Mentor, argument?: unknown, context?: unknown) => Promise<void>;
