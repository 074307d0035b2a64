import type { Signal } from '../kinds.ts';

/** What test runners print of a failing run, and what runtimes print when a program ends in a fault. */
export const testRunSignals: readonly Signal[] = [
  {
    id: 'test-failed',
    kind: 'broken',
    weight: 4,
    hard: true,
    meaning: 'a test fails',
    patterns: [
      [/^\W*failing tests:/, 'failing'],
      [/^\s*[1-9]\d* failing\s*$/, 'failing'],
      [/^\s*not ok \d+\b/, 'not'],
      [/--- fail: /, 'fail'],
      [/^\W*fail(?:ed)?:? +\S+(?:\.\w+|::\S+)/, 'fail', 'failed'],
      [/^fail\s+\S+\s+[\d.]+s\s*$/, 'fail'],
      [/\b(?:failures?|errors?)[:=] ?[1-9]\d*\b(?=[,)]|\s*$)/, 'failures', 'failure', 'errors', 'error'],
      [
        /\b(?:tests?|test files|examples?|specs?|assertions?|runs?|scenarios?)\b.{0,60}\b[1-9]\d* (?:failed|failures?|failing)\b/,
        'failed',
        'failures',
        'failure',
        'failing',
      ],
      [/^\W*[1-9]\d* (?:tests? )?failed\b(?=[,;|\s]*(?:\d|in \d|$|out of))/, 'failed'],
      [/\btest result: failed\b/, 'failed'],
      [/^failed examples:|^failures!$|^failures:\s*$/, 'failed', 'failures'],
      [/\bfailure\/error: /, 'failure'],
      [/^\w{1,40}#test_\w+/, 'test'],
    ],
  },
  {
    id: 'program-died',
    kind: 'broken',
    weight: 4,
    hard: true,
    meaning: 'the program ended itself after an error',
    patterns: [
      [/^panic: (?!test timed out)/, 'panic'],
      [/\binvalid (?:read|write) of size \d/, 'invalid'],
      [/^terminate called (?:after throwing|without)/, 'terminate'],
      [/: runtime error: /, 'runtime'],
      [/^\s*what\(\): /, 'what'],
      [/^(?:exception in thread|unhandled exception|traceback \(most recent)/, 'exception', 'traceback'],
      [
        /\b(?:aborted|segmentation fault|bus error|illegal instruction|floating point exception)\b.{0,12}(?:\(core dumped\)|\.\/\S+)/,
        'aborted',
        'fault',
        'error',
        'instruction',
        'exception',
      ],
      [/^\[?\w{0,40}(?:error|exception): \S.{0,200}$/, 'error*', 'aggregateerror', 'assertionerror'],
      [/^\[errors\]: /, 'errors'],
    ],
  },
];
