import type { Range } from '../text/edits.ts';
import type { Anchor } from './anchor.ts';

/** A won't fix that we write always has a reason; a hand-written one may lack it. */
export type FindingState =
  { readonly kind: 'open' } | { readonly kind: 'resolved' } | { readonly kind: 'wont-fix'; readonly reason: string };

/** What a comment says, after https://conventionalcomments.org. */
export interface FindingWords {
  /** `issue`, `question`, ...; empty when the comment has none. */
  readonly label: string;
  readonly decorations: readonly string[];
  /** One line. */
  readonly subject: string;
  /** Markdown, lines joined with `\n`; empty when the subject says it all. */
  readonly body: string;
}

export interface FindingPlace {
  /** From the workspace's root, with `/`; with several roots it begins with a root's name. */
  readonly path: string;
  /** 0-based, as it was when the finding was written down. Absent for a finding about the whole file. */
  readonly line?: number;
  /** Absent where a person wrote the place by hand: then nothing tells whether the line is still the same one. */
  readonly anchor?: Anchor;
}

/** One comment of a review, as it stands in a record. */
export interface Finding extends FindingWords {
  /** Unique in its record. */
  readonly id: string;
  readonly state: FindingState;
  /** Absent for a finding about the change as a whole. */
  readonly place?: FindingPlace;
  /** What was answered, Markdown, oldest first. */
  readonly replies: readonly string[];
  /** 0-based line of the brackets. */
  readonly line: number;
  /** From the start of its first line to the last character nested below it. */
  readonly range: Range;
  /** The subject: what an editor selects. */
  readonly subjectRange: Range;
}

/** Names one finding of one record. */
export interface FindingTarget {
  readonly uri: string;
  readonly finding: string;
}

/** What a comment or a row hands to commands. `reply` counts from 0; absent for the finding itself. */
export interface FindingRow {
  readonly target: FindingTarget & { readonly reply?: number };
}

export function isOpen(finding: Pick<Finding, 'state'>): boolean {
  return finding.state.kind === 'open';
}

/** Only what says so blocks: whether an issue does is for its writer to say. */
export function isBlocking({ decorations }: Pick<FindingWords, 'decorations'>): boolean {
  return decorations.includes('blocking');
}

export interface FindingCount {
  readonly total: number;
  readonly open: number;
  /** Open ones that block. */
  readonly blocking: number;
}

export function countFindings(findings: readonly Finding[]): FindingCount {
  const open = findings.filter(isOpen);
  return { total: findings.length, open: open.length, blocking: open.filter(isBlocking).length };
}
