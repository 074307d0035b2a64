import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { summaryOf } from './summary.ts';

const read = (...lines: string[]): string[] => parseStackTraces(lines.join('\n')).map(summaryOf);

describe('the error above JavaScript frames', () => {
  it('is behind what a program says before it', () => {
    for (const said of ['error: ', 'Stack: ', '- ', '<ref *1> ', 'error: Uncaught (in promise) '])
      assert.deepEqual(
        read(`${said}TypeError: x is not a function`, '    at total (/work/app/cart.js:3:5)'),
        ['javascript | TypeError: x is not a function | 1 | /work/app/cart.js:3:5 total'],
        said,
      );
  });

  it('is not the source and the caret that Deno prints below it', () => {
    assert.deepEqual(
      read(
        'error: Uncaught TypeError: x is not a function',
        '  return x(order);',
        '         ^',
        '    at total (file:///work/app/cart.ts:3:10)',
      ),
      ['javascript | TypeError: x is not a function | 1 | /work/app/cart.ts:3:10 total'],
    );
  });

  it('has no name in Bun, and is told apart by what was expected', () => {
    const [trace] = parseStackTraces(
      [
        '13 |   expect(total(order)).toBe(5)',
        '                            ^',
        'error: expect(received).toBe(expected)',
        '',
        'Expected: 5',
        'Received: 4',
        '',
        '      at <anonymous> (/work/app/cart.test.ts:13:24)',
      ].join('\n'),
    );
    assert.equal(trace?.message, 'expect(received).toBe(expected)\nExpected: 5\nReceived: 4');
    assert.deepEqual([trace.line, trace.frames[0]?.line], [2, 13]);
  });

  it('is the title of a suite that jest could not run, pasted without its bullet', () => {
    assert.deepEqual(
      read(
        'Test suite failed to run',
        '',
        "    Cannot find module 'cart/lib' from 'src/App.jsx'",
        '',
        '    Require stack:',
        '      src/App.jsx',
        '',
        '      at Resolver.resolveModule (node_modules/jest-resolve/build/resolver.js:322:11)',
        '      at Object.<anonymous> (src/App.jsx:3:1)',
      ),
      [
        "javascript/jest | Cannot find module 'cart/lib' from 'src/App.jsx' <Test suite failed to run> | 2 | src/App.jsx:3:1 Object.<anonymous>",
      ],
    );
  });

  it('is empty above frames that stand alone', () => {
    assert.deepEqual(read('Starting the shop', '', '    at total (/work/app/cart.js:3:5)'), [
      'javascript |  | 1 | /work/app/cart.js:3:5 total',
    ]);
  });
});

describe('a bundler', () => {
  const foreign = '      at formatError (/work/app/node_modules/vite/dist/node/chunks/dep.js:53841:46)';

  it('Vite names the file, and marks its line with a caret', () => {
    const below = [
      '  File: /work/app/src/main.ts',
      '  2  |  import App from "@/App.vue";',
      '     |                   ^',
      foreign,
    ];
    const expected = [
      'javascript/vite | Failed to resolve import "@/App.vue". Does the file exist? | 2 | /work/app/src/main.ts:2',
    ];
    for (const before of [
      '[vite] Internal server error: ',
      '1:34:23 AM [vite] Internal server error: ',
      '[plugin:vite:import-analysis] ',
    ])
      assert.deepEqual(
        read(`${before}Failed to resolve import "@/App.vue". Does the file exist?`, ...below),
        expected,
        before,
      );
  });

  it('Vite may name the importing file in its sentence alone', () => {
    assert.deepEqual(
      read('[vite] Internal server error: Failed to resolve import "icons" from "src\\Nav.jsx". Does it exist?'),
      ['javascript/vite | Failed to resolve import "icons" from "src\\Nav.jsx". Does it | 1 | src\\Nav.jsx'],
    );
  });

  it('Rollup sets the place in parentheses', () => {
    assert.deepEqual(
      read(
        '[!] RollupError: "default" is not exported by "lib/scroll.js", imported by "src/Table.tsx".',
        'https://rollupjs.org/guide/',
        'src/Table.tsx (6:7)',
        "6: import Scroll from 'lib/scroll';",
      ),
      [
        'javascript/rollup | RollupError: "default" is not exported by "lib/scroll.js", imported by "s | 1 | src/Table.tsx:6:7',
      ],
    );
  });

  it('says nothing where no place is named', () => {
    assert.deepEqual(read('Internal server error: try again later', 'The page was at http://shop.example/'), []);
    assert.deepEqual(read('[!] The build is slow', '', 'see src/main.ts:3:4'), []);
  });
});
