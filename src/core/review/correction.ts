import { changeKinds } from '../checklist/onlyFor.ts';
import type { ChangeKind } from './kinds.ts';
import type { Role } from './role.ts';

/** What the user says of a change in place of what it looks like. Absent: what it looks like. */
export interface Correction {
  readonly role?: Role;
  /** Empty = none of the kinds. */
  readonly kinds?: readonly ChangeKind[];
  /** A branch or tag that the branch is compared with. */
  readonly base?: string;
}

/** The comment that stands before the reasons. It keeps what the user corrected, so that inserting again heeds it. */
export function reasonsMarker({ role, kinds, base }: Correction = {}): string {
  const words = [
    ...(role === undefined ? [] : [`role=${role}`]),
    ...(kinds === undefined ? [] : [`kind=${kinds.join(',') || 'none'}`]),
    ...(base === undefined || !/^[^\s<>]+$/.test(base) ? [] : [`base=${base}`]),
  ];
  return ['<!-- tpm:reasons', ...words, '-->'].join(' ');
}

export const REASONS_MARKER = /<!-- tpm:reasons(?: [^<>]*)?-->/;

/** What the user corrected when a selection was last inserted into this text; empty when nothing, or nothing that can be read. */
export function correctionIn(text: string): Correction {
  const words = REASONS_MARKER.exec(text)?.[0].split(' ') ?? [];
  const valueOf = (key: string): string | undefined =>
    words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const [role, kind, base] = [valueOf('role'), valueOf('kind'), valueOf('base')];
  const kinds = changeKinds.filter((one) => kind?.split(',').includes(one));
  return {
    ...(role === 'author' || role === 'reviewer' ? { role } : {}),
    ...(kinds.length || kind === 'none' ? { kinds } : {}),
    ...(base ? { base } : {}),
  };
}
