import type { changeKinds } from '../checklist/onlyFor.ts';
import { inlineCode } from '../markdown/write.ts';
import { singleLine } from '../text/lines.ts';
import type { Change, ChangeCommit } from './change.ts';
import { isProgram, isTest, isUserInterface } from './fileKind.ts';
import { movedLines } from './moved.ts';

export type ChangeKind = (typeof changeKinds)[number];

/** One kind that a change is of, with the evidence. A change may be of several kinds, or of none. */
export interface KindFinding {
  readonly kind: ChangeKind;
  /** Sentences without a full stop, the weightiest first. */
  readonly reasons: readonly string[];
}

/** Points from which on a kind holds. *(choice)* */
const ENOUGH = 3;
/** Of the commits that name a kind at all, the share that must name this one: one fix in ten commits is not the change. *(choice)* */
const SHARE = 1 / 3;
/** Share of the added lines that stood elsewhere before. *(choice)* */
const MOVED = 0.6;

interface Evidence {
  readonly points: number;
  readonly reason: string;
}

const CONVENTIONAL: Readonly<Record<string, ChangeKind>> = {
  fix: 'bug-fix',
  hotfix: 'bug-fix',
  bugfix: 'bug-fix',
  feat: 'feature',
  feature: 'feature',
  refactor: 'refactor',
  perf: 'performance',
};
/** Parts of a program that a "fix" may be about without mending what users meet. */
const CHORES =
  /\b(?:typos?|spelling|lint(?:er|ing)?|format(?:ting)?|indentation|comments?|docs?|documentation|readme|ci|pipeline|workflow|build|flaky|tests?)\b/i;

const SUBJECTS: readonly (readonly [kind: ChangeKind, pattern: RegExp, points: number])[] = [
  ['bug-fix', /^(?:fix(?:e[sd])?|correct|repair|mend|resolve|prevent|avoid|stop|do not|don't|handle)\b/i, 3],
  ['feature', /^(?:add|introduce|implement|support|allow|let|offer|show|enable|create|provide)\b/i, 2],
  [
    'refactor',
    /^(?:refactor|rename|extract|move|split|inline|restructure|simplify|clean ?up|tidy|reorgani[sz]e|deduplicate|unify)\b/i,
    3,
  ],
  ['performance', /^(?:speed up|optimi[sz]e|cache|batch|parallelize|debounce|throttle|make .{1,40} faster)\b/i, 3],
  ['performance', /\b(?:performance|faster|slow(?:er|ness)?|latency|throughput|n\+1|allocations?|memory use)\b/i, 2],
  ['performance', /^reduce\b.{0,40}\b(?:time|memory|latency|allocations|queries|load)\b/i, 3],
  ['removal', /^(?:remove|delete|drop|retire|deprecate|get rid of)\b/i, 2],
];

/** What kinds of change this is, in the order of `changeKinds`. Says nothing where messages, names and the shape of the diff say nothing. */
export function kindsOf(change: Change): KindFinding[] {
  const found = new Map<ChangeKind, Evidence[]>();
  const add = (kind: ChangeKind, points: number, reason: string): void => {
    found.set(kind, [...(found.get(kind) ?? []), { points, reason }]);
  };
  for (const [kind, evidence] of messageEvidence(change.commits)) add(kind, evidence.points, evidence.reason);
  for (const [kind, evidence] of branchEvidence(change.branch)) add(kind, evidence.points, evidence.reason);
  shapeEvidence(change, add);
  const order: readonly ChangeKind[] = ['bug-fix', 'feature', 'refactor', 'performance', 'removal', 'ui'];
  return order.flatMap((kind) => {
    const evidence = found.get(kind) ?? [];
    if (evidence.reduce((sum, { points }) => sum + points, 0) < ENOUGH || !isPossible(kind, change)) return [];
    return [{ kind, reasons: evidence.toSorted((a, b) => b.points - a.points).map(({ reason }) => reason) }];
  });
}

/** A kind needs something that it can be about, whatever the message says. */
function isPossible(kind: ChangeKind, { files }: Change): boolean {
  const written = files.filter((file) => !file.isGenerated);
  if (kind === 'ui') return true;
  if (kind === 'removal') {
    const [added, removed] = [sum(written.map((f) => f.added.length)), sum(written.map((f) => f.removed.length))];
    return removed > added && written.some((file) => isProgram(file) || file.path.endsWith('.sql'));
  }
  return written.some((file) => isProgram(file) || isUserInterface(file.path) || file.path.endsWith('.sql'));
}

function messageEvidence(commits: readonly ChangeCommit[]): [ChangeKind, Evidence][] {
  const named = new Map<ChangeKind, Evidence & { count: number }>();
  let telling = 0;
  for (const { message } of commits) {
    const subject = message.split('\n', 1)[0]!.trim();
    if (/^(?:Merge|Revert)\b/.test(subject)) continue;
    const kinds = kindsOfMessage(subject, message);
    if (kinds.size) telling++;
    for (const [kind, points] of kinds) {
      const known = named.get(kind);
      const reason = `the commit ${inlineCode(singleLine(subject).slice(0, 72))} says so`;
      named.set(kind, {
        points: Math.max(points, known?.points ?? 0),
        reason: known && known.points >= points ? known.reason : reason,
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...named]
    .filter(([, { count }]) => count >= telling * SHARE)
    .map(([kind, { points, reason }]) => [kind, { points, reason }]);
}

function kindsOfMessage(subject: string, message: string): Map<ChangeKind, number> {
  const kinds = new Map<ChangeKind, number>();
  const add = (kind: ChangeKind, points: number): unknown => kinds.set(kind, (kinds.get(kind) ?? 0) + points);
  const conventional = /^(\w+)(?:\([^)]*\))?!?:\s*(.*)$/.exec(subject);
  const type = conventional?.[1]?.toLowerCase() ?? '';
  if (conventional && !Object.hasOwn(CONVENTIONAL, type) && /^(?:chore|docs|test|ci|build|style|revert)$/.test(type))
    return kinds;
  if (conventional && Object.hasOwn(CONVENTIONAL, type)) add(CONVENTIONAL[type]!, 4);
  const words = conventional?.[2] ?? subject.replace(/^\[[^\]]*\]\s*/, '');
  for (const [kind, pattern, points] of SUBJECTS) if (pattern.test(words)) add(kind, points);
  if (/\b(?:fix(?:es|ed)?|resolves?)\s+(?:#\d+|[A-Z]{2,}-\d+)/i.test(message)) add('bug-fix', 2);
  if (CHORES.test(words) && type === '') for (const kind of ['bug-fix', 'feature'] as const) kinds.delete(kind);
  return kinds;
}

const BRANCHES: readonly (readonly [ChangeKind, RegExp])[] = [
  ['bug-fix', /^(?:bug-?)?fix(?:es)?$|^hotfix$|^bugs?$/i],
  ['feature', /^feat(?:ures?)?$/i],
  ['refactor', /^refactor(?:ing)?$|^cleanup$/i],
  ['performance', /^perf(?:ormance)?$|^optimi[sz]e$/i],
  ['removal', /^(?:remove|removal|deprecate|drop)$/i],
  ['ui', /^(?:ui|ux|design)$/i],
];

function branchEvidence(branch = ''): [ChangeKind, Evidence][] {
  const parts = branch
    .split('/')
    .slice(0, -1)
    .concat(branch.includes('/') ? [] : (/^[a-z]+(?=-)/i.exec(branch)?.[0] ?? []));
  return BRANCHES.filter(([, pattern]) => parts.some((part) => pattern.test(part))).map(([kind]) => [
    kind,
    { points: 3, reason: `the branch is called ${inlineCode(branch)}` },
  ]);
}

function shapeEvidence({ files }: Change, add: (kind: ChangeKind, points: number, reason: string) => void): void {
  const written = files.filter((file) => !file.isGenerated && !file.isBinary && !isTest(file.path));
  const code = written.filter(isProgram);
  const [added, removed] = [
    sum(written.map((file) => file.added.length)),
    sum(written.map((file) => file.removed.length)),
  ];
  const deleted = code.filter((file) => file.status === 'deleted');
  if (deleted.length && removed >= 20 && removed >= added * 3)
    add(
      'removal',
      3,
      `${deleted.length === 1 ? `${inlineCode(deleted[0]!.path)} is` : `${deleted.length} files of code are`} deleted, and ${removed} lines go while ${added} come`,
    );
  else if (removed > added) add('removal', 1, `${removed} lines go while ${added} come`);
  const newFiles = code.filter((file) => file.status === 'added');
  const newLines = sum(code.map((file) => file.added.length - file.removed.length));
  if (newFiles.length && newLines >= 5) add('feature', 1, `${inlineCode(newFiles[0]!.path)} is new`);
  else if (newLines >= 10) add('feature', 1, `${newLines} lines of code more than before`);
  const renamed = code.filter((file) => file.status === 'renamed');
  const moved = movedLines(code);
  if (moved.added >= 15 && moved.moved >= moved.added * MOVED)
    add('refactor', 3, `${moved.moved} of ${moved.added} added lines stood elsewhere before`);
  if (renamed.length >= 2 && renamed.length * 2 >= code.length)
    add('refactor', 3, `${renamed.length} of ${code.length} files of code were moved`);
  const seen = written.find(
    (file) =>
      isUserInterface(file.path) &&
      file.status !== 'deleted' &&
      (!/\.[jt]sx$/.test(file.path) || file.added.some(({ text }) => /<[A-Za-z][\w.]*[\s/>]|className=/.test(text))) &&
      file.added.length > 0,
  );
  if (seen) add('ui', 3, `${inlineCode(seen.path)} is part of the user interface`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
