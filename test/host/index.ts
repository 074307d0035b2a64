import * as vscode from 'vscode';
import { eventPrefix, reporterThatPosts, stackOf, type TestEvent } from '../../scripts/host/testEvents.ts';
import { assert } from './assert.ts';

/** Where a run takes place: the Node host, the web-worker host, or the Node host in Restricted Mode. */
export type HostKind = 'node' | 'web' | 'restricted';

/**
 * Runs mocha suites inside an extension host and posts every result. Each loader imports one suite file. `append` writes to a file,
 * where there are files; it is used when `TPM_MENTOR_HOST_EVENTS` names one, otherwise events go to the console.
 * Rejects when a test failed, which VS Code turns into its exit code.
 */
export async function runSuites(
  MochaClass: typeof Mocha,
  kind: HostKind,
  suites: readonly (() => Promise<unknown>)[],
  append?: (file: string, text: string) => void,
): Promise<void> {
  const file = append === undefined ? undefined : process.env['TPM_MENTOR_HOST_EVENTS'];
  const post = (event: TestEvent): void => {
    const text = JSON.stringify(event);
    if (file !== undefined && append !== undefined) {
      append(file, `${text}\n`);
    } else {
      console.log(eventPrefix + text);
    }
  };
  const failures = await runMocha(MochaClass, kind, suites, post).catch((error: unknown) => {
    post({ kind: 'failed', title: 'the test files can be loaded', stack: stackOf(error) });
    post({ kind: 'ended' });
    throw error;
  });
  if (failures > 0) {
    throw new Error(`${failures} failed`);
  }
}

async function runMocha(
  MochaClass: typeof Mocha,
  kind: HostKind,
  suites: readonly (() => Promise<unknown>)[],
  post: (event: TestEvent) => void,
): Promise<number> {
  const mocha = new MochaClass({ ui: 'bdd', timeout: 20_000, reporter: reporterThatPosts(post) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  describeHost(kind);
  for (const load of suites) {
    await load();
  }
  return new Promise((resolve) => mocha.run(resolve));
}

/** Without this a run in the wrong host would pass unnoticed: VS Code falls back to the Node host silently. */
function describeHost(kind: HostKind): void {
  const title = { node: 'the Node host', web: 'the web-worker host', restricted: 'the Node host in Restricted Mode' };
  describe('the run', () => {
    it(`takes place in ${title[kind]}`, () => {
      assert.equal(typeof process === 'undefined' ? 'web worker' : 'Node', kind === 'web' ? 'web worker' : 'Node');
    });

    it(`takes place in ${kind === 'restricted' ? 'an untrusted' : 'a trusted'} workspace`, () => {
      assert.equal(vscode.workspace.isTrusted, kind !== 'restricted');
    });
  });
}
