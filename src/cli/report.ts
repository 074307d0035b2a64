import { codeOf, type Checked, type Fault } from '../core/check/model.ts';
import { Lines } from '../core/text/lines.ts';
import { faultSentence } from '../words/checkWords.ts';
import type { Format } from './arguments.ts';
import { printable } from './printable.ts';

/** One text that was checked, under the name it was given by; `-` is standard input. */
export interface CheckedText {
  readonly file: string;
  readonly text: string;
  readonly checked: Checked;
}

/** What to print, with its last line ending. */
export function reportOf(texts: readonly CheckedText[], format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(asJson(texts), undefined, 2)}\n`;
    case 'text':
      return [...texts.flatMap((one) => placed(one).map((fault) => textLine(one, fault))), summaryOf(texts)]
        .join('\n')
        .concat('\n');
    case 'github':
      return [...texts.flatMap((one) => placed(one).map((fault) => annotation(one, fault))), summaryOf(texts)]
        .join('\n')
        .concat('\n');
  }
}

export function countFaults(texts: readonly CheckedText[]): { errors: number; warnings: number } {
  const all = texts.flatMap(({ checked }) => checked.faults);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: all.length - errors };
}

interface PlacedFault {
  readonly fault: Fault;
  /** 1-based; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

function placed({ text, checked }: CheckedText): PlacedFault[] {
  const lines = new Lines(text);
  return checked.faults.map((fault) => {
    const start = lines.startOf(fault.line);
    const mark = start === 0 && text.startsWith('\ufeff') ? 1 : 0;
    const column = Math.max(0, fault.range.start - start - mark) + 1;
    return { fault, line: fault.line + 1, column, code: codeOf(fault), message: faultSentence(fault) };
  });
}

function textLine({ file }: CheckedText, { fault, line, column, code, message }: PlacedFault): string {
  const severity = fault.severity === 'warning' ? 'warning: ' : '';
  return printable(`${nameOf(file)}:${line}:${column}: ${severity}${message} (${code})`);
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function annotation({ file }: CheckedText, { fault, line, column, code, message }: PlacedFault): string {
  const place = file === '-' ? [] : [['file', file.replaceAll('\\', '/')] as const, ['line', line], ['col', column]];
  const values = [...place, ['title', `tpm-mentor: ${code}`]]
    .map(([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',');
  return `::${fault.severity} ${values}::${escaped(message)}`;
}

function escaped(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function summaryOf(texts: readonly CheckedText[]): string {
  const { errors, warnings } = countFaults(texts);
  const blocks = texts.flatMap(({ checked }) => checked.blocks);
  const sum = (count: (block: (typeof blocks)[number]) => number): number =>
    blocks.reduce((total, block) => total + count(block), 0);
  const checklists = texts.filter(({ checked }) => checked.kind === 'checklist').length;
  const seen = [
    ...(blocks.length
      ? [
          `${sum(({ settled }) => settled)} of ${counted(
            sum(({ total }) => total),
            'item',
          )} settled`,
        ]
      : []),
    ...(sum(({ openMusts }) => openMusts)
      ? [
          `${counted(
            sum(({ openMusts }) => openMusts),
            'must',
          )} open`,
        ]
      : []),
    ...(checklists ? [`${counted(checklists, 'checklist')} read`] : []),
  ];
  const faults = [
    ...(errors ? [counted(errors, 'error')] : []),
    ...(warnings ? [counted(warnings, 'warning')] : []),
  ].join(' and ');
  const files = texts.length === 1 ? nameOf(texts[0]!.file) : counted(texts.length, 'file');
  const about = seen.length ? seen.join(', ') : `no checklist in ${texts.length === 1 ? 'it' : 'them'}`;
  return printable(`${faults === '' ? 'Fine' : faults} in ${files}: ${about}.`);
}

function asJson(texts: readonly CheckedText[]): object {
  return {
    ...countFaults(texts),
    files: texts.map((one) => ({
      file: one.file,
      kind: one.checked.kind,
      ...(one.checked.record ? { record: one.checked.record } : {}),
      blocks: one.checked.blocks.map((block) => ({
        ...block,
        line: block.line + 1,
        items: block.items.map((item) => ({ ...item, line: item.line + 1 })),
      })),
      faults: placed(one).map(({ fault, ...rest }) => ({ severity: fault.severity, ...rest })),
    })),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
