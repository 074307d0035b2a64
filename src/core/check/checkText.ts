import { findBlocks } from '../block/find.ts';
import { itemsOfBlock, progressOf, type BlockItem } from '../block/model.ts';
import { lintChecklist } from '../checklist/lint.ts';
import { parseChecklist } from '../checklist/parse.ts';
import { isRecord, parseRecordInfo } from '../record/parse.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { Lines } from '../text/lines.ts';
import { blocksInCode, blocksInMarkdown, type PlacedBlock } from './blocksInText.ts';
import type { BrokenRule, Checked, CheckedBlock, CheckedItem, Fault, FaultCause, TextKind } from './model.ts';

export interface CheckOptions {
  /** Where the text comes from, with `/` or `\`: its folder and its ending say how to read it. Absent: it is Markdown. */
  readonly path?: string;
  /** A text without a block is a fault. */
  readonly needsBlock?: boolean;
  /** Checklists are held to the rules of good ones, too. */
  readonly withLint?: boolean;
}

/**
 * The rules that a machine can check: each must is settled, each "not applicable" has its reason, each block is closed, records and
 * checklists can be read. Never throws, whatever the text.
 */
export function checkText(text: string, options: CheckOptions = {}): Checked {
  const kind = kindOf(text, options.path);
  const lines = new Lines(text);
  if (kind === 'checklist') return { kind, blocks: [], faults: checklistFaults(text, lines, options) };
  const placed = isCode(options.path) ? blocksInCode(text) : blocksInMarkdown(text);
  const read = placed.map((one) => readBlock(one, lines));
  const front = kind === 'record' ? parseRecordInfo(text) : undefined;
  const isMissing = options.needsBlock === true && !placed.length;
  const missing = isMissing ? [ruleFault({ code: 'no-block' }, 0, lines.rangeOf(0))] : [];
  return {
    kind,
    ...(front ? { record: front.record } : {}),
    blocks: read.map(({ checked }) => checked),
    faults: inOrder([...(front?.problems.map(formatFault) ?? []), ...read.flatMap(({ faults }) => faults), ...missing]),
  };
}

function readBlock({ block, placeOf }: PlacedBlock, lines: Lines): { checked: CheckedBlock; faults: Fault[] } {
  const { checklist, title, isClosed } = block;
  const line = lines.lineAt(placeOf(block.range).start);
  const faults: Fault[] = [];
  if (!isClosed) faults.push(formatFault({ code: 'unclosed-block', id: checklist, line, range: lines.rangeOf(line) }));
  const own = itemsOfBlock(block);
  const items = own.map((item): CheckedItem => {
    const range = placeOf(item.titleRange);
    const at = lines.lineAt(range.start);
    faults.push(...brokenRules(item).map((rule) => ruleFault(rule, at, range)));
    const { id, title: words, isMust, state, recheck, notes } = item;
    return { id, title: words, isMust, state, ...(recheck === undefined ? {} : { recheck }), notes, line: at };
  });
  const head = { checklist, ...(title === undefined ? {} : { title }), line };
  return { checked: { ...head, ...progressOf(own), items }, faults };
}

/** A file in a folder `checklists` is one even if its front matter is gone: that is then the fault to report. */
function kindOf(text: string, path = ''): TextKind {
  if (isRecord(text)) return 'record';
  if (findBlocks(text).length > 0) return 'text';
  const keys = readFrontMatter(text)?.values;
  const isDescribed = keys?.has('id') === true && ['group', 'kind', 'trigger', 'disabled'].some((key) => keys.has(key));
  return isDescribed || /(?:^|[\\/])checklists[\\/][^\\/]+\.md$/i.test(path) ? 'checklist' : 'text';
}

function isCode(path = ''): boolean {
  const ending = /[^\\/]\.([^\\/.]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && !['md', 'markdown', 'mdx', 'txt'].includes(ending);
}

function checklistFaults(text: string, lines: Lines, { withLint }: CheckOptions): Fault[] {
  const { checklist, problems } = parseChecklist(text);
  const findings = withLint && !checklist.isDisabled ? lintChecklist(checklist) : [];
  const lint = findings.map((finding): Fault => {
    return { source: 'lint', finding, severity: 'warning', line: finding.line, range: lines.rangeOf(finding.line) };
  });
  return inOrder([...problems.map(formatFault), ...lint]);
}

function formatFault(problem: Extract<FaultCause, { source: 'format' }>['problem']): Fault {
  return { source: 'format', problem, severity: 'error', line: problem.line, range: problem.range };
}

/** A problem that somebody noted is honest work, and so is an answer of before; only on a must they say that the work is not done. */
function ruleFault(rule: BrokenRule, line: number, range: Fault['range']): Fault {
  const isMinor = (rule.code === 'open-problem' || rule.code === 're-check') && !rule.isMust;
  return { source: 'rule', rule, severity: isMinor ? 'warning' : 'error', line, range };
}

function brokenRules({ state, title, isMust, recheck }: BlockItem): BrokenRule[] {
  const again: BrokenRule[] = recheck === undefined ? [] : [{ code: 're-check', title, what: recheck, isMust }];
  switch (state.kind) {
    case 'open':
      return isMust ? [{ code: 'open-must', title }] : [];
    case 'problem':
      return [{ code: 'open-problem', title, note: state.note, isMust }];
    case 'n/a':
      return [...(state.reason === '' ? [{ code: 'missing-reason' as const, title }] : []), ...again];
    case 'done':
      return again;
  }
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => a.range.start - b.range.start);
}
