import * as vscode from 'vscode';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';
import { difference, readTestFailures, testFailureText, type TestFailure } from '../../core/evidence/testFailures.ts';
import { systemClock } from '../clock.ts';
import { askCoreTool } from './coreTool.ts';

/** What menus of test results hand to commands: a test, or a test and one of its messages. */
interface Clicked {
  readonly test: vscode.TestItem;
  readonly message?: vscode.TestMessage;
}

/**
 * Failed tests of the latest run: the one that was clicked with its message, else all of them from VS Code's own tool (in
 * 1.110 it belongs to an extension, under another name).
 */
export const testsSource: EvidenceSource = {
  id: 'tests',
  name: vscode.l10n.t('Tests'),
  isOnDemand: false,
  async collect(about) {
    const clicked = clickedIn(about);
    if (clicked?.message) return evidenceOf([failureOf(clicked.test, clicked.message)]);
    const answer = await askCoreTool('testFailure', 'copilot_testFailure');
    const all = answer === undefined ? [] : readTestFailures(answer);
    return evidenceOf(clicked ? failuresOf(clicked.test, all) : all);
  },
};

function clickedIn(about: unknown): Clicked | undefined {
  if (typeof about !== 'object' || about === null) return undefined;
  const { test = about, message } = about as { test?: unknown; message?: unknown };
  if (typeof test !== 'object' || test === null || !('id' in test) || !('label' in test)) return undefined;
  const hasMessage = typeof message === 'object' && message !== null && 'message' in message;
  return { test: test as vscode.TestItem, ...(hasMessage ? { message: message as vscode.TestMessage } : {}) };
}

function evidenceOf(failures: readonly TestFailure[]): Evidence | undefined {
  const [first] = failures;
  if (!first) return undefined;
  const count = vscode.l10n.t('{0} failed', failures.length);
  return {
    source: 'tests',
    title: failures.length === 1 ? `Test: ${first.name}` : 'Tests',
    summary: failures.length === 1 ? vscode.l10n.t('failed') : count,
    text: testFailureText(failures),
    language: 'text',
    at: systemClock.now(),
    isContext: false,
  };
}

function failureOf(test: vscode.TestItem, message: vscode.TestMessage): TestFailure {
  const words = typeof message.message === 'string' ? message.message : message.message.value;
  const { expectedOutput: expected, actualOutput: actual, location, stackTrace = [] } = message;
  const frames = stackTrace.map(
    ({ label, uri, position }) => `at ${label}${uri ? ` (${placeOf(uri, position)})` : ''}`,
  );
  const place = location ?? (test.uri && test.range ? new vscode.Location(test.uri, test.range) : undefined);
  return {
    name: test.label,
    path: pathOf(test).join(' > '),
    messages: [
      words.replace(/\r\n?/g, '\n'),
      ...(expected === undefined || actual === undefined ? [] : [difference(expected, actual)]),
    ],
    frames: frames.length || !place ? frames : [`at ${placeOf(place.uri, place.range.start)}`],
  };
}

/** Of a suite its tests. The tool knows tests by id, people by label. */
function failuresOf(test: vscode.TestItem, all: readonly TestFailure[]): TestFailure[] {
  const ids = [...ancestorsOf(test).map(({ id }) => id), test.id].join(' > ');
  return all.flatMap((failure) => {
    const own = [failure.path, failure.name].filter(Boolean).join(' > ');
    if (own === ids || own.endsWith(` > ${ids}`))
      return [{ ...failure, name: test.label, path: pathOf(test).join(' > ') }];
    return own.startsWith(`${ids} > `) ? [failure] : [];
  });
}

function pathOf(test: vscode.TestItem): string[] {
  return ancestorsOf(test).map(({ label }) => label);
}

function ancestorsOf({ parent }: vscode.TestItem): vscode.TestItem[] {
  return parent ? [...ancestorsOf(parent), parent] : [];
}

function placeOf(uri: vscode.Uri, position?: vscode.Position): string {
  return [uri.fsPath, ...(position ? [position.line + 1, position.character + 1] : [])].join(':');
}
