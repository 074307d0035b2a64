import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { firstUserFrame, signatureOf } from '../../../../src/core/stackTrace/signature.ts';
import type { StackTrace } from '../../../../src/core/stackTrace/stackTrace.ts';
import { fixtures } from './summary.ts';

function checkTrace(trace: StackTrace, text: string, lines: number): void {
  assert.ok(0 <= trace.start && trace.start <= trace.end && trace.end <= text.length, 'the range is inside the text');
  assert.ok(trace.line >= 0 && trace.line < lines, 'the first line exists');
  for (const { rawLine, line, column } of trace.frames) {
    assert.ok(rawLine >= 0 && rawLine < lines, 'the line of the frame exists');
    for (const number of [line, column])
      assert.ok(number === undefined || (Number.isInteger(number) && number >= 1), 'places count from 1');
  }
  for (const cause of trace.causes) {
    assert.ok(cause.relation !== undefined, 'a cause says how it hangs below');
    checkTrace(cause, text, lines);
  }
}

function check(text: string): void {
  const traces = parseStackTraces(text);
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const trace of traces) {
    checkTrace(trace, text, lines);
    assert.equal(typeof signatureOf(trace), 'string');
  }
  firstUserFrame(traces);
  assert.deepEqual(
    traces.map(({ start }) => start),
    traces.map(({ start }) => start).toSorted((a, b) => a - b),
  );
  assert.deepEqual(parseStackTraces(text), traces, 'the same text gives the same traces');
}

const texts = [...fixtures.values()];
const allLines = [...new Set(texts.flatMap((text) => text.split('\n')))];
const anyLine = fc.oneof(fc.constantFrom(...allLines), fc.string({ unit: 'binary', maxLength: 60 }));

/** A fixture with characters cut out, doubled or replaced, and lines dropped. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 8 }),
  )
  .map(([text, cuts]) => {
    let result = text;
    for (const [at, length, inserted] of cuts) {
      const start = at % (result.length + 1);
      result = result.slice(0, start) + inserted + result.slice(start + length);
    }
    return result;
  });

/** Milliseconds of processor time: what other programs do meanwhile does not count. */
function timeOf(input: string): number {
  const start = process.cpuUsage();
  parseStackTraces(input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Short runs are noisy. */
function bestOf(input: string): number {
  return Math.min(timeOf(input), timeOf(input), timeOf(input));
}

describe('any text', () => {
  it('made of lines of traces in any order', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) =>
        check(lines.join(ending)),
      ),
      { numRuns: 150, seed: 1 },
    );
  });

  it('made by cutting and mixing fixtures', () => {
    fc.assert(fc.property(mutated, check), { numRuns: 150, seed: 2 });
  });

  it('of any characters, half surrogates too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 10 }), (parts) => check(parts.join('\n'))),
      { numRuns: 150, seed: 3 },
    );
    for (const text of ['', '\n', '\r', '\uD800', '\u0000', '\u001B[', ' '.repeat(5000), 'at '.repeat(5000)])
      check(text);
  });

  /** Small enough for every run of the suite; `TRACE_CHARACTERS=1000000` measures a megabyte. */
  const CHARACTERS = Number(process.env['TRACE_CHARACTERS'] ?? 30_000);

  /** Lines that open a format, or repeat what a pattern repeats, as often as the text holds them. */
  const HOSTILE: Readonly<Record<string, string>> = {
    'a trace after the other': texts.join('\n'),
    'JavaScript frames': '    at a (/b.js:1:2)\n',
    'open parentheses': `    at ${'('.repeat(300)}\n`,
    'long words': `${'a'.repeat(900)}\n`,
    dots: `${'a.'.repeat(450)}\n`,
    'one long line': 'Error: a.b.c at x (',
    headers: 'TypeError: x\n',
    'JVM headers and frames': 'a.b.C: d\n\tat a.b.C.d(C.java:1)\n\n',
    causes: '\tat a.b.C.d(C.java:1)\nCaused by: a.b.C: d\n',
    'deep groups': '  + Exception Group Traceback (most recent call last):\n',
    'group members':
      '  + Exception Group Traceback (most recent call last):\n  +-+---------------- 1 ----------------\n',
    tracebacks: 'Traceback (most recent call last):\n',
    'pytest titles': '____ a ____\n',
    goroutines: 'goroutine 1 [a]:\n',
    panics: 'panic: a\n\n\n\n',
    'inner exceptions': ' ---> A.BException: c\n   at A.B(C d)\n',
    'Ruby places': "a.rb:1:in `b': c\n",
    'RSpec comments': '  # a.rb:1\n',
    'PHP stacks': 'Stack trace:\n',
    'sanitizer findings': 'ERROR: ASanitizer: a\n    #0 0x1 in b c.c:1\n',
    'eslint rows': '  1:1  error  a  b\n',
    'wrapped frames': `    at a (${'b'.repeat(80)}\n`,
    'JSON lines': '{"a":"Error\\n    at b (c.js:1:2)\\n    at d"}\n',
    prefixes: '2026-11-23T18:02:11Z [ERROR] [a] web-1  | \n',
    'many streams': 'a0  | x\nb1  | x\n',
    'failed Go tests': '--- FAIL: A (0.0s)\n',
    backtraces: 'stack backtrace:\n',
    'esbuild places': '    a.ts:1:2:\n',
    'TAP stacks': '  stack: |-\n',
    'at signs': `${'a@'.repeat(200)}\n`,
    'headless Python places': 'File "a.py", line 1, in b\n',
    'single Python places': 'File "a.py", line 1, in b\n\n\n\n\n\n',
    'notebook tracebacks': 'KeyError  Traceback (most recent call last)\n<ipython-input-2-5f> in <module>\n',
    'Elixir places': '** (A) b\n    lib/a.ex:1: A.b/1\n',
    'Unity places': 'A.b () (at C/d.cs:1)\n',
    'CMake errors': 'CMake Error at a:1 (b):\n  c\n',
    'Vite errors': 'Internal server error: a\n  File: a.ts\n',
    carets: '   ^\n    at a (/b.js:1:2)\n\n',
    'lone errors': 'npm ERR! a: Error\n',
    'pod prefixes': `${'a-'.repeat(30)}\n`,
    'quoted names': `Error: ${`'a' `.repeat(200)}\n    at a (/b.js:1:2)\n`,
  };

  for (const [name, unit] of Object.entries(HOSTILE)) {
    it(`full of ${name} takes a time that grows with the length`, function () {
      this.timeout(20_000);
      const text = unit.repeat(Math.ceil(CHARACTERS / 4 / unit.length));
      const quarter = Math.max(bestOf(text), 5);
      const whole = bestOf(text.repeat(4));
      // Four times the text: 4 would be exact, 16 quadratic.
      assert.ok(whole < quarter * 10, `${whole.toFixed(0)} ms for four times what took ${quarter.toFixed(0)} ms`);
      if (process.env['TRACE_CHARACTERS'] !== undefined) console.log(`${name}: ${whole.toFixed(0)} ms`);
    });
  }
});
