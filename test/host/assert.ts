/**
 * Assertions for host tests. Node's own are missing in the web-worker host, and a test that runs in both should mean the same
 * in both.
 */
class AssertionError extends Error {
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
  }
}

function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (!value) {
    throw new AssertionError(message, value, true);
  }
}

function equal<T>(actual: T, expected: T, message = 'values differ'): void {
  if (!Object.is(actual, expected)) {
    throw new AssertionError(message, actual, expected);
  }
}

function notEqual<T>(actual: T, unwanted: T, message = 'values are the same'): void {
  if (Object.is(actual, unwanted)) {
    throw new AssertionError(message, actual, `anything but ${String(unwanted)}`);
  }
}

/** Compares JSON-like values: arrays in order, objects by their own keys in any order. */
function deepEqual<T>(actual: T, expected: T, message = 'values differ'): void {
  if (!isSame(actual, expected)) {
    throw new AssertionError(message, actual, expected);
  }
}

function match(text: string, pattern: RegExp, message = 'the text does not match'): void {
  if (!pattern.test(text)) {
    throw new AssertionError(message, text, String(pattern));
  }
}

function doesNotMatch(text: string, pattern: RegExp, message = 'the text matches'): void {
  if (pattern.test(text)) {
    throw new AssertionError(message, text, `not ${String(pattern)}`);
  }
}

/** Waits for the promise to be rejected with an error whose message matches. */
async function rejects(promise: PromiseLike<unknown>, pattern = /(?:)/): Promise<void> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    match(error instanceof Error ? error.message : String(error), pattern, 'rejected with another message');
    return;
  }
  throw new AssertionError('expected a rejection', value, String(pattern));
}

function fail(message: string): never {
  throw new AssertionError(message);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) {
    return true;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) {
    return false;
  }
  const keys = Object.keys(one);
  const isSameAt = (key: string): boolean =>
    Object.hasOwn(other, key) && isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]);
  return keys.length === Object.keys(other).length && keys.every(isSameAt);
}

/** The type is written out because TypeScript requires it for `asserts` functions. */
export const assert: {
  ok(value: unknown, message?: string): asserts value;
  equal<T>(actual: T, expected: T, message?: string): void;
  notEqual<T>(actual: T, unwanted: T, message?: string): void;
  deepEqual<T>(actual: T, expected: T, message?: string): void;
  match(text: string, pattern: RegExp, message?: string): void;
  doesNotMatch(text: string, pattern: RegExp, message?: string): void;
  rejects(promise: PromiseLike<unknown>, pattern?: RegExp): Promise<void>;
  fail(message: string): never;
} = { ok, equal, notEqual, deepEqual, match, doesNotMatch, rejects, fail };
