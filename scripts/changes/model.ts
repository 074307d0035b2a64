import type { ChangeKind } from '../../src/core/review/kinds.ts';
import type { Role } from '../../src/core/review/role.ts';

/** One commit of a sample repository. */
export interface Step {
  readonly message: string;
  /** Default: the repository's own author. */
  readonly by?: string;
  /** Who has the editor open: default Mara, who wrote most of it. */
  readonly readBy?: string;
  /** Default `main`. */
  readonly branch?: string;
  readonly write?: Readonly<Record<string, string>>;
  /** Pairs of what stands there now and what shall stand there. */
  readonly edit?: Readonly<Record<string, readonly (readonly [old: string, now: string])[]>>;
  readonly remove?: readonly string[];
  readonly move?: Readonly<Record<string, string>>;
  /** What the selection must say; absent for a commit that only lays the ground. */
  readonly expects?: Expectation;
}

/** What somebody who reviews that commit needs, written by hand. */
export interface Expectation {
  readonly role?: Role;
  readonly kinds: readonly ChangeKind[];
  /** Ids of items that must be in sight; empty together with `nothing` means that nothing may be selected. */
  readonly inSight: readonly string[];
  /** Ids of items that may be neither in sight nor mentioned. */
  readonly never?: readonly string[];
  /** What the sentence says when nothing fits. */
  readonly nothing?: RegExp;
}

export interface Repository {
  readonly name: string;
  readonly steps: readonly Step[];
}

export const mara = 'Mara Lindqvist <mara@kettle-and-leaf.example>';
export const tomas = 'Tomas Okafor <tomas@kettle-and-leaf.example>';

export function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}
