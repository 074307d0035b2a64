import stripAnsi from 'strip-ansi';

/** What a test run says while it goes on. Titles are full: `outer suite > inner suite > test`. */
export type TestEvent =
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'skipped'; readonly title: string }
  | { readonly kind: 'failed'; readonly title: string; readonly stack: string; readonly file?: string }
  | { readonly kind: 'ended' };

/** Marks a console line of an extension host as a test event. */
export const eventPrefix = '@tpm-mentor-test ';

const longestStack = 8000;

/**
 * A mocha reporter that posts the events of the run. Works in Node and in a web worker. A failing hook is posted as a failed test of its own, as
 * mocha counts it.
 */
export function reporterThatPosts(post: (event: TestEvent) => void): Mocha.ReporterConstructor {
  return function report(runner: Mocha.Runner): void {
    postEvents(runner, post);
  } as unknown as Mocha.ReporterConstructor;
}

function postEvents(runner: Mocha.Runner, post: (event: TestEvent) => void): void {
  runner.once('end', () => post({ kind: 'ended' }));
  runner.on('pass', (test) => post({ kind: 'passed', title: titleOf(test), milliseconds: test.duration ?? 0 }));
  runner.on('pending', (test) => post({ kind: 'skipped', title: titleOf(test) }));
  runner.on('fail', (test, error: unknown) =>
    post({
      kind: 'failed',
      title: titleOf(test),
      stack: stackOf(error),
      ...(test.file === undefined ? {} : { file: test.file }),
    }),
  );
}

/** The error with its message, stack and causes, cut to a length that a console line can carry. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const heading = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  const whole = stack.includes(error.message) ? stack : `${heading}\n${stack}`;
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`;
  // Playwright colours its call log.
  return stripAnsi(whole + differenceIn(error) + cause).slice(0, longestStack);
}

function titleOf(test: Mocha.Runnable): string {
  return test.titlePath().join(' > ');
}

function differenceIn(error: Error): string {
  if (!('expected' in error) || !('actual' in error)) {
    return '';
  }
  return `\nexpected: ${shown(error.expected)}\nactual:   ${shown(error.actual)}`;
}

function shown(value: unknown): string {
  try {
    return (typeof value === 'string' ? value : JSON.stringify(value)) ?? String(value);
  } catch {
    return String(value);
  }
}
