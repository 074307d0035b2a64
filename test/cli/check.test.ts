import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../../scripts/host/build.ts';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';
import { program, tpmMentor, write } from './program.ts';

const block = (...items: string[]): string =>
  ['<!-- tpm:checklist a -->', ...items, '<!-- /tpm:checklist -->', ''].join('\n');
const settled = block('- [x] **Tag**', '- [x] ~~Tell~~ (n/a: nobody uses it)');
const open = block('- [ ] **Tag**', '- [x] Tell');

describe('tpm-mentor check', () => {
  let folder: string;

  before(async () => {
    await ensureBuild();
    folder = temporaryFolder('check');
    write(folder, {
      'settled.md': settled,
      'open.md': `\ufeff# Päge\r\n\r\n${open.replaceAll('\n', '\r\n')}`,
      'silent.md': block('- [x] ~~Tell~~ (n/a)'),
      'problem.md': block('- [ ] Tell', '  - Problem: whom?'),
      'plain.md': '# Nothing\n',
      'wide.md': Buffer.from(`\ufeff${open}`, 'utf16le'),
      'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'latin.md': Buffer.from('Gr\xfc\xdfe', 'latin1'),
      'src/a.ts': open.replaceAll(/^(?=.)/gm, '  // '),
      'sub/pr.md': open,
    });
  });

  it('ends with 0 and one line when all is settled', async () => {
    assert.deepEqual(await check('settled.md'), {
      status: 0,
      stdout: 'Fine in settled.md: 2 of 2 items settled.\n',
      stderr: '',
    });
  });

  it('ends with 1 when a must is open, and says where, in a file with CRLF and a byte order mark', async () => {
    const { status, stdout } = await check('open.md');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^open\.md:4:7: "Tag" is a must and still open\. .*\(open-must\)\n1 error in open\.md: 1 of 2 items settled, 1 must open\.\n$/,
    );
  });

  it('ends with 1 when an item that is not applicable has no reason', async () => {
    const { status, stdout } = await check('silent.md');
    assert.equal(status, 1);
    assert.match(stdout, /^silent\.md:2:7: .*\(missing-reason\)$/m);
  });

  it('warns of a problem that is no must, and fails for it when it is strict', async () => {
    const calm = await check('problem.md');
    assert.deepEqual(
      [calm.status, calm.stdout.split('\n')[0]],
      [0, 'problem.md:2:7: warning: "Tell" has a problem: whom? (open-problem)'],
    );
    assert.equal((await check('--strict', 'problem.md')).status, 1);
  });

  it('reads standard input, as a CI job gives it the text of a pull request', async () => {
    assert.match((await tpmMentor(['check', '-'], { input: open })).stdout, /^standard input:2:7: /);
    assert.equal((await tpmMentor(['check', '-'], { input: settled })).status, 0);
    assert.equal((await tpmMentor(['check', '-'], { input: '' })).status, 0);
    assert.equal((await tpmMentor(['check', '--needs-block', '-'], { input: 'Please merge.' })).status, 1);
  });

  it('reads many files, each once, and writes their names as they were given', async () => {
    const deep = path.join('sub', 'pr.md');
    const { status, stdout } = await check('settled.md', deep, 'settled.md', 'src/a.ts');
    assert.equal(status, 1);
    assert.deepEqual(
      stdout.split('\n').map((line) => line.replace(/ .*/, '')),
      [`${deep}:2:7:`, 'src/a.ts:2:12:', '2', ''],
    );
    assert.ok(stdout.includes('2 errors in 3 files: 4 of 6 items settled, 2 musts open.'));
  });

  it('reads what PowerShell writes', async () => {
    assert.match((await check('wide.md')).stdout, /^wide\.md:2:7: /);
  });

  it('ends with 2 and one sentence where there is nothing to read', async () => {
    for (const [file, sentence] of [
      ['gone.md', 'Cannot read gone.md: there is no such file.'],
      ['sub', 'sub is a folder. Name the files in it.'],
      ['picture.png', 'picture.png is not text in UTF-8.'],
      ['latin.md', 'latin.md is not text in UTF-8.'],
      ['\u001b[2J.md', 'Cannot read \ufffd[2J.md: there is no such file.'],
    ] as const) {
      assert.deepEqual(await check('settled.md', file), { status: 2, stdout: '', stderr: `tpm-mentor: ${sentence}\n` });
    }
    const { status, stderr } = await check('--strickt', 'settled.md');
    assert.deepEqual([status, stderr.split('\n').length], [2, 2]);
  });

  it('speaks JSON and the language of GitHub workflows', async () => {
    const { status, stdout } = await check('--json', 'settled.md', 'open.md');
    const { errors, files } = JSON.parse(stdout);
    assert.deepEqual([status, errors, files[1].file, files[1].faults[0].line], [1, 1, 'open.md', 4]);
    assert.match(
      (await check('--format', 'github', 'open.md')).stdout,
      /^::error file=open\.md,line=4,col=7,title=tpm-mentor%3A open-must::"Tag"/,
    );
  });

  it('compares checklists with one another', async () => {
    const glitch = path.join(projectFolder, 'media', 'checklists', 'glitch.md');
    write(folder, { 'glitch.md': readFileSync(glitch) });
    const { status, stdout } = await check('--lint', '--strict', glitch, 'glitch.md');
    assert.equal(status, 1);
    assert.match(stdout, /^glitch\.md:1:1: warning: Another file has the same id\. \(repeated-checklist-id\)$/m);
  });

  it('finds the checklists of this repository well made', async () => {
    const { status, stdout } = await tpmMentor(['check', '--lint', 'media/checklists/glitch.md', 'README.md'], {
      cwd: projectFolder,
    });
    assert.equal(status, 0, stdout);
  });

  it('helps, tells its version, and ends quietly when nobody reads on', async () => {
    assert.match((await tpmMentor(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    for (const args of [[], ['--help'], ['check', '--help'], ['select', '-h']]) {
      const { status, stdout } = await tpmMentor(args);
      assert.equal(status, 0);
      assert.match(stdout, /^tpm-mentor/);
    }
    assert.equal(await statusUnread(), 0);
  });

  function check(...args: string[]): ReturnType<typeof tpmMentor> {
    return tpmMentor(['check', ...args], { cwd: folder });
  }

  function statusUnread(): Promise<number | null> {
    const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.destroy();
    return new Promise((resolve) => child.once('close', resolve));
  }
});
