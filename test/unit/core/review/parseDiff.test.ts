import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs, slow } from '../arbitraries.ts';
import { parseDiff } from '../../../../src/core/review/parseDiff.ts';

/** As git 2.39 printed it for one commit, with the prefixes that the user's settings ask for. */
const odd = (a: string, b: string): string => String.raw`diff --git ${a}a b/bin b/z.txt ${b}a b/bin b/z.txt
index aaf7107..7a45567 100644
--- ${a}a b/bin b/z.txt	
+++ ${b}a b/bin b/z.txt	
@@ -1 +1 @@
-one
+two
diff --git ${a}bin.dat ${b}bin.dat
index c51bb83..8b23cd8 100644
Binary files ${a}bin.dat and ${b}bin.dat differ
diff --git ${a}cp.txt ${b}cp2.txt
similarity index 98%
copy from cp.txt
copy to cp2.txt
index fcd8734..e6ef824 100644
--- ${a}cp.txt
+++ ${b}cp2.txt
@@ -58,3 +58,4 @@
 58
 59
 60
+61
diff --git ${a}gone.txt ${b}gone.txt
deleted file mode 100644
index 6178079..0000000
--- ${a}gone.txt
+++ /dev/null
@@ -1 +0,0 @@
-b
diff --git "${a}gr\303\266\303\237e.txt" "${b}gr\303\266\303\237e.txt"
index 587be6b..975fbec 100644
--- "${a}gr\303\266\303\237e.txt"
+++ "${b}gr\303\266\303\237e.txt"
@@ -1 +1 @@
-x
+y
diff --git ${a}m.sql ${b}m.sql
index 532151f..f3f6b05 100644
--- ${a}m.sql
+++ ${b}m.sql
@@ -1,2 +1,2 @@
--- minus
+++ plus
 sql
diff --git ${a}ren.txt ${b}new name.txt
similarity index 100%
rename from ren.txt
rename to new name.txt
diff --git ${a}new-empty.txt ${b}new-empty.txt
new file mode 100644
index 0000000..e69de29
diff --git ${a}nonl.txt ${b}nonl.txt
index 1a9d148..7adf2e5 100644
--- ${a}nonl.txt
+++ ${b}nonl.txt
@@ -1 +1 @@
-nonl
\ No newline at end of file
+nonl2
\ No newline at end of file
diff --git "${a}qu\"ote.txt" "${b}qu\"ote.txt"
index bca70f3..73c52c3 100644
--- "${a}qu\"ote.txt"
+++ "${b}qu\"ote.txt"
@@ -1 +1 @@
-q
+Q
diff --git ${a}run.sh ${b}run.sh
old mode 100644
new mode 100755
diff --git ${a}sub ${b}sub
index 934511c..1234567 160000
--- ${a}sub
+++ ${b}sub
@@ -1 +1 @@
-Subproject commit 934511cf5b3f373128088979b3140da9db6f0abc
+Subproject commit 1234567f5b3f373128088979b3140da9db6f0abc
`;
const ODD = odd('a/', 'b/');

const summary = (text: string): string[] =>
  parseDiff(text).map(({ path, oldPath, status, added, removed, isBinary, isSubmodule, isUnread }) =>
    [
      oldPath === undefined ? path : `${oldPath} -> ${path}`,
      status,
      `+${added.length} -${removed.length}`,
      isBinary ? 'binary' : '',
      isSubmodule ? 'submodule' : '',
      isUnread ? 'unread' : '',
    ]
      .filter(Boolean)
      .join(', '),
  );

const EXPECTED = [
  'a b/bin b/z.txt, modified, +1 -1',
  'bin.dat, modified, +0 -0, binary',
  'cp.txt -> cp2.txt, copied, +1 -0',
  'gone.txt, deleted, +0 -1',
  'größe.txt, modified, +1 -1',
  'm.sql, modified, +1 -1',
  'ren.txt -> new name.txt, renamed, +0 -0',
  'new-empty.txt, added, +0 -0',
  'nonl.txt, modified, +1 -1',
  'qu"ote.txt, modified, +1 -1',
  'run.sh, changed-mode, +0 -0',
  'sub, modified, +1 -1, submodule',
];

describe('parseDiff', () => {
  it('reads renames, copies, deletions, modes, binaries, submodules and quoted names', () => {
    assert.deepEqual(summary(ODD), EXPECTED);
  });

  it('reads the same whatever the prefixes are (diff.noprefix, diff.mnemonicPrefix)', () => {
    assert.deepEqual(summary(odd('', '')), EXPECTED);
    assert.deepEqual(summary(odd('c/', 'w/')), EXPECTED);
    assert.deepEqual(summary(odd('i/', 'w/')), EXPECTED);
  });

  it('numbers added lines as in the new file and removed ones as in the old', () => {
    const [file] = parseDiff(
      'diff --git a/x.ts b/x.ts\n--- a/x.ts\n+++ b/x.ts\n@@ -10,3 +10,4 @@ function f() {\n same\n-old\n+new\n+newer\n same\n@@ -40,0 +42 @@\n+last\n',
    );
    assert.deepEqual(file?.added, [
      { line: 11, text: 'new' },
      { line: 12, text: 'newer' },
      { line: 42, text: 'last' },
    ]);
    assert.deepEqual(file?.removed, [{ line: 11, text: 'old' }]);
    assert.equal(file?.hunks.length, 2);
  });

  it('leaves carriage returns out of the text', () => {
    const [file] = parseDiff('diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\r\n+b\r\n');
    assert.deepEqual([file?.removed[0]?.text, file?.added[0]?.text], ['a', 'b']);
  });

  it('leaves combined diffs of conflicts out', () => {
    const conflict =
      'diff --cc a.txt\nindex 9bda8c3,62d8fe9..0000000\n--- a/a.txt\n+++ b/a.txt\n@@@ -1,1 -1,1 +1,5 @@@\n++<<<<<<< HEAD\n +Y\n';
    assert.deepEqual(summary(conflict + ODD), EXPECTED);
  });

  it('reads a diff in colours', () => {
    const coloured = ODD.replace(/^(?:diff|index|@@).*$/gm, '\u001b[1m$&\u001b[m').replace(
      /^\+(?!\+\+).*$/gm,
      '\u001b[32m$&\u001b[m',
    );
    assert.deepEqual(summary(coloured), EXPECTED);
  });

  it('keeps the name of a file whose hunks do not hold, and reads the others', () => {
    const cut = 'diff --git a/cut.ts b/cut.ts\n--- a/cut.ts\n+++ b/cut.ts\n@@ -1,9 +1,9 @@\n-a\n+b\n';
    assert.deepEqual(summary(cut + ODD), ['cut.ts, modified, +0 -0, unread', ...EXPECTED]);
  });

  it('marks what a tool wrote, unless .gitattributes says otherwise', () => {
    const patch = (path: string): string =>
      `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,2 @@\n+// Code generated by stringer. DO NOT EDIT.\n+package x\n`;
    const read = (path: string, isGenerated?: boolean): boolean | undefined =>
      parseDiff(patch(path), { attributes: () => (isGenerated === undefined ? {} : { isGenerated }) })[0]?.isGenerated;
    assert.equal(read('kind.go'), true);
    assert.equal(read('kind.go', false), false);
    assert.equal(read('notes.md'), false);
    assert.equal(read('notes.md', true), true);
    assert.equal(read('vendor/lib/a.go'), true);
    assert.equal(read('package-lock.json'), true);
  });

  it('never throws, and names only files that stand in a header', function () {
    this.timeout(slow);
    const line = fc.constantFrom(
      ...ODD.split('\n'),
      '@@ -1,3 +1,3 @@',
      '@@ -1 +1 @@',
      '--- a/x',
      '+++ b/x',
      '---',
      '+++ ',
      'diff --git ',
      'diff --git a/x',
      'diff --git "a/x',
      'rename from x',
      '\\',
      '',
      '\u2028',
      'GIT binary patch',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const files = parseDiff(lines.join('\n'));
        assert.ok(files.length <= lines.filter((one) => one.startsWith('diff --git ')).length);
        for (const { path, added } of files) {
          assert.notEqual(path, '');
          for (const { text } of added) assert.ok(lines.some((one) => one.includes(text)));
        }
      }),
      runs,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(parseDiff(text))),
      runs,
    );
  });
});
