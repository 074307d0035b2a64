import assert from 'node:assert/strict';
import { kindsOf } from '../../../../src/core/review/kinds.ts';
import { changeOf, changeSaying, type Patch } from './diffs.ts';

const code: Patch = { 'src/a.ts': '-old line\n+new line\n' };
const kinds = (message: string, patch = code, branch?: string): string[] =>
  kindsOf(changeSaying(message, patch, branch === undefined ? {} : { branch })).map(({ kind }) => kind);

describe('the kind of a change', () => {
  const said: Readonly<Record<string, readonly string[]>> = {
    'Fix the rounding of totals': ['bug-fix'],
    'fix(orders): reject an empty basket': ['bug-fix'],
    'feat: pay by invoice': ['feature'],
    'Rename Order to Purchase': ['refactor'],
    'perf: cache the price list': ['performance'],
    'Make the search faster': ['performance'],
    'Fix a typo in a comment': [],
    'Fix the flaky test': [],
    'chore: fix the build': [],
    'docs: add a chapter': [],
    'Merge branch main': [],
    'Revert "Add invoices"': [],
    Update: [],
    '': [],
  };
  for (const [message, expected] of Object.entries(said))
    it(`is ${expected.join(', ') || 'not said'} for "${message}"`, () => assert.deepEqual(kinds(message), expected));

  it('is read off the branch', () => {
    assert.deepEqual(kinds('Update', code, 'hotfix/totals'), ['bug-fix']);
    assert.deepEqual(kinds('Update', code, 'mara/feature/invoices'), ['feature']);
    assert.deepEqual(kinds('Update', code, 'prefix-work'), []);
  });

  it('is a removal when code goes and little comes', () => {
    const gone = Array.from({ length: 30 }, (_, i) => `-line ${i}`).join('\n');
    assert.deepEqual(kinds('Update', { 'src/fax.ts': gone }), ['removal']);
    assert.deepEqual(kinds('Remove the fax', code), []);
  });

  it('is a refactoring when the same lines stand elsewhere', () => {
    const body = Array.from({ length: 20 }, (_, i) => `const value${i} = compute(${i});`);
    const patch = {
      'src/a.ts': `${body.map((l) => `-${l}`).join('\n')}\n+import './b';`,
      'src/b.ts': body.map((l) => `+${l}`).join('\n'),
    };
    const [found] = kindsOf(changeSaying('Update', patch));
    assert.equal(found?.kind, 'refactor');
    assert.match(found.reasons[0] ?? '', /20 of 21 added lines stood elsewhere before/);
  });

  it('is about what users see for styles and markup, not for logic in a component file', () => {
    assert.deepEqual(kinds('Update', { 'src/a.css': '-a\n+b\n' }), ['ui']);
    assert.deepEqual(kinds('Update', { 'src/a.tsx': '-const a = 1;\n+const a = 2;\n' }), []);
    assert.deepEqual(kinds('Update', { 'src/a.tsx': '-<p>\n+<p className="x">\n' }), ['ui']);
  });

  it('needs code to be about', () => {
    assert.deepEqual(kinds('Fix the heading', { 'README.md': '-a\n+b\n' }), []);
    assert.deepEqual(kinds('feat: new key', { 'settings.toml': '-a = 1\n+a = 2\n' }), []);
  });

  it('does not take one fix among many commits for the change', () => {
    const commits = [
      ...Array.from({ length: 6 }, (_, i) => ({ message: `feat: part ${i}` })),
      { message: 'Fix a crash' },
    ];
    assert.deepEqual(
      kindsOf(changeOf(code, { commits })).map(({ kind }) => kind),
      ['feature'],
    );
  });
});
