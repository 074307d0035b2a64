import type { Kind } from './kinds.ts';
import type { Severity } from './severity.ts';

/** Ids of the checklists that belong to each kind of problem. */
const ofKind: Readonly<Record<Kind, readonly string[]>> = {
  bottleneck: ['bottleneck'],
  glitch: ['glitch'],
  broken: ['broken'],
  unknown: ['triage-issue'],
  'not-a-problem': [],
};

/** Ids, in the order of work: an S1 is run as a live incident first, what kind of problem it is comes after that. */
export function checklistsFor(kind: Kind, severity: Severity): string[] {
  return [...(severity === 'S1' ? ['incident-live'] : []), ...ofKind[kind]];
}
