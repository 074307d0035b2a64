import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The top folder of the project. */
export const project = resolve(import.meta.dirname, '../../..');

export interface SourceFile {
  /** From the top folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below `src`, by path. */
export function sourceFiles(): SourceFile[] {
  return globSync('src/**/*.ts', { cwd: project })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: read(path) }));
}

export function read(path: string): string {
  return readFileSync(join(project, path), 'utf8');
}

const importForms = [
  // import x, { y } from '...'; import type ... from '...'; export ... from '...'
  /^[ \t]*(?:import|export)\s[^;'"`]*?\sfrom\s*(['"])(?<name>[^'"\n]+)\1/gm,
  // import '...'
  /^[ \t]*import\s*(['"])(?<name>[^'"\n]+)\1/gm,
  // import('...'), also as a type; require('...')
  /\b(?:import|require)\s*\(\s*(['"`])(?<name>[^'"`\n]+)\1/g,
];

/** What a TypeScript text imports, in all forms, type imports included. */
export function importsOf(text: string): string[] {
  return importForms.flatMap((form) => Array.from(text.matchAll(form), (match) => match.groups?.['name'] ?? ''));
}
