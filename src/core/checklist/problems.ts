import type { Range } from '../text/edits.ts';

/** A fault in a checklist or record. What can be used is used all the same; the UI turns the code into a sentence. */
export type Problem = ProblemCode & {
  /** 0-based. */
  readonly line: number;
  readonly range: Range;
};

export type ProblemCode =
  | { readonly code: 'missing-front-matter' }
  | { readonly code: 'front-matter-syntax'; readonly message: string }
  | { readonly code: 'missing-key'; readonly key: string }
  | {
      readonly code: 'unknown-value';
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: 'invalid-id'; readonly id: string }
  | { readonly code: 'missing-title' }
  | { readonly code: 'no-items' }
  | { readonly code: 'item-outside-section'; readonly title: string }
  | { readonly code: 'empty-section'; readonly title: string }
  | { readonly code: 'duplicate-id'; readonly id: string }
  | { readonly code: 'repeated-entry'; readonly label: string; readonly title: string }
  | { readonly code: 'unclosed-block'; readonly id: string }
  | { readonly code: 'finding-place' | 'finding-reason' | 'duplicate-finding'; readonly id: string };
