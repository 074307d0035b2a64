import { catalogueFaults } from '../core/check/catalogueFaults.ts';
import { checkText } from '../core/check/checkText.ts';
import type { CheckCommand } from './arguments.ts';
import type { Outcome } from './outcome.ts';
import { countFaults, reportOf, type CheckedText } from './report.ts';
import { readText } from './textFile.ts';

/** Checks each file once, in the order of the arguments. */
export async function check({ files, format, isStrict, ...options }: CheckCommand): Promise<Outcome> {
  const texts: CheckedText[] = [];
  for (const file of new Set(files)) {
    const text = await readText(file);
    texts.push({ file, text, checked: checkText(text, { ...options, ...(file === '-' ? {} : { path: file }) }) });
  }
  const all = options.withLint ? sideBySide(texts) : texts;
  const { errors, warnings } = countFaults(all);
  return { output: reportOf(all, format), exitCode: errors + (isStrict ? warnings : 0) > 0 ? 1 : 0 };
}

function sideBySide(texts: readonly CheckedText[]): CheckedText[] {
  const checklists = texts.filter(({ checked }) => checked.kind === 'checklist');
  const faults = catalogueFaults(checklists.map(({ text }) => text));
  return texts.map((one) => {
    const more = faults[checklists.indexOf(one)] ?? [];
    return { ...one, checked: { ...one.checked, faults: [...one.checked.faults, ...more] } };
  });
}
