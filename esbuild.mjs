import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {esbuild.BuildOptions} */
const shared = {
  entryPoints: ['src/extension.ts'],
  bundle: true,
  external: ['vscode'],
  minify: !process.argv.includes('--watch'),
  sourcemap: process.argv.includes('--watch') ? 'inline' : false,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * Node: many small chunks, so that start-up loads only what registration needs. esbuild splits ES modules only, so each
 * chunk is turned into CommonJS afterwards.
 * @type {esbuild.BuildOptions}
 */
const node = {
  ...shared,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  splitting: true,
  outdir: 'dist/node',
  chunkNames: 'chunk-[hash]',
  mainFields: ['module', 'main'],
  write: false,
  plugins: [{ name: 'chunks-to-commonjs', setup: (build) => build.onEnd(writeAsCommonJs) }],
};

/**
 * Web: the worker host can load one CommonJS file only; a dynamic import there defers evaluation, not loading.
 * @type {esbuild.BuildOptions}
 */
const web = {
  ...shared,
  platform: 'browser',
  target: 'es2023',
  format: 'cjs',
  outfile: 'dist/web/extension.js',
  mainFields: ['module', 'browser', 'main'],
  conditions: ['worker'],
  plugins: [{ name: 'keep-metafile', setup: (build) => build.onEnd((result) => keepMetafile(result, 'web')) }],
};

/**
 * The command line: one file that needs nothing beside it, the checklists included. Sentences come from src/words, which ask the
 * editor for `l10n.t`; here a module of our own answers.
 * @type {esbuild.BuildOptions}
 */
const cli = {
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outfile: 'dist/cli/tpm-mentor.cjs',
  mainFields: ['module', 'main'],
  external: [],
  alias: { vscode: './src/cli/l10n.ts' },
  banner: { js: '#!/usr/bin/env node' },
  define: {
    BUILT_IN_CHECKLISTS: JSON.stringify(builtInChecklists()),
    VERSION: JSON.stringify(manifest.version),
  },
  plugins: [
    { name: 'keep-metafile', setup: (build) => build.onEnd((result) => keepMetafile(result, 'cli')) },
    { name: 'package', setup: (build) => build.onEnd(packageCli) },
  ],
};

/** Makes dist/cli a package of its own: `npx --package ./dist/cli tpm-mentor`, and `npm pack` gives a file without dependencies. */
async function packageCli() {
  const { name, version, license, repository } = manifest;
  const bin = { [name]: 'tpm-mentor.cjs' };
  const content = {
    name,
    version,
    description: 'TPM Mentor in a terminal and in CI',
    license,
    repository,
    bin,
    engines: { node: '>=20' },
  };
  await writeFile('dist/cli/package.json', `${JSON.stringify(content, undefined, 2)}\n`);
  await copyFile('LICENSE', 'dist/cli/LICENSE');
}

/** @returns {Record<string, string>} */
function builtInChecklists() {
  const names = readdirSync('media/checklists')
    .filter((name) => name.endsWith('.md'))
    .toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(`media/checklists/${name}`, 'utf8')]));
}

/**
 * Exports as getters on `exports`, which keeps them live; `import()` of a chunk as a deferred `require`; `vscode` as it is, for it has no
 * default. What esbuild writes for these instead is half a kilobyte of helpers in each of more than a hundred chunks.
 * @param {string} code
 */
function linkedByRequire(code) {
  const linked = code
    .replace(/\bimport\(("\.\/[\w-]+\.js")\)/g, 'Promise.resolve().then(()=>require($1))')
    .replace(/\bimport\s*\*\s*as\s+([\w$]+)\s+from\s*"vscode"/g, 'var $1=require("vscode")');
  const found = /export\s*\{([^}]*)\};?\s*$/.exec(linked);
  if (!found) return linked;
  const getters = (found[1] ?? '').split(',').flatMap((part) => {
    const [name = '', as = name] = part.trim().split(/\s+as\s+/);
    return name === '' ? [] : [`${as}:{get:()=>${name},enumerable:true}`];
  });
  return `Object.defineProperties(exports,{${getters.join(',')}});\n${linked.slice(0, found.index)}`;
}

/** @param {esbuild.BuildResult} result */
async function writeAsCommonJs(result) {
  if (!result.outputFiles) return;
  await rm('dist/node', { recursive: true, force: true });
  await mkdir('dist/node', { recursive: true });
  await Promise.all(
    result.outputFiles.map(async (file) => {
      const { code } = await esbuild.transform(linkedByRequire(file.text), {
        format: 'cjs',
        target: 'node22',
        minify: !!shared.minify,
        legalComments: 'none',
        sourcemap: shared.sourcemap ? 'inline' : false,
      });
      await writeFile(path.join('dist/node', path.basename(file.path)), code);
    }),
  );
  await keepMetafile(result, 'node');
}

/**
 * Kept beside the bundles, outside the package: the tests read from it what is loaded at start-up.
 * @param {esbuild.BuildResult} result
 * @param {string} name
 */
async function keepMetafile(result, name) {
  if (!result.metafile) return;
  await mkdir('out', { recursive: true });
  await writeFile(`out/meta-${name}.json`, JSON.stringify(result.metafile));
}

if (process.argv.includes('--watch')) {
  for (const options of [node, web, cli]) await (await esbuild.context(options)).watch();
  console.log('Watching for changes.');
} else {
  await Promise.all([esbuild.build(node), esbuild.build(web), esbuild.build(cli)]);
}
