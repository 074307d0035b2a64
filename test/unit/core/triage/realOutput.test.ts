import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { classify } from '../../../../src/core/triage/classify.ts';
import type { Kind, Verdict } from '../../../../src/core/triage/kinds.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const verdictOf = (path: string): Verdict => classify({ text: readFileSync(new URL(path, fixtures), 'utf8') });
const traces = readdirSync(new URL('traces/', fixtures), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.txt'))
  .map((path) => `traces/${path}`);

describe('real output', () => {
  const expected: Readonly<Record<string, readonly [Kind, string]>> = {
    'evidence/shop-broken.txt': ['broken', "TypeError: Cannot read properties of undefined (reading 'kind')"],
    'evidence/shop-flaky.txt': ['glitch', 'run 2: failed'],
    'evidence/shop-slow.txt': ['bottleneck', '20000 orders in 2069 ms'],
    'traces/go/race.txt': ['glitch', 'WARNING: DATA RACE'],
    'traces/native/lsan.txt': ['bottleneck', 'detected memory leaks'],
    'traces/php/memory.txt': ['bottleneck', 'Allowed memory size'],
    'traces/native/valgrind.txt': ['broken', 'Invalid read of size'],
    'traces/native/asanClang.txt': ['broken', 'heap-use-after-free'],
    'traces/native/tsan.txt': ['glitch', 'data race'],
    'traces/ruby/rspec.txt': ['broken', 'KeyError'],
  };
  for (const [path, [kind, excerpt]] of Object.entries(expected)) {
    it(`${path} is ${kind}, and shows why`, () => {
      const verdict = verdictOf(path);
      assert.equal(verdict.kind, kind);
      assert.ok(
        verdict.reasons.some((reason) => reason.excerpt.includes(excerpt)),
        verdict.reasons.map((reason) => reason.excerpt).join('\n'),
      );
    });
  }

  it('is never taken for a request', () => {
    assert.ok(traces.length > 90, String(traces.length));
    assert.deepEqual(
      traces.filter((path) => verdictOf(path).kind === 'not-a-problem'),
      [],
    );
  });

  it('is mostly broken; the rest is memory, races and a few that are asked about', () => {
    const others = traces.filter((path) => verdictOf(path).kind !== 'broken');
    assert.ok(others.length <= 12, others.join('\n'));
    const asked = others.filter((path) => verdictOf(path).kind === 'unknown');
    assert.ok(asked.length <= 4, asked.join('\n'));
  });

  it('is no question and no complaint because of what a tool says of itself in every run', () => {
    const debugged = [
      '(gdb) run',
      'warning: Could not load shared library symbols for linux-vdso.so.1.',
      'Do you need "set solib-search-path" or "set sysroot"?',
      'Program received signal SIGSEGV, Segmentation fault.',
      '0x000000000068c039 in total () at cart.cpp:23',
    ];
    const tested = ['Failure:', 'CartTest#test_total [test/cart_test.rb:6]:', 'Expected true to be false', ''];
    const counted = [
      'Finished in 0.02s, 41.8 runs/s, 41.8 assertions/s.',
      '1 runs, 1 assertions, 1 failures, 0 errors, 0 skips',
    ];
    const bundled = ['[plugin:vite:import-analysis] Failed to resolve import "./cart". Does the file exist?'];
    for (const lines of [debugged, [...tested, ...counted], bundled])
      assert.equal(classify({ text: lines.join('\n') }).kind, 'broken', lines[0]);
  });

  it('has no reason from a passing test or a warning of the package manager', () => {
    const text = [
      'npm warn Unknown user config "nodedir". This will stop working in the next major version of npm.',
      '✔ sample orders are the same every time (0.3ms)',
      '✔ is a receipt escaped that the customer typed? (0.3ms)',
      'ok 3 - a slow page never crashes',
      'PASS src/flaky.test.ts',
    ].join('\n');
    assert.deepEqual(classify({ text }).reasons, []);
  });
});

describe('the reasons', () => {
  it('name a line and a meaning once, strongest first', () => {
    for (const path of traces) {
      const { reasons } = verdictOf(path);
      assert.equal(new Set(reasons.map(({ line, meaning }) => `${line} ${meaning}`)).size, reasons.length, path);
      const weights = reasons.map(({ weight }) => Math.abs(weight));
      assert.deepEqual(
        weights,
        weights.toSorted((a, b) => b - a),
        path,
      );
    }
  });

  it('leave out what is tiny beside two strong ones', () => {
    const text =
      'java.lang.OutOfMemoryError: Java heap space\nThe page is very slow.\nIt takes minutes to load.\nCPU is at 100 %.';
    const { reasons } = classify({ text: `${text}\nThe memory.`, title: 'Very slow' });
    assert.ok(reasons.length >= 3);
    assert.ok(reasons.every(({ weight }) => weight >= (reasons[0]?.weight ?? 0) / 4));
    assert.ok(reasons.every(({ excerpt }) => excerpt !== 'The memory.'));
  });

  it('show the little there is if there is nothing better', () => {
    assert.ok(classify({ text: 'The page is slow.' }).reasons.length > 0);
  });
});
