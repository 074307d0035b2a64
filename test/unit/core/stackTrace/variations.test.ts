import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import type { StackTrace } from '../../../../src/core/stackTrace/stackTrace.ts';
import { summaryOf } from './summary.ts';

/** Small hand-written variations of what the fixtures show: other versions, systems and tools of the same formats. */
function read(...lines: string[]): string[] {
  return parseStackTraces(lines.join('\n')).map(summaryOf);
}

function only(...lines: string[]): StackTrace {
  const traces = parseStackTraces(lines.join('\n'));
  assert.equal(traces.length, 1);
  return traces[0]!;
}

function files(text: string): (string | undefined)[] {
  return only(`Error: x\n${text}`).frames.map(({ file }) => file);
}

describe('hand-written variations', () => {
  it('Windows paths keep their drive in every language', () => {
    const samples: readonly (readonly [string, string])[] = [
      ['TypeError: x\n    at total (C:\\work\\app\\cart.js:3:5)', 'C:\\work\\app\\cart.js'],
      ['TypeError: x\n    at file:///C:/work/my%20app/cart.mjs:3:5', 'C:/work/my app/cart.mjs'],
      [
        'Traceback (most recent call last):\r\n  File "C:\\work\\app\\cart.py", line 3, in <module>\r\nKeyError: 1',
        'C:\\work\\app\\cart.py',
      ],
      ['panic: x\n\ngoroutine 1 [running]:\nmain.main()\n\tC:/work/app/main.go:3 +0x1d', 'C:/work/app/main.go'],
      ["thread 'main' panicked at src\\main.rs:3:5:\nx", 'src\\main.rs'],
      [
        'System.Exception: x\r\n   at Shop.Cart.Total(String name) in C:\\work\\app\\Cart.cs:line 3',
        'C:\\work\\app\\Cart.cs',
      ],
      [
        "C:/work/app/cart.rb:3:in `total': x (RuntimeError)\n\tfrom C:/work/app/cart.rb:9:in `<main>'",
        'C:/work/app/cart.rb',
      ],
      [
        'PHP Fatal error:  Uncaught Exception: x in C:\\app\\cart.php:3\nStack trace:\n#0 {main}\n  thrown in C:\\app\\cart.php on line 3',
        'C:\\app\\cart.php',
      ],
      ['C:\\work\\app\\cart.c:3:5: error: x', 'C:\\work\\app\\cart.c'],
      ['C:\\work\\app\\src\\cart.ts(3,5): error TS2322: x', 'C:\\work\\app\\src\\cart.ts'],
    ];
    for (const [text, file] of samples) {
      const frame = only(text).frames[0];
      assert.deepEqual([frame?.file, frame?.line, frame?.isUserCode], [file, 3, true], text);
    }
  });

  it('.NET prints inner exceptions on lines of their own and marks awaited calls', () => {
    const trace = only(
      'Unhandled exception. System.InvalidOperationException: cannot load',
      ' ---> System.TimeoutException: row 7',
      '   at Shop.Rows.ReadAsync(Int32 id) in /work/app/Rows.cs:line 12',
      '--- End of stack trace from previous location ---',
      '   at System.Threading.Tasks.Task.WaitAsync(TimeSpan timeout)',
      '   --- End of inner exception stack trace ---',
      '   at Shop.Program.<Main>$(String[] args) in /work/app/Program.cs:line 4',
    );
    assert.equal(
      summaryOf(trace),
      'csharp | System.InvalidOperationException: cannot load | 1 | /work/app/Program.cs:4 Shop.Program.<Main>$ ' +
        '[cause csharp | System.TimeoutException: row 7 | 2 | /work/app/Rows.cs:12 Shop.Rows.ReadAsync]',
    );
  });

  it('bundlers and dev servers: the decoration goes, the path stays', () => {
    assert.deepEqual(files('    at a (webpack-internal:///(rsc)/./app/page.tsx:3:5)'), ['app/page.tsx']);
    assert.deepEqual(files('    at a (webpack://my-app/./src/a.ts?f3c2:3:5)'), ['src/a.ts']);
    assert.deepEqual(files('    at a (webpack:///src/a.ts:3:5)'), ['src/a.ts']);
    assert.deepEqual(files('    at a (turbopack:///[project]/src/a.ts:3:5)'), ['src/a.ts']);
    assert.deepEqual(files('    at a (http://localhost:5173/src/App.tsx?t=1700000000000:3:5)'), [
      'http://localhost:5173/src/App.tsx',
    ]);
    assert.deepEqual(files('    at a (http://localhost:5173/@fs/work/lib/a.ts:3:5)'), ['/work/lib/a.ts']);
  });

  it('a browser console puts "Uncaught" before the error', () => {
    assert.deepEqual(read('Uncaught (in promise) RangeError: too many', '    at a (https://shop.example/app.js:3:5)'), [
      'javascript | RangeError: too many | 1 | https://shop.example/app.js:3:5 a',
    ]);
  });

  it('Ruby 2.5 to 2.7 prints the outermost place first on a terminal', () => {
    const trace = only(
      'Traceback (most recent call last):',
      "\t2: from cart.rb:9:in `<main>'",
      "\t1: from cart.rb:6:in `each'",
      "cart.rb:3:in `total': no price (KeyError)",
    );
    assert.deepEqual(
      [trace.type, trace.message, trace.frames.map(({ line }) => line)],
      ['KeyError', 'no price', [3, 6, 9]],
    );
  });

  it('Rails prints type and message above bare places', () => {
    assert.deepEqual(read("NoMethodError (undefined method `total' for nil):", '', "app/models/cart.rb:5:in `total'"), [
      "ruby | NoMethodError: undefined method `total' for nil | 1 | app/models/cart.rb:5 total",
    ]);
  });

  it('Rust before 1.73 quotes the message', () => {
    assert.deepEqual(read("thread 'main' panicked at 'no price', src/main.rs:3:5"), [
      'rust | panic: no price | 1 | src/main.rs:3:5',
    ]);
  });

  it('an anyhow error has reasons and a backtrace', () => {
    assert.deepEqual(
      read(
        'Error: cannot start',
        '',
        'Caused by:',
        '    0: no config',
        '    1: not found',
        '',
        'Stack backtrace:',
        '   0: shop::load',
        '             at ./src/main.rs:7:5',
      ),
      [
        'rust | cannot start | 1 | src/main.rs:7:5 shop::load [cause rust | no config | 0 | -] [cause rust | not found | 0 | -]',
      ],
    );
  });

  it('Go since 1.21 says which goroutine created another', () => {
    const trace = only(
      'panic: x',
      '',
      'goroutine 7 gp=0xc0 m=3 mp=0xc1 [running]:',
      'main.f(0x1)',
      '\t/app/a.go:3 +0x1',
      'created by main.main in goroutine 1',
      '\t/app/a.go:9 +0x2',
    );
    assert.deepEqual(
      trace.frames.map(({ symbol }) => symbol),
      ['main.f', 'main.main'],
    );
  });

  it('JVM frames with modules, class loaders and logback jars', () => {
    const trace = only(
      'ERROR c.e.Shop - failed java.lang.IllegalStateException: no stock',
      '\tat app//shop.Cart.total(Cart.java:5) ~[classes/:na]',
      '\tat java.base@21/java.lang.Thread.run(Thread.java:1583)',
      '\t... 12 common frames omitted',
    );
    assert.equal(
      summaryOf(trace),
      'java | java.lang.IllegalStateException: no stock | 2 | Cart.java:5 shop.Cart.total',
    );
    assert.deepEqual(
      trace.frames.map(({ symbol, isUserCode }) => [symbol, isUserCode]),
      [
        ['shop.Cart.total', true],
        ['java.lang.Thread.run', false],
      ],
    );
  });

  it('what a person pastes: console lines, inline code, MSBuild with several processes', () => {
    assert.deepEqual(
      only('TypeError: x', '    at a (https://shop.example/app.js:3:5)', '    at <anonymous>:2:1').frames.length,
      2,
    );
    assert.deepEqual(read('``1>..\\..\\cart.cpp(3): error C2065: x``'), [
      'cpp/c++ | C2065: x | 1 | ..\\..\\cart.cpp:3',
    ]);
    assert.deepEqual(
      only('Error: x', '    at a (/work/a.js:3:5)', 'From previous event:', '    at b (/work/b.js:3:5)`').frames.length,
      2,
    );
  });

  it('an Android log', () => {
    assert.deepEqual(
      read(
        '11-23 18:02:11.123  812  901 E AndroidRuntime: FATAL EXCEPTION: main',
        '11-23 18:02:11.123  812  901 E AndroidRuntime: java.lang.RuntimeException: no view',
        '11-23 18:02:11.123  812  901 E AndroidRuntime: \tat shop.MainActivity.onCreate(MainActivity.kt:21)',
      ),
      ['kotlin | java.lang.RuntimeException: no view | 1 | MainActivity.kt:21 shop.MainActivity.onCreate'],
    );
  });

  it('Laravel logs a trace below its own line', () => {
    assert.deepEqual(
      read(
        '[2026-11-23 18:02:11] local.ERROR: no price {"exception":"[object] (LogicException(code: 0): no price at /app/Cart.php:9)',
        '[stacktrace]',
        '#0 /app/index.php(3): Cart->total()',
        '#1 {main}',
        '"}',
      ),
      ['php | LogicException: no price | 2 | /app/Cart.php:9 Cart->total'],
    );
  });

  it('one line of each other compiler and linter', () => {
    const lines: readonly (readonly [string, string])[] = [
      [
        '[ERROR] /work/app/src/Cart.java:[12,34] cannot find symbol',
        'java/javac | cannot find symbol | 1 | /work/app/src/Cart.java:12:34',
      ],
      [
        'e: file:///work/app/Cart.kt:3:5 Unresolved reference: x',
        'kotlin/kotlinc | Unresolved reference: x | 1 | /work/app/Cart.kt:3:5',
      ],
      [
        'cart.py:3: error: Incompatible types  [assignment]',
        'python/mypy | assignment: Incompatible types | 1 | cart.py:3',
      ],
      ['cart.py:3:5: F401 `os` imported but unused', 'python | F401: `os` imported but unused | 1 | cart.py:3:5'],
      ['Cart.cs(3,5): error CS0103: x [/work/app/Shop.csproj]', 'csharp/csc | CS0103: x | 1 | Cart.cs:3:5'],
      ['cart.cpp(3): error C2065: undeclared', 'cpp/c++ | C2065: undeclared | 1 | cart.cpp:3'],
      [
        '/work/app/a.js:3:10: x is not defined. [Error/no-undef]',
        'javascript/eslint | no-undef: x is not defined. | 1 | /work/app/a.js:3:10',
      ],
      ['main.swift:3:5: error: cannot find x in scope', 'swift/swiftc | cannot find x in scope | 1 | main.swift:3:5'],
    ];
    for (const [text, expected] of lines) assert.deepEqual(read(text), [expected], text);
  });

  it('prose, tables, code and plain logs hold no trace', () => {
    const samples = [
      'Meet me at the office (see note 3) at 10:30',
      'We arrived at 10:30:15',
      '2026-11-23 18:02:11 INFO ready in 12 ms',
      'git@github.com:shop/cart.git',
      'ana@example.com:12:34',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      'const at = { line: 3 };\nreturn at;',
      'Error: something went wrong',
      'docker: 3:4: nothing',
      'https://example.com:8080/a/b',
      'Caused by: the weather',
      '# a comment\n#0 is the first\n#1 is the second',
      'panic: at the disco',
      'main.go: 12 lines',
      'warning: unused variable: `x`\n --> src/main.rs:3:5',
    ];
    for (const text of samples) assert.deepEqual(read(text), [], text);
  });
});
