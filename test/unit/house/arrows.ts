import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { join } from 'node:path';
import { importsOf, project, type SourceFile } from './sources.ts';

/** The parts of `src` and what each may import besides packages. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'extension.ts': ['commands', 'views', 'adapters', 'core', 'words', 'ids.ts'],
  commands: ['commands', 'core', 'words', 'ids.ts'],
  views: ['views', 'core', 'words', 'ids.ts'],
  adapters: ['adapters', 'core', 'words', 'ids.ts'],
  cli: ['cli', 'core', 'words'],
  words: ['words', 'core'],
  core: ['core', 'ids.ts'],
  'ids.ts': [],
};

/** Each import that goes against an arrow, as a sentence. `libraries` are the packages that the core may use. */
export function wrongArrows(files: readonly SourceFile[], libraries: readonly string[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text).flatMap((name) => {
      const fault = name.startsWith('.') ? faultOfFile(file.path, name) : faultOfPackage(file.path, name, libraries);
      return fault === undefined ? [] : [`${file.path} imports ${name}: ${fault}`];
    }),
  );
}

function faultOfFile(from: string, name: string): string | undefined {
  const target = posix.join(posix.dirname(from), name);
  const allowed = arrows[partOf(from)];
  if (allowed === undefined) return `${partOf(from)} is no part of the house`;
  if (!target.startsWith('src/')) return 'it lies outside src';
  if (!allowed.includes(partOf(target))) return `${partOf(from)} may not import ${partOf(target)}`;
  return target.endsWith('.ts') && existsSync(join(project, target)) ? undefined : 'there is no such file';
}

function faultOfPackage(from: string, name: string, libraries: readonly string[]): string | undefined {
  const part = partOf(from);
  if (name.startsWith('node:')) return part === 'cli' ? undefined : 'the web host has no Node';
  if (name === 'vscode') return ['core', 'cli', 'ids.ts'].includes(part) ? `${part} knows no editor` : undefined;
  if (part !== 'core') return 'packages are used by the core alone';
  return libraries.includes(name) ? undefined : 'it is not among the dependencies';
}

/** `src/core/block/find.ts` belongs to `core`, `src/ids.ts` to `ids.ts`. */
function partOf(path: string): string {
  return path.split('/')[1] ?? '';
}
