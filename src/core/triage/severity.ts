/** How much harm: I1 is the worst. */
export type Impact = 'I1' | 'I2' | 'I3' | 'I4';
/** How soon it matters: U1 is now. */
export type Urgency = 'U1' | 'U2' | 'U3';
/** The effect of a problem: S1 is the worst. Never the same field as priority, which is an order of work. */
export type Severity = 'S1' | 'S2' | 'S3' | 'S4';

/** A suspicion (or, if `confirmed`, a fact) that raises the severity. */
export interface SeverityFlag {
  readonly kind: 'security' | 'data-loss';
  /** Absent counts as `false`. */
  readonly confirmed?: boolean;
}

/** A level with the words that people choose it by. */
export interface Level<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description: string;
}

/** A severity with what it asks for. */
export interface SeverityLevel extends Level<Severity> {
  /** What happens now, in one line. */
  readonly response: string;
  /** Minutes until the next update is due; `undefined` means: at the next triage, no clock. */
  readonly updateMinutes: number | undefined;
}

/** The rubric for impact, worst first (section 3.2 of the triage design). */
export const impacts: readonly Level<Impact>[] = [
  {
    id: 'I1',
    label: 'Everyone, or irreparable',
    description: 'All or most users, lost data, a security exposure, a legal duty.',
  },
  { id: 'I2', label: 'Many, no way around', description: 'Many users, or a core flow without a workaround.' },
  { id: 'I3', label: 'Some, or a way around', description: 'Some users, or the workaround is acceptable.' },
  { id: 'I4', label: 'A nuisance', description: 'Cosmetic or inconvenient.' },
];

/** The rubric for urgency, soonest first. */
export const urgencies: readonly Level<Urgency>[] = [
  {
    id: 'U1',
    label: 'Now, growing, or due in 24 hours',
    description: 'It is happening now, it grows, or a deadline is less than 24 hours away.',
  },
  { id: 'U2', label: 'This iteration', description: 'It has to be solved within the current iteration.' },
  { id: 'U3', label: 'Can wait', description: 'Nothing gets worse while it waits.' },
];

/** What each severity asks for, worst first. The times are a choice of this product, after public incident handbooks. */
export const severities: readonly SeverityLevel[] = [
  {
    id: 'S1',
    label: 'Critical',
    description: 'Most users, data or security are hit, and it matters now.',
    response: 'Run it as a live incident with a named lead; update every 30 minutes.',
    updateMinutes: 30,
  },
  {
    id: 'S2',
    label: 'Major',
    description: 'Many users or a core flow suffer.',
    response: 'Name an owner now; update every 2 hours in working time.',
    updateMinutes: 120,
  },
  {
    id: 'S3',
    label: 'Moderate',
    description: 'Some users suffer, or there is a way around.',
    response: 'Name an owner today; update daily.',
    updateMinutes: 1440,
  },
  {
    id: 'S4',
    label: 'Minor',
    description: 'Inconvenient, and it can wait.',
    response: 'Put it on the backlog; update at the next triage.',
    updateMinutes: undefined,
  },
];

const table: Readonly<Record<Impact, Readonly<Record<Urgency, Severity>>>> = {
  I1: { U1: 'S1', U2: 'S1', U3: 'S2' },
  I2: { U1: 'S1', U2: 'S2', U3: 'S3' },
  I3: { U1: 'S2', U2: 'S3', U3: 'S4' },
  I4: { U1: 'S3', U2: 'S4', U3: 'S4' },
};

/**
 * The severity that the rubric gives. A confirmed security or data-loss flag makes it S1, a suspected one at least S2.
 * A level that is not in the rubric (a hand-edited record) counts as the worst: doubt goes up.
 */
export function severityOf(impact: Impact, urgency: Urgency, flags: readonly SeverityFlag[] = []): Severity {
  const row = Object.hasOwn(table, impact) ? table[impact] : table.I1;
  const base = Object.hasOwn(row, urgency) ? row[urgency] : row.U1;
  if (flags.some((flag) => flag.confirmed === true)) return 'S1';
  if (flags.length > 0 && base !== 'S1') return 'S2';
  return base;
}
