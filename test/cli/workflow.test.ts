import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ensureBuild } from '../../scripts/host/build.ts';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';
import { makeShop } from '../../scripts/shop.ts';
import { findBlocks } from '../../src/core/block/find.ts';
import { packedProgram } from './packed.ts';
import { git, run, type Run, write } from './program.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

const workflow: Workflow = parse(readFileSync(path.join(projectFolder, 'docs', 'tpm-review.yml'), 'utf8'));
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

describe('the example workflow', () => {
  it('runs for pull requests with the rights of the pull request, and asks for few', () => {
    assert.deepEqual(Object.keys(workflow.on), ['pull_request']);
    assert.deepEqual(workflow.permissions, {});
    assert.deepEqual(
      Object.entries(workflow.jobs).map(([name, { permissions }]) => [name, permissions]),
      [
        ['check', undefined],
        ['select', { contents: 'read', 'pull-requests': 'write' }],
      ],
    );
  });

  it('hands what others write to its scripts as variables, never as a part of them', () => {
    assert.ok(steps.filter((step) => step.run !== undefined).length >= 4);
    for (const { run: script = '' } of steps) assert.doesNotMatch(script, /\$\{\{/);
  });

  it('pins each action to a commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    assert.ok(used.length > 0);
    for (const action of used) assert.match(action, /^[\w/-]+@[0-9a-f]{40}$/);
  });

  it('is the one that the guide shows', () => {
    const guide = readFileSync(path.join(projectFolder, 'docs', 'ci.md'), 'utf8');
    assert.match(guide, /\(tpm-review\.yml\)/);
  });
});

describe('the scripts of the example workflow', function () {
  this.timeout(60_000);

  let folder: string;
  let shop: string;
  let env: Record<string, string>;

  before(async function () {
    if (process.platform === 'win32') return this.skip(); // it runs on Ubuntu, in bash
    await ensureBuild();
    folder = temporaryFolder('workflow');
    shop = path.join(folder, 'shop');
    await makeShop(shop);
    git(shop, 'checkout', '--quiet', '--detach', 'feature/gift-wrap');
    // A `gh` that keeps what it is asked in a file, and answers with what lies beside it.
    write(folder, {
      'bin/gh': [
        '#!/usr/bin/env bash',
        `cd '${folder}'`,
        'printf "%s\\n" "$*" >> gh.log',
        'case "$*" in',
        '  *PATCH*|*POST*) for word; do case "$word" in body=@*) cp "${word#body=@}" posted.md ;; esac; done ;;',
        '  *--paginate*) cat ids.txt ;;',
        '  *comments/*) cat posted.md ;;',
        'esac',
        '',
      ].join('\n'),
      'ids.txt': '',
      'gh.log': '',
    });
    chmodSync(path.join(folder, 'bin', 'gh'), 0o755);
    const { file } = await packedProgram();
    const prefix = path.join(folder, 'global');
    mkdirSync(path.join(folder, 'temp'));
    env = {
      TPM_MENTOR: file,
      PATH: [
        path.join(folder, 'bin'),
        path.join(prefix, 'bin'),
        path.dirname(process.execPath),
        process.env['PATH'],
      ].join(':'),
      npm_config_prefix: prefix,
      npm_config_offline: 'true',
      npm_config_cache: path.join(folder, 'cache'),
      RUNNER_TEMP: path.join(folder, 'temp'),
      GITHUB_REPOSITORY: 'kettle/shop',
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      GITHUB_OUTPUT: path.join(folder, 'output.txt'),
      COMMENTS: 'repos/kettle/shop/issues/7/comments',
      BASE: git(shop, 'rev-parse', 'main'),
      BRANCH: 'feature/gift-wrap',
    };
  });

  it('turn the check red while a must in the description is open, whatever else is written there', async () => {
    const body = (mark: string): string =>
      `$(touch ran) \`touch ran\` "; touch ran #\r\n\r\n<!-- tpm:checklist a -->\r\n- [${mark}] **Tag**\r\n<!-- /tpm:checklist -->\r\n::error::x`;
    const open = await runStep('Check the checklists', { BODY: body(' ') });
    assert.equal(open.status, 1, open.stderr);
    assert.match(open.stdout, /^::error title=tpm-mentor%3A open-must::"Tag" is a must/);
    assert.equal((await runStep('Check the checklists', { BODY: body('x') })).status, 0);
    assert.equal((await runStep('Check the checklists', { BODY: '' })).status, 0);
    assert.equal(git(shop, 'status', '--porcelain', '--ignored'), '');
  });

  it('post the items that fit, then refresh the same comment and keep its ticks', async () => {
    assert.equal((await runStep('Install')).status, 0);
    const first = await runStep('Select');
    assert.equal(first.status, 0, first.stderr);
    assert.equal((await runStep('Comment', { COMMENT: output() })).status, 0);
    const posted = readFileSync(path.join(folder, 'posted.md'), 'utf8');
    assert.ok(findBlocks(posted).length > 0);
    assert.equal(readFileSync(path.join(folder, 'summary.md'), 'utf8'), posted);
    assert.match(log(), /--method POST repos\/kettle\/shop\/issues\/7\/comments/);

    const ticked = posted.replace('- [ ]', '- [x]').replaceAll('\n', '\r\n');
    write(folder, { 'posted.md': ticked, 'ids.txt': '41\n42\n', 'output.txt': '' });
    assert.equal((await runStep('Select')).status, 0);
    assert.equal(output(), '41');
    assert.equal((await runStep('Comment', { COMMENT: output() })).status, 0);
    assert.equal(readFileSync(path.join(folder, 'posted.md'), 'utf8'), ticked);
    assert.match(log(), /--method PATCH repos\/kettle\/shop\/issues\/comments\/41 /);
  });

  it('post nothing when nothing fits', async () => {
    write(folder, { 'ids.txt': '', 'gh.log': '', 'output.txt': '' });
    const { status, stderr } = await runStep('Select', { BASE: 'HEAD' });
    assert.deepEqual([status, stderr], [0, 'tpm-mentor: The change is empty.\n']);
    assert.equal((await runStep('Comment', { COMMENT: output() })).status, 0);
    assert.doesNotMatch(log(), /POST|PATCH/);
  });

  /** As the runner does it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, `shell: bash`. */
  function runStep(name: string, own: Readonly<Record<string, string>> = {}): Promise<Run> {
    const step = steps.find((one) => one.name?.startsWith(name));
    assert.ok(step?.run !== undefined, name);
    const fixed = Object.entries(step.env ?? {}).filter(([, value]) => !value.includes('${{'));
    const all = { ...env, ...Object.fromEntries(fixed), ...own };
    return run('bash', ['--noprofile', '--norc', '-e', '-c', step.run], { cwd: shop, env: all });
  }

  function output(): string {
    return /^comment=(.*)$/m.exec(readFileSync(path.join(folder, 'output.txt'), 'utf8'))?.[1] ?? '';
  }

  function log(): string {
    return readFileSync(path.join(folder, 'gh.log'), 'utf8');
  }
});
