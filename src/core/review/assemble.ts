import type { ChangedFile } from './change.ts';
import type { FileAttributes } from './gitAttributes.ts';
import { describeFile } from './parseDiff.ts';

/** Units of a diff that are read; beyond, nobody reviews it in one piece, and an editor must stay quick. */
const MAX_DIFF = 20_000_000;
/** Units of a file without a diff that are read. */
const MAX_FILE = 1_000_000;

/** The part of a diff that is read, cut between two files, and how many files are left out. */
export function boundedDiff(text: string, max = MAX_DIFF): { text: string; unreadFiles: number } {
  if (text.length <= max) return { text, unreadFiles: 0 };
  const end = text.lastIndexOf('\ndiff --git ', max) + 1;
  return { text: text.slice(0, end), unreadFiles: [...text.slice(end).matchAll(/^diff --git /gm)].length };
}

/** A file that is new as a whole: one that is in no commit yet, or one that is open without version control. */
export function newFile(path: string, text: string, attributes?: FileAttributes): ChangedFile {
  const isBinary = text.includes('\u0000');
  const lines = isBinary || text === '' ? [] : text.slice(0, MAX_FILE).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return describeFile(
    {
      path,
      status: 'added',
      added: lines.map((line, index) => ({ line: index + 1, text: line })),
      removed: [],
      hunks: lines.length ? [{ oldStart: 0, oldLines: 0, newStart: 1, newLines: lines.length }] : [],
      isBinary,
      isSubmodule: false,
      isUnread: text.length > MAX_FILE,
    },
    attributes,
  );
}

/** What is staged and what is not, as one change: a file that is in both has the lines of both. */
export function mergeFiles(staged: readonly ChangedFile[], unstaged: readonly ChangedFile[]): ChangedFile[] {
  const later = new Map(unstaged.map((file) => [file.path, file]));
  const merged = staged.flatMap((file) => {
    const other = later.get(file.path);
    later.delete(file.path);
    if (!other) return [file];
    if (other.status === 'deleted') return file.status === 'added' ? [] : [{ ...other, added: [] }];
    // Of a line that was staged and then changed again only the latest words stand.
    const replaced = new Set(other.removed.map(({ text }) => text));
    const added = [...file.added.filter(({ text }) => !replaced.has(text)), ...other.added].toSorted(
      (a, b) => a.line - b.line,
    );
    return [{ ...file, added, removed: [...file.removed, ...other.removed], hunks: [...file.hunks, ...other.hunks] }];
  });
  return [...merged, ...later.values()];
}
