export const recordKinds = ['triage', 'review', 'checklist'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const recordStatuses = ['open', 'mitigated', 'resolved', 'closed'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** The front matter of a record. Keys that the file does not have are absent; unknown keys stay in the file, unread. */
export interface RecordInfo {
  readonly kind: RecordKind;
  readonly title: string;
  readonly status: RecordStatus;
  /** Kind of problem, as written. */
  readonly problem?: string;
  readonly confidence?: string;
  /** What the evidence alone proposed, when the user decided otherwise: `bottleneck (medium)`. */
  readonly proposed?: string;
  readonly impact?: string;
  readonly urgency?: string;
  readonly severity?: string;
  /** Why the severity is not what impact and urgency give. */
  readonly severityReason?: string;
  readonly owner?: string;
  /** ISO 8601 date and time, as written. */
  readonly created?: string;
  readonly nextUpdate?: string;
  /** The repository's name, where the workspace had several. */
  readonly repository?: string;
  readonly branch?: string;
  /** What a reviewed branch was compared with: `origin/main`. */
  readonly base?: string;
  /** The commit that the reviewed change began at. */
  readonly baseCommit?: string;
  /** The commit that a triage saw; that a review has looked at up to. */
  readonly commit?: string;
  /** Names the fault, so that later triages find this one: `signatureOf` its stack trace. */
  readonly signature?: string;
  /** Ids of the checklists that the record was made with. */
  readonly checklists: readonly string[];
}

/** Work goes on: the record belongs in In Progress. */
export function isInProgress(record: RecordInfo): boolean {
  return record.status === 'open' || record.status === 'mitigated';
}
