import { parsePatch } from 'diff';
import stripAnsi from 'strip-ansi';
import type { ChangedFile, ChangedLine, FileStatus, Hunk } from './change.ts';
import { isLockfile } from './fileKind.ts';
import { isGeneratedByConvention } from './generated.ts';
import type { FileAttributes } from './gitAttributes.ts';
import { languageOf } from './languageOf.ts';

type Patch = ReturnType<typeof parsePatch>[number];

export interface ParseDiffOptions {
  /** What the repository's `.gitattributes` say about a path. */
  readonly attributes?: (path: string) => FileAttributes;
}

/** The mode of an entry that is a commit of another repository. */
const GITLINK = /^(?:(?:new|deleted) file mode|(?:old|new) mode|index \S+) 160000\r?$/m;

/**
 * The files of a unified diff as git prints it, with any prefixes (`diff.noprefix`, `diff.mnemonicPrefix`), in the order of the text.
 * Combined diffs of conflicts are left out: they are no change yet. Never throws: of a file that cannot be read, the name is kept.
 */
export function parseDiff(text: string, options: ParseDiffOptions = {}): ChangedFile[] {
  const plain = text.startsWith('\u001b') ? stripAnsi(text) : text;
  return filesIn(plain).flatMap((one) => {
    const file = readFile(one);
    return file ? [classify(file, options)] : [];
  });
}

/** A hunk's lines begin with a space, `+`, `-` or `\`, so that nothing inside of one looks like the head of a file. */
function filesIn(text: string): string[] {
  const starts = [...text.matchAll(/^diff --(?=(?:git|cc|combined) )/gm)]
    .map(({ index }) => index)
    // `m` takes a lone carriage return and U+2028 for line ends, git does not.
    .filter((index) => index === 0 || text[index - 1] === '\n');
  return starts
    .map((start, at) => text.slice(start, starts[at + 1] ?? text.length))
    .filter((one) => one.startsWith('diff --git '));
}

interface ReadFile extends Pick<
  ChangedFile,
  'path' | 'status' | 'added' | 'removed' | 'hunks' | 'isBinary' | 'isSubmodule' | 'isUnread' | 'blob'
> {
  readonly oldPath?: string;
}

function readFile(text: string): ReadFile | undefined {
  const headEnd = text.search(/^(?:@@ |GIT binary patch)/m);
  const head = headEnd < 0 ? text : text.slice(0, headEnd);
  const isBinary = /^(?:GIT binary patch|Binary files .* differ)/m.test(
    headEnd < 0 ? head : text.slice(0, headEnd + 20),
  );
  let patch = isBinary ? undefined : attempt(text);
  const isUnread = !isBinary && patch === undefined;
  patch ??= attempt(head);
  const names = namesOf(head, patch);
  if (!names) return undefined;
  const status = statusOf(head, patch, names);
  const lines = linesOf(patch?.hunks ?? []);
  return {
    path: names.path,
    ...(names.oldPath !== undefined && names.oldPath !== names.path && (status === 'renamed' || status === 'copied')
      ? { oldPath: names.oldPath }
      : {}),
    status,
    ...lines,
    isBinary,
    isSubmodule: GITLINK.test(head),
    isUnread,
    ...blobOf(head),
  };
}

function blobOf(head: string): Pick<ChangedFile, 'blob'> {
  const blob = /^index [0-9a-f]+\.\.([0-9a-f]+)/m.exec(head)?.[1];
  return blob === undefined ? {} : { blob };
}

/** The library throws at hunks whose counts do not hold, such as those of a diff that was cut short. */
function attempt(text: string): Patch | undefined {
  try {
    return parsePatch(text)[0];
  } catch {
    return undefined;
  }
}

function namesOf(head: string, patch: Patch | undefined): { path: string; oldPath?: string } | undefined {
  const header = (head.split('\n', 1)[0] ?? '').replace(/\r$/, '').slice('diff --git '.length);
  const prefixes = prefixesOf(head, header, patch);
  const before = stripped(patch?.oldFileName, prefixes[0]);
  const after = stripped(patch?.newFileName, prefixes[1]);
  const [half] = halvesOf(header) ?? [];
  const path = after ?? before ?? stripped(half, prefixes[0]);
  if (path === undefined) return undefined;
  return { path, ...(before === undefined ? {} : { oldPath: before }) };
}

/** What git puts before the two names (https://git-scm.com/docs/diff-config, `diff.mnemonicPrefix`); empty when it puts nothing. */
function prefixesOf(head: string, header: string, patch: Patch | undefined): readonly [string, string] {
  const isMoved = patch?.isRename === true || patch?.isCopy === true;
  // The library writes `a/` and `b/` before the names of `rename from` and `rename to`, whatever the prefixes are.
  if (isMoved && !/^--- /m.test(head)) return ['a/', 'b/'];
  const [before, after] = isMoved ? [patch.oldFileName ?? '', patch.newFileName ?? ''] : (halvesOf(header) ?? ['', '']);
  const [one, other] = [/^"?([abciow12])\//.exec(before)?.[1], /^"?([abciow12])\//.exec(after)?.[1]];
  return one !== undefined && other !== undefined && one !== other ? [`${one}/`, `${other}/`] : ['', ''];
}

/** A header says the name of a file that was not moved twice, so the space between the two stands in its middle. */
function halvesOf(header: string): readonly [string, string] | undefined {
  const middle = (header.length - 1) / 2;
  return header[middle] === ' ' ? [header.slice(0, middle), header.slice(middle + 1)] : undefined;
}

function stripped(name: string | undefined, prefix: string): string | undefined {
  if (name === undefined || name === '/dev/null' || name === '') return undefined;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function statusOf(head: string, patch: Patch | undefined, names: { path: string; oldPath?: string }): FileStatus {
  if (/^new file mode /m.test(head) || patch?.oldFileName === '/dev/null') return 'added';
  if (/^deleted file mode /m.test(head) || patch?.newFileName === '/dev/null') return 'deleted';
  if (patch?.isCopy === true) return 'copied';
  if (patch?.isRename === true || (names.oldPath !== undefined && names.oldPath !== names.path)) return 'renamed';
  return /^new mode /m.test(head) && !/^index /m.test(head) ? 'changed-mode' : 'modified';
}

function linesOf(hunks: Patch['hunks']): { added: ChangedLine[]; removed: ChangedLine[]; hunks: Hunk[] } {
  const added: ChangedLine[] = [];
  const removed: ChangedLine[] = [];
  for (const hunk of hunks) {
    let [before, after] = [hunk.oldStart, hunk.newStart];
    for (const line of hunk.lines) {
      const text = (): string => line.slice(1, line.endsWith('\r') ? -1 : undefined);
      if (line[0] === '+') added.push({ line: after++, text: text() });
      else if (line[0] === '-') removed.push({ line: before++, text: text() });
      else if (line[0] !== '\\') [before, after] = [before + 1, after + 1];
    }
  }
  return {
    added,
    removed,
    hunks: hunks.map(({ oldStart, oldLines, newStart, newLines }) => ({ oldStart, oldLines, newStart, newLines })),
  };
}

function classify(file: ReadFile, options: ParseDiffOptions): ChangedFile {
  return describeFile(file, options.attributes?.(file.path));
}

/** Adds what name, content and `.gitattributes` say about a file. */
export function describeFile(file: ReadFile, attributes: FileAttributes = {}): ChangedFile {
  const firstLine = file.added[0]?.line === 1 ? file.added[0].text : '';
  const language = languageOf(file.path, firstLine);
  const stated = attributes.isGenerated ?? attributes.isVendored;
  const lockfile = isLockfile(file.path);
  const isMarked = attributes.isGenerated === true || attributes.isVendored === true;
  const isGenerated = isMarked || (stated !== false && (lockfile || isGeneratedByConvention(file.path, file.added)));
  return {
    ...file,
    ...(language === undefined ? {} : { language }),
    isGenerated,
    ...(isGenerated ? { generatedBy: isMarked ? ('attributes' as const) : ('convention' as const) } : {}),
    isLockfile: lockfile,
  };
}
