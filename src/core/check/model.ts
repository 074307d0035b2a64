import type { Block, BlockItem, Progress } from '../block/model.ts';
import type { LintFinding } from '../checklist/lint.ts';
import type { Problem } from '../checklist/problems.ts';
import type { RecordInfo } from '../record/model.ts';
import type { Range } from '../text/edits.ts';

/** What a text was taken for: its own front matter says so, or the folder that it lies in. */
export type TextKind = 'checklist' | 'record' | 'text';

/** What a machine found in one text. */
export interface Checked {
  readonly kind: TextKind;
  /** Only for a record. */
  readonly record?: RecordInfo;
  /** Empty for a checklist: its items are there to be copied, not to be ticked. */
  readonly blocks: readonly CheckedBlock[];
  /** In the order of the text. */
  readonly faults: readonly Fault[];
}

export interface CheckedBlock extends Pick<Block, 'checklist' | 'title'>, Progress {
  /** 0-based line of the opening marker. */
  readonly line: number;
  readonly items: readonly CheckedItem[];
}

/** Lines are 0-based lines of the whole text. */
export type CheckedItem = Pick<BlockItem, 'id' | 'title' | 'isMust' | 'state' | 'recheck' | 'notes' | 'line'>;

/** A rule that is broken. An `error` fails the check, a `warning` only a strict one. */
export type Fault = FaultCause & {
  readonly severity: 'error' | 'warning';
  /** 0-based line, and offsets in the whole text. */
  readonly line: number;
  readonly range: Range;
};

export type FaultCause =
  /** What the items of a block say. */
  | { readonly source: 'rule'; readonly rule: BrokenRule }
  /** The text cannot be read as it was meant. */
  | { readonly source: 'format'; readonly problem: Problem }
  /** A checklist that can be read, but that people will find hard to use. */
  | { readonly source: 'lint'; readonly finding: LintFinding };

export type BrokenRule =
  | { readonly code: 'open-must'; readonly title: string }
  | { readonly code: 'open-problem'; readonly title: string; readonly note: string; readonly isMust: boolean }
  | { readonly code: 're-check'; readonly title: string; readonly what: string; readonly isMust: boolean }
  | { readonly code: 'missing-reason'; readonly title: string }
  | { readonly code: 'no-block' };

/** The name of the rule, the same in every language. */
export function codeOf(cause: FaultCause): string {
  switch (cause.source) {
    case 'rule':
      return cause.rule.code;
    case 'format':
      return cause.problem.code;
    case 'lint':
      return cause.finding.rule;
  }
}
