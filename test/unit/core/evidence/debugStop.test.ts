import assert from 'node:assert/strict';
import { debugStopText, exceptionOf, type DebugStop } from '../../../../src/core/evidence/debugStop.ts';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';

const frames = [
  { name: 'price', file: '/home/ana/shop/boom.js', line: 3, column: 29 },
  { name: '<anonymous>', file: '/home/ana/shop/boom.js', line: 10, column: 1 },
  { name: '[native code]' },
];

/** The body that js-debug answered to `exceptionInfo`. */
const jsDebug = {
  exceptionId: "TypeError: Cannot read properties of undefined (reading 'length')",
  breakMode: 'all',
  details: { stackTrace: '  at price (file:///home/ana/shop/boom.js:3:29)' },
};

describe('a paused debugger', () => {
  it('reads like a stack trace, with the names of the locals', () => {
    const exception = exceptionOf(jsDebug)!;
    const stop: DebugStop = { reason: 'exception', exception, frames, locals: [{ name: 'order' }, { name: 'rate' }] };
    assert.equal(
      debugStopText(stop),
      [
        "TypeError: Cannot read properties of undefined (reading 'length')",
        '    at price (/home/ana/shop/boom.js:3:29)',
        '    at /home/ana/shop/boom.js:10:1',
        '    at [native code]',
        '',
        'Locals: order, rate',
      ].join('\n'),
    );
    const [trace] = parseStackTraces(debugStopText(stop));
    assert.equal(trace?.frames[0]?.file, '/home/ana/shop/boom.js');
    assert.equal(trace?.frames[0]?.line, 3);
  });

  it('tells values only when it is given them, one line each', () => {
    const text = debugStopText({
      frames: [],
      locals: [
        { name: 'order', value: '{\n  id: 7\n}' },
        { name: 'a', value: 'x'.repeat(300) },
      ],
    });
    assert.match(text, /\nLocals:\n {2}order = \{ id: 7 \}\n {2}a = x{200}\.\.\.$/);
  });

  it('says why it stands when there is no exception', () => {
    assert.equal(
      debugStopText({ reason: 'breakpoint', description: 'Paused on breakpoint', frames: [], locals: [] }),
      'Paused (breakpoint): Paused on breakpoint',
    );
    assert.equal(debugStopText({ frames: [], locals: [] }), 'Paused');
  });

  it('bounds deep stacks and long lists of locals', () => {
    const text = debugStopText({
      frames: Array.from({ length: 40 }, (_, index) => ({ name: `f${index}` })),
      locals: Array.from({ length: 100 }, (_, index) => ({ name: `v${index}` })),
    });
    assert.match(text, /\[\.\.\. 25 more frames left out \.\.\.\]/);
    assert.match(text, /v59, and 40 more$/);
  });

  it('takes the trace of the exception when the adapter gives no frames', () => {
    assert.match(debugStopText({ exception: exceptionOf(jsDebug)!, frames: [], locals: [] }), /boom\.js:3:29/);
  });

  const bodies: readonly (readonly [adapter: string, body: unknown, line: string])[] = [
    ['js-debug', jsDebug, "TypeError: Cannot read properties of undefined (reading 'length')"],
    [
      'debugpy',
      {
        exceptionId: 'ZeroDivisionError',
        description: 'division by zero',
        breakMode: 'unhandled',
        details: { message: 'division by zero', typeName: 'ZeroDivisionError' },
      },
      'ZeroDivisionError: division by zero',
    ],
    [
      'coreclr',
      {
        exceptionId: 'CLR/System.NullReferenceException',
        description: 'An exception was thrown',
        details: { message: 'Object reference not set', fullTypeName: 'System.NullReferenceException' },
      },
      'System.NullReferenceException: Object reference not set',
    ],
    [
      'delve',
      { exceptionId: 'panic', description: 'runtime error: index out of range [3] with length 3' },
      'panic: runtime error: index out of range [3] with length 3',
    ],
  ];
  for (const [adapter, body, line] of bodies)
    it(`names the exception as ${adapter} describes it`, () => {
      assert.equal(
        debugStopText({ exception: exceptionOf(body)!, frames: [{ name: 'f' }], locals: [] }).split('\n')[0],
        line,
      );
    });

  it('has no exception when the adapter answers with nothing', () => {
    for (const body of [undefined, null, {}, 'x', { details: 7, exceptionId: '' }])
      assert.equal(exceptionOf(body), undefined);
  });
});
