import type { FindingState } from '../model.ts';
import type { PlacedFinding } from '../placed.ts';

/** What the findings were made on, as far as it is known. */
export interface ReviewFacts {
  readonly title: string;
  readonly branch?: string;
  readonly commit?: string;
}

/** One finding as it is exported. Lines are counted from 1. */
export interface ExportedFinding {
  readonly id: string;
  readonly label: string;
  readonly decorations: readonly string[];
  readonly state: FindingState['kind'];
  readonly reason?: string;
  readonly subject: string;
  readonly body: string;
  readonly replies: readonly string[];
  readonly path?: string;
  /** Where the line is now; absent when it is lost. */
  readonly line?: number;
  readonly placement?: 'exact' | 'moved' | 'lost';
}

/** All findings of a review as JSON, for scripts. `version` changes when a key changes its meaning. */
export function findingsAsJson(review: ReviewFacts, placed: readonly PlacedFinding[]): string {
  return `${JSON.stringify({ version: 1, review, findings: placed.map(exported) }, null, 2)}\n`;
}

function exported({ finding, placement }: PlacedFinding): ExportedFinding {
  const { id, label, decorations, state, subject, body, replies, place } = finding;
  return {
    id,
    label,
    decorations,
    state: state.kind,
    ...(state.kind === 'wont-fix' ? { reason: state.reason } : {}),
    subject,
    body,
    replies,
    ...(place ? { path: place.path } : {}),
    ...(placement && placement.kind !== 'lost' ? { line: placement.line + 1 } : {}),
    ...(placement ? { placement: placement.kind } : {}),
  };
}
