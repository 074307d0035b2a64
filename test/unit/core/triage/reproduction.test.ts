import assert from 'node:assert/strict';
import { commandInCiLog, commandsToReproduce, failedCommand } from '../../../../src/core/triage/reproduction.ts';

type Piece = Parameters<typeof commandsToReproduce>[0][number];
const ran = (command: string, exitCode: number | undefined, part: Partial<Piece> = {}): Piece => ({
  source: 'terminal',
  text: `$ ${command}`,
  command,
  isContext: exitCode === 0,
  ...(exitCode === undefined ? {} : { exitCode }),
  ...part,
});
const git: Piece = { source: 'git', text: 'Branch: main', isContext: true };
const selection = (text: string): Piece => ({ source: 'selection', text, isContext: false });

describe('the commands that show a fault', () => {
  it('are those that failed', () => {
    assert.deepEqual(commandsToReproduce([ran('npm test', 1), git]), ['npm test']);
    assert.deepEqual(commandsToReproduce([ran('npm test', 1), ran('make', 2, { source: 'tasks' })]), [
      'npm test',
      'make',
    ]);
  });

  it('are not one that went well, whose end nobody saw, or that was thrown away', () => {
    for (const other of [ran('git log', 0), ran('npm start', undefined), ran('npm run export^C', 130)]) {
      assert.deepEqual(commandsToReproduce([selection('it is slow'), other, git]), []);
      assert.equal(failedCommand([other]), undefined);
    }
  });

  it('are the one that the user started on, or took alone', () => {
    assert.deepEqual(commandsToReproduce([ran('./report', 0), git], 'terminal'), ['./report']);
    assert.deepEqual(commandsToReproduce([ran('./report', 0)]), ['./report']);
    assert.deepEqual(commandsToReproduce([ran('./report', 0), git]), []);
  });

  it('are the one that a CI log names, when none ran here', () => {
    const log = selection(
      '##[group]Run npm test\nnpm test\nshell: /usr/bin/bash -e {0}\n##[error]Process completed with exit code 1.',
    );
    assert.deepEqual(commandsToReproduce([log, ran('git log', 0), git]), ['npm test']);
    assert.deepEqual(commandsToReproduce([log, ran('npm run unit', 1)]), ['npm run unit']);
  });
});

describe('the command in a CI log', () => {
  const stamped = (...lines: string[]): string =>
    lines.map((line) => `2026-11-28T18:02:09.4400000Z ${line}`).join('\n');

  it('is the script of the step that failed, all its lines, not of those before and after', () => {
    const log = stamped(
      '##[group]Run npm ci',
      '\u001B[36;1mnpm ci\u001B[0m',
      'shell: /usr/bin/bash -e {0}',
      '##[endgroup]',
      '##[group]Run cd api',
      'cd api',
      'npm test',
      'shell: /usr/bin/bash -e {0}',
      '##[endgroup]',
      '> orders@1.4.0 test',
      '##[error]Process completed with exit code 1.',
      '##[group]Run upload',
      'shell: /usr/bin/bash -e {0}',
    );
    assert.equal(commandInCiLog(log), 'cd api\nnpm test');
  });

  it('is the last line with a prompt in a job that failed', () => {
    assert.equal(
      commandInCiLog('$ npm ci\nadded 3 packages\n$ npm test\n1 failing\nERROR: Job failed: exit code 1'),
      'npm test',
    );
  });

  it('is none where no step failed, and in other texts', () => {
    assert.equal(
      commandInCiLog(stamped('##[group]Run npm test', 'npm test', 'shell: bash', '##[endgroup]')),
      undefined,
    );
    assert.equal(commandInCiLog('I Run npm test and it fails\n$ npm test'), undefined);
  });
});
