/**
 * What the host layers, the command line and outside checks may use; nothing else of the core is public. Offsets are UTF-16 code
 * units, ranges half-open. Each of these returns for any string; none throws.
 */
export { findBlocks } from './block/find.ts';
export { refreshBlock, type RefreshOptions } from './block/refresh.ts';
export { renderBlock, type RenderOptions } from './block/render.ts';
export { setItemState } from './block/edit.ts';
export type { Block, BlockItem, BlockSection, ItemRef, ItemState } from './block/model.ts';
export { parseChecklist } from './checklist/parse.ts';
export type { AppliesTo, Checklist, ChecklistKind, Group, Item, Section } from './checklist/model.ts';
export type { Problem, ProblemCode } from './checklist/problems.ts';
export { parseRecord } from './record/parse.ts';
export type { RecordInfo, RecordKind, RecordStatus } from './record/model.ts';
export { redact, type Finding, type Redaction, type RedactOptions } from './redact/redact.ts';
export type { ExtraPattern, PatternProblem } from './redact/extraPatterns.ts';
export type {
  Change,
  ChangeCommit,
  ChangedFile,
  ChangedLine,
  ChangeOrigin,
  FileStatus,
  Hunk,
  Person,
} from './review/change.ts';
export type { ChangeKind, KindFinding } from './review/kinds.ts';
export { parseDiff, type ParseDiffOptions } from './review/parseDiff.ts';
export { placeSelection, type SelectionPlacement } from './review/placeSelection.ts';
export { proposeRole, type Role, type RoleProposal } from './review/role.ts';
export { selectChecklists } from './review/select.ts';
export type { SelectedBlock, SelectedItem, Selection, SelectionReason, SelectOptions } from './review/selection.ts';
export type { Place, Signal, SignalCode } from './review/signals/signal.ts';
export type { ChangeSize, SizeAdvice } from './review/size.ts';
export { parseStackTraces } from './stackTrace/parse.ts';
export type { Frame, Relation, StackTrace } from './stackTrace/stackTrace.ts';
export { applyEdits, type Range, type TextEdit } from './text/edits.ts';
export { classify } from './triage/classify.ts';
export type { Confidence, Flag, Kind, Reason, Report, ScoredKind, Verdict } from './triage/kinds.ts';
export { severityOf, type Impact, type Severity, type SeverityFlag, type Urgency } from './triage/severity.ts';
