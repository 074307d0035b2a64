import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { distanceTo, readHunks } from '../../../../src/core/suspects/hunks.ts';
import { anyText } from './anyText.ts';

const touched = (diff: string): readonly number[] => readHunks(diff).touched;

const HEADER = 'diff --git a/x.js b/x.js\nindex 1..2 100644\n--- a/x.js\n+++ b/x.js\n';

describe('reading a diff', () => {
  it('names added and altered lines as they are numbered now', () => {
    const diff = `${HEADER}@@ -1,3 +1,4 @@ function a() {\n one\n-two\n+2\n+2b\n three\n@@ -10 +11 @@\n-x\n+y\n`;
    assert.deepEqual(touched(diff), [2, 3, 11]);
  });

  it('names the line behind removed ones', () => {
    assert.deepEqual(touched(`${HEADER}@@ -3,2 +2,0 @@\n-a\n-b\n`), [3]);
    assert.deepEqual(touched(`${HEADER}@@ -1,4 +1,2 @@\n one\n-a\n-b\n four\n`), [2]);
  });

  it('tells written lines from those that only follow a gap', () => {
    const diff = `${HEADER}@@ -1,4 +1,3 @@\n one\n-a\n-b\n+c\n four\n`;
    assert.deepEqual(readHunks(diff), { written: [2], touched: [2] });
    assert.deepEqual(readHunks(`${HEADER}@@ -1,2 +1 @@\n-a\n b\n`), { written: [], touched: [1] });
  });

  it('takes lines that look like headers for what they are', () => {
    const diff = `${HEADER}@@ -1,2 +1,3 @@\n--- a\n+++ b\n+@@ -9,9 +9,9 @@\n z\n\\ No newline at end of file\n`;
    assert.deepEqual(touched(diff), [1, 2]);
  });

  it('finds nothing in an empty diff, a new mode or a binary file', () => {
    for (const diff of ['', 'old mode 100644\nnew mode 100755\n', `${HEADER}Binary files a/x and b/x differ\n`])
      assert.deepEqual(touched(diff), []);
  });

  it('finds exactly the lines that differ, whatever was altered', () => {
    const edit = fc.constantFrom('keep', 'alter', 'add');
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
        const expected: number[] = [];
        let now = 1;
        let before = 0;
        const body = edits.map((one) => {
          if (one !== 'keep') expected.push(now);
          if (one !== 'add') before++;
          now++;
          return one === 'keep' ? ' same\n' : one === 'add' ? '+new\n' : '-old\n+new\n';
        });
        const diff = `${HEADER}@@ -1,${before} +1,${now - 1} @@\n${body.join('')}`;
        assert.deepEqual(touched(diff), expected);
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = touched(`@@ -1,9 +1,9 @@\n${text}`);
        assert.ok(lines.every((line) => Number.isInteger(line) && line >= 1));
      }),
    );
  });

  it('measures how far a line is from the nearest change', () => {
    assert.equal(distanceTo(22, [3, 20, 40]), 2);
    assert.equal(distanceTo(22, [22]), 0);
    assert.equal(distanceTo(22, []), Infinity);
  });
});
