import type { Change, ChangedFile } from '../change.ts';
import {
  isContainer,
  isContract,
  isDocumentation,
  isInfrastructure,
  isMigration,
  isPipeline,
  isProgram,
  isSettings,
  isTest,
} from '../fileKind.ts';
import { movedLines } from '../moved.ts';
import { sizeAdvice, sizeOf } from '../size.ts';
import type { Signals } from './signal.ts';

/** Files of code from which on a reader needs to be told where to begin. *(choice)* */
const WIDE = 10;
/** Lines that changed only their white space, and their share of all, from which on they hide the others. *(choice)* */
const REFORMATTED = 15;
const REFORMATTED_SHARE = 0.2;

const TEST_CASE =
  /^\s*(?:it|test|specify)(?:\.each)?\(|^\s*(?:async )?def test_|@Test\b|^func Test\w|^\s*#\[(?:tokio::)?test\]|\[(?:Fact|Theory|Test|TestMethod)\b|^\s*TEST(?:_F)?\(|^\s*(?:it|test|scenario) ['"]/;

/** What is said of whole files, and of the change as a whole. */
export function wholeChangeSignals(change: Change, signals: Signals): void {
  const written = change.files.filter((file) => !file.isGenerated && !file.isSubmodule);
  for (const file of written) fileSignals(file, signals);
  for (const file of change.files) {
    if (
      file.isGenerated &&
      file.generatedBy === 'convention' &&
      !file.isLockfile &&
      file.status !== 'deleted' &&
      file.added.length > 20
    )
      signals.add('generated-unmarked', 'is generated, and .gitattributes does not say so', { path: file.path });
  }
  const code = written.filter((file) => isProgram(file) && file.status !== 'changed-mode');
  const tests = written.filter((file) => isTest(file.path));
  const substance = written.filter((file) => !isDocumentation(file.path) && !isTest(file.path));
  if (substance.length) signals.add('substance', 'it holds for every change that runs somewhere');
  const grown = code.filter((file) => file.added.length > 0);
  if (grown.length === 1) signals.add('code', 'is code that changed', { path: grown[0]!.path });
  else if (grown.length) signals.add('code', `${grown.length} files of code changed`);
  for (const file of tests) testSignals(file, signals);
  const untested = tests.length ? [] : grown.filter(({ path }) => !isMigration(path));
  for (const file of untested) signals.add('no-test', 'changes code, and no test changed with it', { path: file.path });
  const advice = sizeAdvice(sizeOf(change));
  if (advice) signals.add('large', `${sizeOf(change).added + sizeOf(change).removed} changed lines`);
  if (substance.length > WIDE) signals.add('wide', `${substance.length} files changed`);
  const { reformatted } = movedLines(code);
  const lines = code.reduce((sum, file) => sum + file.added.length, 0);
  if (reformatted >= REFORMATTED && reformatted >= lines * REFORMATTED_SHARE && reformatted < lines)
    signals.add('formatting', `${reformatted} of ${lines} added lines changed only their white space`);
  const isToldToOthers = (['endpoint', 'new-setting', 'contract-changed'] as const).some((code) => signals.has(code));
  if (isToldToOthers && !written.some((file) => isDocumentation(file.path)))
    signals.add('undocumented', 'what others use has changed, and no documentation has');
}

function fileSignals(file: ChangedFile, signals: Signals): void {
  const place = { path: file.path };
  if (isPipeline(file.path)) {
    signals.add('pipeline', 'is part of a pipeline', place);
    if (
      file.status === 'added' &&
      /\.github\/workflows\//.test(file.path) &&
      !file.added.some(({ text }) => /^\s*permissions:/.test(text))
    )
      signals.add('job-rights', 'does not say what its jobs may do', place);
  }
  if (isInfrastructure(file.path)) {
    signals.add('infrastructure', 'changes infrastructure', place);
    const kept = new Set(file.added.flatMap(({ text }) => resourceOf(text) ?? []));
    for (const { line, text } of file.removed) {
      const resource = resourceOf(text);
      if (resource !== undefined && !kept.has(resource))
        signals.add(
          'resource-removed',
          `took away \`${resource}\``,
          file.status === 'deleted' ? place : { ...place, line },
        );
    }
  }
  if (isContainer(file.path)) signals.add('container', 'describes a container', place);
  if (isSettings(file.path)) signals.add('settings-file', 'holds settings', place);
  if (isMigration(file.path) && !file.path.endsWith('.sql'))
    signals.add('migration-code', 'is a migration that a tool turns into SQL', place);
  if (isContract(file.path)) {
    signals.add('contract-changed', 'is a contract that others read', place);
    const kept = new Set(file.added.map(({ text }) => text.trim()));
    const gone = file.removed.find(
      ({ text }) => /\w/.test(text) && !/^\s*(?:\/\/|#|"?description)/.test(text) && !kept.has(text.trim()),
    );
    if (gone)
      signals.add(
        'contract-removed',
        'took away or changed what others read',
        file.status === 'deleted' ? place : { ...place, line: gone.line },
      );
  }
}

function resourceOf(line: string): string | undefined {
  const match = /^\s*(?:resource|module)\s+"([\w-]+)"(?:\s+"([\w-]+)")?/.exec(line);
  return match ? [match[1], match[2]].filter(Boolean).join('.') : undefined;
}

function testSignals(file: ChangedFile, signals: Signals): void {
  const count = (lines: ChangedFile['added']): number => lines.filter(({ text }) => TEST_CASE.test(text)).length;
  const place = { path: file.path };
  const gone = count(file.removed) - count(file.added);
  if (gone > 0)
    signals.add(
      'test-deleted',
      gone === 1 ? 'has one test fewer than before' : `has ${gone} tests fewer than before`,
      place,
    );
  if (file.status !== 'deleted') signals.add('tests-changed', 'is a test that changed', place);
}
