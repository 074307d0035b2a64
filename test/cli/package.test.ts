import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { ensureBuild } from '../../scripts/host/build.ts';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';
import { packedProgram } from './packed.ts';
import { program, write } from './program.ts';
import { runNpm } from '../../scripts/host/command.ts';

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: object; readonly imports: readonly { readonly path: string }[] }>
  >;
}

describe('the package of the command line', function () {
  this.timeout(60_000);

  before(ensureBuild);

  it('is one program that asks for what is built into Node, and for no editor', () => {
    const { outputs }: Metafile = JSON.parse(readFileSync(path.join(projectFolder, 'out', 'meta-cli.json'), 'utf8'));
    assert.deepEqual(Object.keys(outputs), ['dist/cli/tpm-mentor.cjs']);
    const { inputs, imports } = outputs['dist/cli/tpm-mentor.cjs']!;
    assert.deepEqual(
      imports.filter(({ path: name }) => !isBuiltin(name)),
      [],
    );
    const parts = new Set(Object.keys(inputs).flatMap((name) => /^src\/([^/]+)\//.exec(name)?.[1] ?? []));
    assert.deepEqual([...parts].toSorted(), ['cli', 'core', 'words']);
  });

  it('carries the checklists and no path of the machine that made it', () => {
    const code = readFileSync(program, 'utf8');
    assert.ok(code.startsWith('#!/usr/bin/env node\n'));
    assert.ok(code.includes('Keep one self-contained change'));
    assert.ok(!code.includes(projectFolder) && !code.includes('sourceMappingURL'));
  });

  it('is a file without dependencies that npx runs with no network', async () => {
    const { file, names } = await packedProgram();
    assert.deepEqual(names.toSorted(), ['LICENSE', 'package.json', 'tpm-mentor.cjs']);
    const manifest = JSON.parse(readFileSync(path.join(projectFolder, 'dist', 'cli', 'package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
    assert.deepEqual([manifest.version, manifest.dependencies, manifest.scripts], [version, undefined, undefined]);
    const cwd = temporaryFolder('npx');
    write(cwd, { 'pr.md': '<!-- tpm:checklist a -->\n- [x] **Tag**\n<!-- /tpm:checklist -->\n' });
    const npx = ['exec', '--offline', '--yes', '--cache', path.join(cwd, 'cache'), '--package', file, '--'];
    const output = await runNpm([...npx, 'tpm-mentor', 'check', 'pr.md'], { cwd, quiet: true });
    assert.equal(output, 'Fine in pr.md: 1 of 1 item settled.\n');
    await assert.rejects(runNpm([...npx, 'tpm-mentor', 'check', 'gone.md'], { cwd, quiet: true }), /no such file/);
  });

  it('is what an installation from git brings: the manifest names the program, and the build is part of it', () => {
    const { bin, scripts } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
    assert.ok(existsSync(path.join(projectFolder, bin['tpm-mentor'])));
    assert.equal(scripts.prepare, scripts.build);
  });
});
