import { lintCatalogue, type LintFinding } from '../checklist/lint.ts';
import { parseChecklist } from '../checklist/parse.ts';
import { Lines } from '../text/lines.ts';
import type { Fault } from './model.ts';

/**
 * What only shows when checklists are read side by side: an id that is taken, items that say what another one says. For each text a
 * list of warnings, in the order of the texts.
 */
export function catalogueFaults(texts: readonly string[]): Fault[][] {
  const checklists = texts.map((text) => parseChecklist(text).checklist);
  const idOf = (index: string): string => checklists[Number(index)]?.id ?? index;
  // Numbered, so that each finding tells the file it is in, even where two have the same id.
  const findings = lintCatalogue(checklists.map((checklist, index) => ({ ...checklist, id: String(index) })));
  return texts.map((text, index): Fault[] => {
    const { id, isDisabled } = checklists[index]!;
    const isTaken = checklists.slice(0, index).some((earlier) => earlier.id === id);
    const own = findings.filter(({ checklist }) => checklist === String(index));
    const lines = new Lines(text);
    return [
      ...(isTaken ? [{ rule: 'repeated-checklist-id' as const, checklist: id, line: 0 }] : []),
      ...(isDisabled ? [] : own.map((finding) => named(finding, idOf))),
    ].map((finding) => {
      const { line } = finding;
      return { source: 'lint', finding, severity: 'warning', line, range: lines.rangeOf(line) };
    });
  });
}

function named(finding: LintFinding, idOf: (index: string) => string): LintFinding {
  const checklist = idOf(finding.checklist);
  return 'other' in finding
    ? { ...finding, checklist, other: { ...finding.other, checklist: idOf(finding.other.checklist) } }
    : { ...finding, checklist };
}
