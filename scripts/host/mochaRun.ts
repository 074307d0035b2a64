import Mocha from 'mocha';
import { ResultCollector, type SuiteResult } from './results.ts';
import { reporterThatPosts } from './testEvents.ts';

/** What mocha is told besides the files. */
export interface MochaRunOptions {
  /** The longest that one test may take, in milliseconds. */
  readonly timeout: number;
  /** Only tests whose full title contains this text. */
  readonly grep?: string;
}

/** Runs test files with mocha in this process and returns the counts. A file that cannot be loaded counts as a failure. */
export async function runMocha(name: string, files: readonly string[], options: MochaRunOptions): Promise<SuiteResult> {
  const results = new ResultCollector(name);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: options.timeout,
    reporter: reporterThatPosts((event) => results.add(event)),
    ...(options.grep === undefined ? {} : { fgrep: options.grep }),
  });
  for (const file of files) {
    mocha.addFile(file);
  }
  try {
    await mocha.loadFilesAsync();
    await new Promise((resolve) => mocha.run(resolve));
  } catch (error) {
    results.fail(
      'the test files can be loaded',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
  return results.end();
}
