import { Minimatch } from 'minimatch';

/** What a `.gitattributes` says about a path; absent where it says nothing. */
export interface FileAttributes {
  readonly isGenerated?: boolean;
  readonly isVendored?: boolean;
}

/** A `.gitattributes` file and the folder that it lies in, from the repository's root: empty, or ending in `/`. */
export interface AttributesFile {
  readonly folder: string;
  readonly text: string;
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly values: FileAttributes;
}

/**
 * Reads `linguist-generated` and `linguist-vendored` as git and linguist do: the last line that matches wins, a file deeper in the
 * tree after one above it (https://git-scm.com/docs/gitattributes). Never throws; a pattern that cannot be read matches nothing.
 */
export function readAttributes(files: readonly AttributesFile[]): (path: string) => FileAttributes {
  const rules = files.toSorted((a, b) => a.folder.length - b.folder.length).flatMap(rulesOf);
  return (path) =>
    rules.reduce<FileAttributes>((known, rule) => (rule.matches(path) ? { ...known, ...rule.values } : known), {});
}

function rulesOf({ folder, text }: AttributesFile): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern = '', ...words] = line.trim().split(/\s+/);
    // Negative patterns are forbidden in this file, and one that ends in `/` matches no file.
    if (pattern === '' || /^[#!]|\/$/.test(pattern)) return [];
    const isGenerated = valueOf(words, 'linguist-generated');
    const isVendored = valueOf(words, 'linguist-vendored');
    if (isGenerated === undefined && isVendored === undefined) return [];
    const values = {
      ...(isGenerated === undefined ? {} : { isGenerated }),
      ...(isVendored === undefined ? {} : { isVendored }),
    };
    return [{ matches: matcherOf(folder, pattern), values }];
  });
}

function valueOf(words: readonly string[], name: string): boolean | undefined {
  for (const word of words.toReversed()) {
    if (word === name || word === `${name}=true`) return true;
    if (word === `-${name}` || word === `!${name}` || word === `${name}=false`) return false;
  }
  return undefined;
}

function matcherOf(folder: string, pattern: string): (path: string) => boolean {
  const glob = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
  const minimatch = new Minimatch(glob.slice(0, 1024), {
    dot: true,
    nobrace: true,
    noext: true,
    nonegate: true,
    nocomment: true,
  });
  return (path) => path.startsWith(folder) && minimatch.match(path.slice(folder.length));
}
