import assert from 'node:assert/strict';
import { assertionIn } from '../../../../src/core/triage/assertion.ts';

const outputs: Readonly<Record<string, string>> = {
  'node:test':
    "  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n  + actual - expected\n  \n  + 0.31\n  - 0.3\n       ^\n      at TestContext.<anonymous> (test/cart.test.js:9:10) {\n    generatedMessage: true,\n    code: 'ERR_ASSERTION',\n    actual: 0.31,\n    expected: 0.3,\n    operator: 'strictEqual'\n  }",
  TAP: "not ok 1 - rounds\n  ---\n  expected: 0.3\n  actual: 0.31\n  operator: 'strictEqual'",
  mocha:
    '  1) cart\n       rounds:\n\n      AssertionError [ERR_ASSERTION]: 0.31 == 0.3\n      + expected - actual\n\n      -0.31\n      +0.3\n      \n      at Context.<anonymous> (test/cart.js:5:43)',
  Jest: '    expect(received).toBe(expected) // Object.is equality\n\n    Expected: 0.3\n    Received: 0.31\n\n      at Object.toBe (cart.test.js:3:20)',
  Vitest:
    'AssertionError: the total: expected 0.31 to\n\n- Expected\n+ Received\n\n- 0.3\n+ 0.31\n\n ❯ cart.test.ts:5:20',
  'Vitest in one line': 'AssertionError: expected 0.31 to be 0.3 // Object.is equality',
  Chai: 'AssertionError: expected 0.31 to equal 0.3',
  pytest:
    '    def test_total():\n>       assert total() == 0.3\nE       assert 0.31 == 0.3\nE        +  where 0.31 = total()',
  'pytest the other way round':
    '>       assert 0.3 == total()\nE       assert 0.3 == 0.31\nE        +  where 0.31 = total()',
  unittest:
    '  File "test_cart.py", line 4, in test_total\n    self.assertEqual(total(10), 0.3)\nAssertionError: 0.31 != 0.3',
  'JUnit 5':
    'org.opentest4j.AssertionFailedError: expected: <0.3> but was: <0.31>\n\tat CartTest.total(CartTest.java:9)',
  'JUnit 4': 'java.lang.AssertionError: expected:<0.3> but was:<0.31>',
  TestNG: 'java.lang.AssertionError: expected [0.3] but found [0.31]',
  Hamcrest: 'Expected: 0.3\n     but: was 0.31',
  testify:
    '        Error:      \tNot equal: \n                    \texpected: 0.3\n                    \tactual  : 0.31\n        Test:       \tTestTotal',
  go: '    cart_test.go:9: Total() = got 0.31, want 0.3',
  NUnit: '  Expected: 0.3\n  But was:  0.31',
  xUnit: 'Assert.Equal() Failure: Values differ\nExpected: 0.3\nActual:   0.31',
  RSpec: '       expected: 0.3\n            got: 0.31\n\n       (compared using ==)',
  PHPUnit: 'Failed asserting that 0.31 matches expected 0.3.',
  'a CI log': '2026-11-28T18:02:11.9112000Z     Expected: 0.3\n2026-11-28T18:02:11.9112100Z     Received: 0.31',
};

describe('what a test wanted and what it got', () => {
  for (const [runner, output] of Object.entries(outputs))
    it(`is read from ${runner}`, () => {
      assert.deepEqual(assertionIn(output), { expected: '0.3', actual: '0.31' });
    });

  it('is not guessed where neither the tool nor the code says which is which', () => {
    assert.equal(assertionIn('    assert total(a) == total(b)\nE       assert 3 == 4'), undefined);
    assert.equal(assertionIn('  left: 3\n right: 4'), undefined);
    assert.equal(assertionIn('AssertionError: 3 != 4'), undefined);
  });

  it('is left to the evidence when it has many lines or a long one', () => {
    assert.equal(assertionIn('+ expected - actual\n\n-a\n-b\n+c\n+d\n'), undefined);
    assert.equal(assertionIn(`Expected: ${'x'.repeat(200)}\nReceived: 1`), undefined);
  });

  it('is found in no prose and in no log without a comparison', () => {
    assert.equal(assertionIn('I expected: a page\nand got a blank one'), undefined);
    assert.equal(assertionIn('TypeError: x is not a function\n    at f (src/a.js:1:1)'), undefined);
  });
});
