import assert from 'node:assert/strict';
import { readArguments } from '../../../src/cli/arguments.ts';
import { UsageError } from '../../../src/cli/usageError.ts';

const read = (line: string): unknown => readArguments(line === '' ? [] : line.split(' '));

describe('the arguments of the command line', () => {
  const checking = { name: 'check', format: 'text', needsBlock: false, withLint: false, isStrict: false };
  const selecting = { name: 'select', base: 'origin/main', head: 'HEAD', checklists: [], isJson: false };
  const meanings: Readonly<Record<string, object>> = {
    '': { name: 'help' },
    '--help': { name: 'help' },
    'help select': { name: 'help', of: 'select' },
    'check --help': { name: 'help', of: 'check' },
    '--version': { name: 'version' },
    'check -': { ...checking, files: ['-'] },
    'check a.md --strict b.md': { ...checking, files: ['a.md', 'b.md'], isStrict: true },
    'check --lint --needs-block --format github a.md': {
      ...checking,
      files: ['a.md'],
      format: 'github',
      needsBlock: true,
      withLint: true,
    },
    'check --json a.md': { ...checking, files: ['a.md'], format: 'json' },
    'check -- --odd.md': { ...checking, files: ['--odd.md'] },
    'select --base origin/main': selecting,
    'select --base=origin/main --head abc --role author --branch fix/a --json': {
      ...selecting,
      head: 'abc',
      role: 'author',
      branch: 'fix/a',
      isJson: true,
    },
    'select --base origin/main --checklists a --checklists b --update -': {
      ...selecting,
      checklists: ['a', 'b'],
      update: '-',
    },
    'select --base origin/main --branch=': selecting,
  };
  for (const [line, meaning] of Object.entries(meanings)) {
    it(`mean what they say: ${line || 'nothing'}`, () => assert.deepEqual(read(line), meaning));
  }

  const faults: Readonly<Record<string, RegExp>> = {
    chek: /"chek" is no command\. There are check and select/,
    check: /Name the files to check, or - for standard input/,
    'check --frmat json a.md': /Unknown option '--frmat'.* See tpm-mentor check --help/,
    'check --format yaml a.md': /--format is one of text, json, github, not "yaml"/,
    select: /--base origin\/main/,
    'select --base': /'--base <value>' argument missing/,
    'select main': /"main" is too much/,
    'select --base main --role boss': /--role is one of author, reviewer, not "boss"/,
    'select --base -x': /ambiguous/,
  };
  for (const [line, sentence] of Object.entries(faults)) {
    it(`are refused in one sentence: ${line}`, () => {
      assert.throws(
        () => read(line),
        (error) => error instanceof UsageError && sentence.test(error.message) && !error.message.includes('\n'),
      );
    });
  }
});
