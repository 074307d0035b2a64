import type { Change, ChangedFile } from './change.ts';
import { isTest } from './fileKind.ts';

/** The change in numbers. Lines of generated files are counted apart: nobody reads them. */
export interface ChangeSize {
  readonly files: number;
  readonly generatedFiles: number;
  readonly added: number;
  readonly removed: number;
  /** Added and removed lines of tests, part of the two above. */
  readonly testLines: number;
}

export interface SizeAdvice {
  /** `far`: beyond `FAR` lines or `MANY_FILES` files; `too-large`: beyond `TOO_LARGE` lines. */
  readonly level: 'far' | 'too-large';
  readonly text: string;
}

/**
 * "100 lines is usually a reasonable size for a CL, and 1000 lines is usually too large"; and 200 lines over 50 files "would usually be
 * too large": https://github.com/google/eng-practices/blob/master/review/developer/small-cls.md
 */
const REASONABLE = 100;
const TOO_LARGE = 1000;
const MANY_FILES = 50;
/** Where "far above 100" begins: halfway between the two in ratio. *(choice)* */
const FAR = 300;

export function sizeOf(change: Change): ChangeSize {
  const written = change.files.filter((file) => !file.isGenerated);
  const sum = (files: readonly ChangedFile[], count: (file: ChangedFile) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    files: change.files.length + (change.unreadFiles ?? 0),
    generatedFiles: change.files.length - written.length,
    added: sum(written, (file) => file.added.length),
    removed: sum(written, (file) => file.removed.length),
    testLines: sum(written, (file) => (isTest(file.path) ? file.added.length + file.removed.length : 0)),
  };
}

/** `undefined` when the size needs no advice. A change that mostly takes away is read faster and gets none for its lines. */
export function sizeAdvice(size: ChangeSize): SizeAdvice | undefined {
  const written = size.files - size.generatedFiles;
  const lines = size.added >= size.removed ? size.added + size.removed : size.added;
  const figures = `${lines} changed lines in ${written} files`;
  const measure = `${REASONABLE} lines are usually a reasonable size for one review, ${TOO_LARGE} usually too large`;
  if (lines > TOO_LARGE) return { level: 'too-large', text: `${figures}: ${measure}. Split it if you can.` };
  if (lines > FAR) return { level: 'far', text: `${figures}: ${measure}.` };
  if (written > MANY_FILES && lines > REASONABLE)
    return {
      level: 'far',
      text: `${figures}: spread over more than ${MANY_FILES} files, even 200 lines are usually too large.`,
    };
  return undefined;
}
