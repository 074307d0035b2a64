import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './command.ts';
import { projectFolder } from './folders.ts';
import { say, StepError } from './say.ts';

const bundles = ['dist/node/extension.js', 'dist/web/extension.js', 'dist/cli/tpm-mentor.cjs'];

/** Builds the extension unless the bundles are newer than all that they are made of. */
export async function ensureBuild(): Promise<void> {
  if (!areFresh(bundles)) {
    say('Building the extension...');
    await step('build');
  }
}

/** Returns the path of a packaged .vsix of the sources as they are now, packaging it first unless there is one. */
export async function ensurePackage(): Promise<string> {
  const vsix = 'tpm-mentor.vsix';
  if (!areFresh([vsix])) {
    say('Packaging the extension...');
    await step('package');
  }
  return path.join(projectFolder, vsix);
}

async function step(script: string): Promise<void> {
  try {
    await runNpm(['run', script, '--silent'], { cwd: projectFolder, quiet: true });
  } catch (error) {
    throw new StepError(
      `\`npm run ${script}\` failed.`,
      'read the reason above, correct it and run the command again.',
      error,
    );
  }
}

const sources = [
  'src/**',
  'media/**',
  'snippets/**',
  'package*.json',
  'esbuild.mjs',
  '.vscodeignore',
  'scripts/package.ts',
  '*.md',
];

function areFresh(files: readonly string[]): boolean {
  const made = files.map((file) => modified(file)).filter((time) => time !== undefined);
  const newestSource = Math.max(...globSync(sources, { cwd: projectFolder }).map((file) => modified(file) ?? 0));
  return made.length === files.length && made.every((time) => time > newestSource);
}

/** In milliseconds; undefined when there is no such file. */
function modified(file: string): number | undefined {
  return statSync(path.join(projectFolder, file), { throwIfNoEntry: false })?.mtimeMs;
}
