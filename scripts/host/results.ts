import { writeFileSync } from 'node:fs';
import type { TestEvent } from './testEvents.ts';

/** One test that failed, with its full title and the file it is in, where that is known. */
export interface TestFailure {
  readonly title: string;
  readonly stack: string;
  readonly file?: string;
}

/** What one run of tests gave. */
export interface SuiteResult {
  /** Such as `Node host, VS Code 1.139.1`. */
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly milliseconds: number;
  readonly failures: readonly TestFailure[];
  /** What failed first and passed when it was run again alone; absent: nothing. */
  readonly unsteady?: readonly TestFailure[];
}

/** Collects test events and prints each test as it ends. */
export class ResultCollector {
  readonly #name: string;
  readonly #start = Date.now();
  readonly #failures: TestFailure[] = [];
  #passed = 0;
  #skipped = 0;
  #isComplete = false;

  constructor(name: string) {
    this.#name = name;
    console.log(`\n${name}`);
  }

  /** Whether the run said itself that it came to its end. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  add(event: TestEvent): void {
    switch (event.kind) {
      case 'passed':
        this.#passed++;
        console.log(`  ✓ ${event.title} (${event.milliseconds} ms)`);
        break;
      case 'skipped':
        this.#skipped++;
        console.log(`  - ${event.title} (skipped)`);
        break;
      case 'failed':
        this.fail(event.title, event.stack, event.file);
        break;
      case 'ended':
        this.#isComplete = true;
        break;
    }
  }

  /** Counts a failure that is not a test's own, such as a host that did not start. */
  fail(title: string, stack: string, file?: string): void {
    this.#failures.push({ title, stack, ...(file === undefined ? {} : { file }) });
    console.log(`  ✗ ${title}\n${stack.replaceAll(/^/gm, '      ')}`);
  }

  /** A run without a single test counts as failed: it would otherwise look like success. */
  end(): SuiteResult {
    if (this.#passed + this.#failures.length === 0) {
      this.fail('this part runs at least one test', 'No test ran: no test file was found, or every test was skipped.');
    }
    return {
      name: this.#name,
      passed: this.#passed,
      failed: this.#failures.length,
      skipped: this.#skipped,
      milliseconds: Date.now() - this.#start,
      failures: this.#failures,
    };
  }
}

/** Prints one line per run and hands the results to the process that asked for them in `TPM_MENTOR_RESULTS`. */
export function reportResults(results: readonly SuiteResult[]): number {
  const file = process.env['TPM_MENTOR_RESULTS'];
  if (file) {
    writeFileSync(file, JSON.stringify(results));
  } else {
    printTotals(results);
  }
  return results.length > 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

/**
 * A run of tests that share a busy machine with others, after its failed tests had the machine for themselves: what then passed counts
 * as passed and is named. `again` is the result of that second run; a failure in it is a failure. `isWhole`: it ran all tests again.
 */
export function afterSecondRun(first: SuiteResult, again: SuiteResult, isWhole: boolean): SuiteResult {
  const failed = again.failures;
  const unsteady = first.failures.filter(({ title }) => !failed.some((failure) => failure.title === title));
  return {
    ...first,
    passed: isWhole ? again.passed : first.passed + unsteady.length,
    failed: failed.length,
    failures: failed,
    milliseconds: first.milliseconds + again.milliseconds,
    unsteady,
  };
}

/** Prints a table of the runs, what was unsteady, the failures again, and the closing line `N passed, N failed`. */
export function printTotals(results: readonly SuiteResult[]): void {
  printTests(
    'Unsteady: failed beside other tests, passed alone. Each is a fault to mend',
    results,
    (one) => one.unsteady,
  );
  printTests('Failures', results, (one) => one.failures);
  const width = Math.max(0, ...results.map((result) => result.name.length));
  console.log('');
  for (const { name, passed, failed, skipped, milliseconds } of results) {
    const time = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
    const more = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed${more}`);
  }
  const total = (key: 'passed' | 'failed'): number => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
}

function printTests(
  heading: string,
  results: readonly SuiteResult[],
  testsOf: (result: SuiteResult) => readonly TestFailure[] | undefined,
): void {
  const tests = results.flatMap((result) => (testsOf(result) ?? []).map((test) => ({ run: result.name, ...test })));
  if (tests.length === 0) return;
  console.log(`\n${heading}`);
  for (const { run, title, stack } of tests) {
    console.log(`  ${run}: ${title}\n${stack.replaceAll(/^/gm, '      ')}`);
  }
}
