import assert from 'node:assert/strict';
import { readTestFailures, testFailureText } from '../../../../src/core/evidence/testFailures.ts';

/** As VS Code 1.139 answered about a run of two failed tests, with another workspace folder. */
const answer = `<testFailure name="one" path="pricing">
<message>
TypeError: cannot read <kind>
    at x (src/discounts.js:22:31)
</message>
</testFailure>
<testFailure name="two" path="pricing > \\"deep\\"">
<expectedOutput>
5
</expectedOutput>
<actualOutput>
6
</actualOutput>
<stackFrame path="/home/ana/shop/test/pricing.test.js" line="5" col="3" />
<stackFrame><native></stackFrame>
<location path="/home/ana/shop/test/pricing.test.js" line="5" col="3" />
</testFailure>
`;

describe('failed tests as VS Code tells them', () => {
  it('are read with their messages, differences and frames', () => {
    assert.deepEqual(readTestFailures(answer), [
      {
        name: 'one',
        path: 'pricing',
        messages: ['TypeError: cannot read <kind>\n    at x (src/discounts.js:22:31)'],
        frames: [],
      },
      {
        name: 'two',
        path: 'pricing > "deep"',
        messages: ['Expected: 5\nActual: 6'],
        frames: ['at /home/ana/shop/test/pricing.test.js:5:3', 'at <native>'],
      },
    ]);
  });

  it('are written as a test runner would print them', () => {
    assert.equal(
      testFailureText(readTestFailures(answer)),
      [
        'FAIL pricing > one',
        'TypeError: cannot read <kind>',
        '    at x (src/discounts.js:22:31)',
        '',
        'FAIL pricing > "deep" > two',
        'Expected: 5',
        'Actual: 6',
        '    at /home/ana/shop/test/pricing.test.js:5:3',
        '    at <native>',
      ].join('\n'),
    );
  });

  it('take the place of the failure when there are no frames', () => {
    const [one] = readTestFailures(
      '<testFailure name="a" path="">\n<message>\nno\n</message>\n<location path="C:\\shop\\a.test.js" line="7" col="1" />\n</testFailure>',
    );
    assert.deepEqual(one?.frames, ['at C:\\shop\\a.test.js:7:1']);
    assert.equal(testFailureText(one ? [one] : []), 'FAIL a\nno\n    at C:\\shop\\a.test.js:7:1');
  });

  it('keep words in tags that are not known yet', () => {
    const [one] = readTestFailures('<testFailure name="a" path="b">\n<hint>\nlook here\n</hint>\n</testFailure>');
    assert.deepEqual(one?.messages, ['look here']);
  });

  it('leave the output of the whole run out', () => {
    const [one, ...others] = readTestFailures(
      '<testFailure name="a" path="b">\n</testFailure>\n<output>\nmegabytes\n</output>\n',
    );
    assert.deepEqual([one?.messages, others], [[], []]);
  });

  it('are none when VS Code says that there are none', () => {
    assert.deepEqual(readTestFailures('No test failures were found yet, call the runTests tool to run tests.'), []);
    assert.deepEqual(readTestFailures(''), []);
  });
});
