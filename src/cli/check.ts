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
  const { errors, warnings } = countFaults(texts);
  return { output: reportOf(texts, format), exitCode: errors + (isStrict ? warnings : 0) > 0 ? 1 : 0 };
}
